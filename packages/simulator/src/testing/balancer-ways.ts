/** A call that meets each refusal about the load balancers of services. */
import { DEFAULT_VPC_ID } from "../default-network.ts";
import type { Session } from "../session.ts";
import { balance } from "./balancing-scenery.ts";
import { keyOf, must, RUN_WEB, type Way } from "./refusal-scenery.ts";

const { networkConfiguration } = RUN_WEB;
const OWN = {
  serviceName: "shop",
  taskDefinition: "shop",
  launchType: "FARGATE",
  desiredCount: 0,
  networkConfiguration,
};

/** CreateService with these load balancers, in a world with a group that is used and one that is not. */
const create = (
  asked: (arns: { readonly group: string; readonly unused: string; readonly rule: string }) => readonly object[],
  change = {},
): Way => {
  return (session: Session) => {
    const { arns, call } = balance(session);
    const { TargetGroups } = call("CreateTargetGroup", {
      Name: "unused",
      TargetType: "instance",
      Protocol: "HTTP",
      Port: 80,
      VpcId: DEFAULT_VPC_ID,
    });
    const [{ TargetGroupArn: unused } = { TargetGroupArn: "" }] = TargetGroups as { TargetGroupArn: string }[];
    const containerDefinitions = [{ name: "app", image: "nginx", portMappings: [{ containerPort: 80 }], memory: 64 }];
    const fargate = { networkMode: "awsvpc", cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] };
    must(session, "ecs", "RegisterTaskDefinition", { family: "shop", ...fargate, containerDefinitions });
    must(session, "ecs", "RegisterTaskDefinition", { family: "bridged", containerDefinitions });
    const loadBalancers = asked({ group: arns.group, unused, rule: keyOf(session.tables.rules) });
    return session.call("ecs", "CreateService", { ...OWN, loadBalancers, ...change });
  };
};

const APP = { containerName: "app", containerPort: 80 };
const ON_BRIDGE = { taskDefinition: "bridged", launchType: "EC2", networkConfiguration: undefined };

const advanced = (alternateTargetGroupArn: string, productionListenerRule: string) => {
  return { alternateTargetGroupArn, productionListenerRule, roleArn: "arn:aws:iam::123456789012:role/ecs" };
};

export const BALANCER_WAYS: Readonly<Record<string, Way>> = {
  "service.no-balancer": create(({ unused }) => [{ targetGroupArn: unused, ...APP }]),
  "service.target-type": create(({ group }) => [{ targetGroupArn: group, ...APP }], ON_BRIDGE),
  "service.target-group": create(() => [{ targetGroupArn: "none", ...APP }]),
  "service.balancer-members": create(({ group }) => [{ targetGroupArn: group }]),
  "service.balancer-count": create(() =>
    Array.from({ length: 6 }, (_, index) => ({ targetGroupArn: `${index}`, ...APP })),
  ),
  "service.balancer-twice": create(({ group }) => [1, 2].map(() => ({ targetGroupArn: group, ...APP }))),
  "service.balancer-kinds": create(({ group }) => [
    { targetGroupArn: group, ...APP },
    { loadBalancerName: "old", ...APP },
  ]),
  "service.classic-fargate": create(() => [{ loadBalancerName: "old", ...APP }]),
  "service.classic-balancer": create(() => [{ loadBalancerName: "old", ...APP }], ON_BRIDGE),
  "service.advanced-classic": create(() => [{ loadBalancerName: "old", advancedConfiguration: {}, ...APP }], ON_BRIDGE),
  "service.advanced-required": create(({ group }) => [{ targetGroupArn: group, ...APP }], {
    deploymentConfiguration: { strategy: "BLUE_GREEN" },
  }),
  "service.advanced-some": create(({ group, unused, rule }) => [
    { targetGroupArn: group, ...APP, advancedConfiguration: advanced(unused, rule) },
    { targetGroupArn: unused, ...APP },
  ]),
  "service.advanced-members": create(({ group }) => [{ targetGroupArn: group, ...APP, advancedConfiguration: {} }]),
  "service.production-rule": create(({ group, unused }) => [
    { targetGroupArn: group, ...APP, advancedConfiguration: advanced(unused, "rule") },
  ]),
  "service.rule-twice": create(({ group, unused, rule }) => [
    { targetGroupArn: group, ...APP, advancedConfiguration: { ...advanced(unused, rule), testListenerRule: rule } },
  ]),
  "service.test-rule": create(({ group, unused, rule }) => [
    { targetGroupArn: group, ...APP, advancedConfiguration: advanced(unused, rule) },
  ]),
};
