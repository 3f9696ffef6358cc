/** Health checks of targets, as the rows say: the words of each kind of load balancer, what is in the way, and when nothing is asked at all. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "./default-network.ts";
import { Session } from "./session.ts";
import { serveBalanced } from "./testing/balanced-service.ts";
import { must } from "./testing/refusal-scenery.ts";

const states = ({ tables }: Session) =>
  [...tables.targets.values()].map(({ state, reason, description }) => [state, reason, description].join(" ").trim());

/** A task of a Network Load Balancer's group with this health check. */
function behindNetwork(check: object, container: object = {}) {
  const session = Session.start();
  const arnOf = (operation: string, input: object, list: string, member: string) =>
    (must(session, "elbv2", operation, input)[list] as readonly Record<string, string>[])[0]?.[member] ?? "";
  const Subnets = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];
  const balancer = arnOf(
    "CreateLoadBalancer",
    { Name: "n", Type: "network", Subnets },
    "LoadBalancers",
    "LoadBalancerArn",
  );
  const made = { Name: "n", Protocol: "TCP", Port: 80, VpcId: DEFAULT_VPC_ID, TargetType: "ip", ...check };
  const group = arnOf("CreateTargetGroup", made, "TargetGroups", "TargetGroupArn");
  const DefaultActions = [{ Type: "forward", TargetGroupArn: group }];
  must(session, "elbv2", "CreateListener", { LoadBalancerArn: balancer, Protocol: "TCP", Port: 80, DefaultActions });
  // Without security groups of its own, its nodes are only addresses to those of the task.
  const fromVpc = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "10.0.0.0/16" }] };
  must(session, "ec2", "AuthorizeSecurityGroupIngress", {
    GroupId: DEFAULT_SECURITY_GROUP_ID,
    IpPermissions: [fromVpc],
  });
  const app = { name: "app", image: "nginx", portMappings: [{ containerPort: 80 }], ...container };
  const fargate = { networkMode: "awsvpc", cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] };
  must(session, "ecs", "RegisterTaskDefinition", { family: "web", ...fargate, containerDefinitions: [app] });
  must(session, "ecs", "CreateService", {
    serviceName: "web",
    taskDefinition: "web",
    launchType: "FARGATE",
    desiredCount: 1,
    networkConfiguration: { awsvpcConfiguration: { subnets: Subnets, assignPublicIp: "ENABLED" } },
    loadBalancers: [{ targetGroupArn: group, containerName: "app", containerPort: 80 }],
  });
  session.advance({ byMs: 240_000 });
  return session;
}

const hang = (session: Session) => {
  const [task] = session.tables.tasks.keys();
  must(session, "quayside", "HangContainer", { task });
  session.advance({ byMs: 100_000 });
};

describe("behind a Network Load Balancer", () => {
  test("a TCP check passes as long as the port is open, also of a process that hangs", () => {
    const session = behindNetwork({});
    expect(states(session)).toEqual(["healthy"]);
    hang(session);
    expect(states(session)).toEqual(["healthy"]);
  });

  test("everything that fails has one reason", () => {
    const session = behindNetwork({ HealthCheckProtocol: "HTTP", HealthCheckPath: "/" });
    expect(states(session)).toEqual(["healthy"]);
    hang(session);
    expect(states(session)[0]).toBe("unhealthy Target.FailedHealthChecks Health checks failed");
  });
});

test("a quiet hour of a healthy target has no step for its checks", () => {
  const { session } = serveBalanced();
  const before = session.journal.length;
  session.advance({ byMs: 3_600_000 });
  expect(states(session)).toEqual(["healthy"]);
  expect(session.journal.records.slice(before).map(({ kind }) => kind)).toEqual([]);
});

test("a target recovers after so many passed checks as its group asks for", () => {
  const { session, target } = serveBalanced({ service: { healthCheckGracePeriodSeconds: 7_200 } });
  const key = target() ?? "";
  const GroupId = DEFAULT_SECURITY_GROUP_ID;
  const rule = session.tables.securityGroups.get(GroupId)?.ingress[0];
  must(session, "ec2", "RevokeSecurityGroupIngress", { GroupId, SecurityGroupRuleIds: [rule?.ruleId] });
  session.advance({ byMs: 90_000 });
  expect(states(session)).toEqual(["unhealthy Target.Timeout Request timed out"]);
  const ownMembers = { IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] };
  must(session, "ec2", "AuthorizeSecurityGroupIngress", { GroupId, IpPermissions: [ownMembers] });
  session.advance({ byMs: 115_000 });
  expect(states(session)[0]).toContain("unhealthy");
  session.advance({ byMs: 36_000 });
  expect(session.tables.targets.get(key)?.state).toBe("healthy");
});

test("StopTask shows DEACTIVATING at once, and a task that activates is pending", () => {
  const { session, task } = serveBalanced();
  const stopped = must(session, "ecs", "StopTask", { task: task() });
  expect(stopped.task).toMatchObject({ lastStatus: "DEACTIVATING", desiredStatus: "STOPPED" });
});

test("a service shows its load balancers, its revision the groups that are used, and [] takes them away", () => {
  const { session, arns } = serveBalanced();
  const asked = [{ targetGroupArn: arns.group, containerName: "app", containerPort: 80 }];
  const service = () =>
    (must(session, "ecs", "DescribeServices", { services: ["web"] }).services as Record<string, unknown>[])[0] ?? {};
  expect(service().loadBalancers).toEqual(asked);
  const [{ arn } = { arn: "" }] = service().currentServiceRevisions as { arn: string }[];
  const { serviceRevisions } = must(session, "ecs", "DescribeServiceRevisions", { serviceRevisionArns: [arn] });
  expect(serviceRevisions).toMatchObject([
    { loadBalancers: asked, resolvedConfiguration: { loadBalancers: [{ targetGroupArn: arns.group }] } },
  ]);
  must(session, "ecs", "UpdateService", { service: "web", loadBalancers: asked });
  expect(service().deployments).toHaveLength(1);
  must(session, "ecs", "UpdateService", { service: "web", loadBalancers: [] });
  expect(service()).toMatchObject({ loadBalancers: [], deployments: [{}, {}] });
});

test("a target that has recovered is not judged by the checks before it", () => {
  const container = { image: "quayside/slow-start:1" };
  const { session } = serveBalanced({ container, port: 8080, service: { healthCheckGracePeriodSeconds: 600 } });
  session.advance({ byMs: 900_000 });
  const { records } = session.journal;
  const found = records.filter(({ kind }) => kind === "TARGET_HEALTH_CHANGED").map(({ facts }) => facts);
  expect(found).toMatchObject([{ state: "unhealthy", reason: "Target.FailedHealthChecks" }, { state: "healthy" }]);
});
