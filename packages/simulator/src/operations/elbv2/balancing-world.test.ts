/** A load balancer from its creation on: its nodes, its listeners and rules, its target groups and what is in them. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "../../default-network.ts";
import type { Session } from "../../session.ts";
import { balancedWorld, IP_TARGET } from "../../testing/balancing-scenery.ts";

const stateOf = (session: Session) => [...session.tables.loadBalancers.values()][0]?.state;

describe("a load balancer", () => {
  test("is provisioned with a node in each zone, and active after some two minutes", () => {
    const { session } = balancedWorld({ settled: false });
    expect(stateOf(session)).toBe("provisioning");
    const nodes = () =>
      [...session.tables.networkInterfaces.values()].filter((row) => row.loadBalancerArn !== undefined);
    session.advance({ byMs: 56_000 });
    expect(nodes()).toHaveLength(0);
    session.advance({ byMs: 16_000 });
    expect(nodes()).toMatchObject([
      { subnetId: DEFAULT_SUBNETS["public-a"], publicIpv4Address: expect.any(String) },
      { subnetId: DEFAULT_SUBNETS["public-b"], publicIpv4Address: expect.any(String) },
    ]);
    session.advance({ byMs: 52_000 });
    expect(stateOf(session)).toBe("provisioning");
    session.advance({ byMs: 6_000 });
    expect(stateOf(session)).toBe("active");
  });

  test("shows its zones, its name for clients and the default security group", () => {
    const { call } = balancedWorld();
    expect(call("DescribeLoadBalancers", { Names: ["shop"] }).LoadBalancers).toMatchObject([
      {
        DNSName: expect.stringMatching(/^shop-\d{10}\.us-east-1\.elb\.amazonaws\.com$/),
        Scheme: "internet-facing",
        SecurityGroups: [DEFAULT_SECURITY_GROUP_ID],
        State: { Code: "active" },
        VpcId: DEFAULT_VPC_ID,
        AvailabilityZones: [{ ZoneName: "us-east-1a" }, { ZoneName: "us-east-1b" }],
      },
    ]);
  });

  test("takes its listeners, rules and nodes with it, and leaves its groups in use a moment longer", () => {
    const { session, call, said, arns } = balancedWorld();
    call("RegisterTargets", { TargetGroupArn: arns.group, Targets: [IP_TARGET] });
    call("DeleteLoadBalancer", { LoadBalancerArn: arns.balancer });
    expect(session.tables.listeners.size + session.tables.rules.size).toBe(0);
    expect([...session.tables.networkInterfaces.values()].filter((row) => row.loadBalancerArn)).toEqual([]);
    const doomed = { TargetGroupArn: arns.group };
    expect(said("DeleteTargetGroup", doomed)).toBe(
      `ResourceInUse: Target group '${arns.group}' is currently in use by a listener or a rule`,
    );
    session.advance({ byMs: 5_000 });
    call("DeleteTargetGroup", doomed);
    expect(session.tables.targets.size).toBe(0);
    call("DeleteTargetGroup", doomed);
    call("DeleteLoadBalancer", { LoadBalancerArn: arns.balancer });
  });
});

describe("targets", () => {
  const healthOf = ({ call, arns }: ReturnType<typeof balancedWorld>) => {
    const found = call("DescribeTargetHealth", { TargetGroupArn: arns.group }).TargetHealthDescriptions;
    return (found as { TargetHealth: object }[]).map(({ TargetHealth }) => TargetHealth);
  };

  test("of a group that no listener names are unused, and vanish at once", () => {
    const world = balancedWorld({ listener: false });
    world.call("RegisterTargets", { TargetGroupArn: world.arns.group, Targets: [IP_TARGET] });
    expect(healthOf(world)).toEqual([
      {
        State: "unused",
        Reason: "Target.NotInUse",
        Description: "Target group is not configured to receive traffic from the load balancer",
      },
    ]);
    world.call("DeregisterTargets", { TargetGroupArn: world.arns.group, Targets: [{ Id: IP_TARGET.Id }] });
    expect(healthOf(world)).toEqual([]);
  });

  test("begin to be registered when a listener names their group, and are unused again without it", () => {
    const world = balancedWorld({ listener: false });
    world.call("RegisterTargets", { TargetGroupArn: world.arns.group, Targets: [IP_TARGET] });
    world.listen();
    expect(healthOf(world)).toMatchObject([{ State: "initial", Reason: "Elb.RegistrationInProgress" }]);
    const [listener = ""] = world.session.tables.listeners.keys();
    world.call("DeleteListener", { ListenerArn: listener });
    expect(healthOf(world)).toMatchObject([{ State: "unused", Reason: "Target.NotInUse" }]);
  });

  test("drain for the deregistration delay, and can be taken back meanwhile", () => {
    const world = balancedWorld();
    const input = { TargetGroupArn: world.arns.group, Targets: [IP_TARGET] };
    world.call("RegisterTargets", input);
    world.call("DeregisterTargets", input);
    expect(healthOf(world)).toEqual([
      {
        State: "draining",
        Reason: "Target.DeregistrationInProgress",
        Description: "Target deregistration is in progress",
      },
    ]);
    world.call("RegisterTargets", input);
    expect(healthOf(world)).toMatchObject([{ State: "initial" }]);
    world.session.advance({ byMs: 400_000 });
    expect(healthOf(world)).toHaveLength(1);
    world.call("DeregisterTargets", input);
    world.session.advance({ byMs: 299_000 });
    expect(healthOf(world)).toMatchObject([{ State: "draining" }]);
    world.session.advance({ byMs: 1_000 });
    expect(healthOf(world)).toEqual([]);
  });

  test("that nobody has registered are said to be so", () => {
    const { call, arns } = balancedWorld();
    const answer = call("DescribeTargetHealth", { TargetGroupArn: arns.group, Targets: [{ Id: "10.0.10.9" }] });
    expect(answer.TargetHealthDescriptions).toMatchObject([
      { TargetHealth: { State: "unused", Reason: "Target.NotRegistered" } },
    ]);
  });

  test("in a zone without a node of the balancer are unused", () => {
    const { session, call, said } = balancedWorld();
    expect(said("CreateLoadBalancer", { Name: "one", Subnets: [DEFAULT_SUBNETS["public-a"]] })).toContain(
      "At least two subnets in two different Availability Zones must be specified",
    );
    const network = { Name: "net", Type: "network", Subnets: [DEFAULT_SUBNETS["public-a"]] };
    const [{ LoadBalancerArn = "" } = {}] = call("CreateLoadBalancer", network).LoadBalancers as Record<
      string,
      string
    >[];
    const group = { Name: "tcp", Protocol: "TCP", Port: 80, VpcId: DEFAULT_VPC_ID, TargetType: "ip" };
    const [{ TargetGroupArn = "" } = {}] = call("CreateTargetGroup", group).TargetGroups as Record<string, string>[];
    call("CreateListener", {
      LoadBalancerArn,
      Protocol: "TCP",
      Port: 80,
      DefaultActions: [{ Type: "forward", TargetGroupArn }],
    });
    call("RegisterTargets", { TargetGroupArn, Targets: [{ Id: "10.0.10.9" }, { Id: "10.0.11.9" }] });
    const targets = [...session.tables.targets.values()].filter((row) => row.targetGroupArn === TargetGroupArn);
    expect(targets).toMatchObject([
      { state: "initial", availabilityZone: "us-east-1a" },
      { state: "unused", description: "Target is in an Availability Zone that is not enabled for the load balancer" },
    ]);
  });
});

test("rules answer with priorities as text, weights, and conditions in both forms", () => {
  const { call, arns } = balancedWorld();
  call("CreateRule", {
    ListenerArn: arns.listener,
    Priority: 10,
    Conditions: [{ Field: "path-pattern", Values: ["/api/*"] }],
    Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }],
  });
  expect(call("DescribeRules", { ListenerArn: arns.listener }).Rules).toMatchObject([
    {
      Priority: "10",
      Conditions: [{ Field: "path-pattern", Values: ["/api/*"], PathPatternConfig: { Values: ["/api/*"] } }],
      Transforms: [],
    },
    {
      Priority: "default",
      IsDefault: true,
      Conditions: [],
      Actions: [
        {
          Type: "forward",
          TargetGroupArn: arns.group,
          ForwardConfig: {
            TargetGroups: [{ TargetGroupArn: arns.group, Weight: 1 }],
            TargetGroupStickinessConfig: { Enabled: false },
          },
        },
      ],
    },
  ]);
});

test("what is created twice with the same settings is the same, with others it is refused", () => {
  const { call, said, arns } = balancedWorld();
  const group = { Name: "web", Protocol: "HTTP", Port: 80, VpcId: DEFAULT_VPC_ID, TargetType: "ip" };
  expect(call("CreateTargetGroup", group).TargetGroups).toMatchObject([{ TargetGroupArn: arns.group }]);
  expect(said("CreateTargetGroup", { ...group, Port: 81 })).toBe(
    "DuplicateTargetGroupName: A target group with the same name 'web' exists, but with different settings",
  );
  const balancer = { Name: "shop", Subnets: [DEFAULT_SUBNETS["public-b"], DEFAULT_SUBNETS["public-a"]] };
  expect(call("CreateLoadBalancer", balancer).LoadBalancers).toMatchObject([{ LoadBalancerArn: arns.balancer }]);
  expect(said("CreateLoadBalancer", { ...balancer, Scheme: "internal" })).toBe(
    "DuplicateLoadBalancerName: A load balancer with the same name 'shop' exists, but with different settings",
  );
});
