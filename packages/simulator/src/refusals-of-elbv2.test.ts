/** Every refusal of Elastic Load Balancing's operations is met by a call. Long for its table. */
import { expect, test } from "vitest";
import { DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "./default-network.ts";
import { ELBV2_REFUSALS } from "./operations/elbv2/refusals.ts";
import type { Session } from "./session.ts";
import { balance, IP_TARGET, SHOP, WEB_GROUP } from "./testing/balancing-scenery.ts";
import { keyOf, met, must, toMeet, type Way } from "./testing/refusal-scenery.ts";

type World = ReturnType<typeof balance>;

const NOBODY = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nobody/0123456789abcdef";
const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef";
const { "public-a": PUBLIC_A, "public-b": PUBLIC_B, "private-a": PRIVATE_A } = DEFAULT_SUBNETS;

const create = (change: object): Way => ["CreateLoadBalancer", { ...SHOP, ...change }];
const createGroup = (change: object): Way => ["CreateTargetGroup", { ...WEB_GROUP, ...change }];
/** A call in a world with a load balancer. */
const balanced =
  (operation: string, input: (world: World) => object): Way =>
  (session: Session) => {
    const world = balance(session, { settled: false });
    return session.call("elbv2", operation, input(world));
  };
const listen = (change: (world: World) => object): Way =>
  balanced("CreateListener", (world) => ({
    LoadBalancerArn: world.arns.balancer,
    Protocol: "HTTP",
    Port: 81,
    DefaultActions: [forward(world)],
    ...change(world),
  }));
const forward = ({ arns }: World) => ({ Type: "forward", TargetGroupArn: arns.group });
const rule = (change: (world: World) => object): Way =>
  balanced("CreateRule", (world) => ({
    ListenerArn: world.arns.listener,
    Priority: 1,
    Conditions: [{ Field: "path-pattern", Values: ["/x"] }],
    Actions: [forward(world)],
    ...change(world),
  }));
const when = (...Conditions: object[]): Way => rule(() => ({ Conditions }));
const does = (...Actions: object[]): Way => rule(() => ({ Actions }));
const register = (target: object): Way =>
  balanced("RegisterTargets", ({ arns }) => ({ TargetGroupArn: arns.group, Targets: [target] }));
const modifyGroup = (...pairs: [key: string, value: string][]): Way =>
  balanced("ModifyTargetGroupAttributes", ({ arns }) => ({
    TargetGroupArn: arns.group,
    Attributes: pairs.map(([Key, Value]) => ({ Key, Value })),
  }));
/** A network load balancer in one zone, without security groups. */
const network = ({ call }: World): string => {
  const input = { Name: "net", Type: "network", Subnets: [PUBLIC_A, PUBLIC_B] };
  return (call("CreateLoadBalancer", input).LoadBalancers as { LoadBalancerArn: string }[])[0]?.LoadBalancerArn ?? "";
};
const groupNamed = ({ call }: World, change: object): string =>
  (call("CreateTargetGroup", { ...WEB_GROUP, ...change }).TargetGroups as { TargetGroupArn: string }[])[0]
    ?.TargetGroupArn ?? "";
const defaultRule = ({ session }: World) => keyOf(session.tables.rules, ({ priority }) => priority === "default");
const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const tagged = (count: number) => many(count).map((index) => ({ Key: `k${index}`, Value: "v" }));

const BALANCERS: Readonly<Record<string, Way>> = {
  "load-balancer.none-found": ["DescribeLoadBalancers", { Names: ["nobody"] }],
  "load-balancer.not-found": ["SetSubnets", { LoadBalancerArn: NOBODY, Subnets: SHOP.Subnets }],
  "load-balancer.names-and-arns": ["DescribeLoadBalancers", { Names: ["a"], LoadBalancerArns: [NOBODY] }],
  "load-balancer.name-too-long": create({ Name: "x".repeat(33) }),
  "load-balancer.name-characters": create({ Name: "a_b" }),
  "load-balancer.name-hyphen": create({ Name: "-a" }),
  "load-balancer.name-internal": create({ Name: "internal-a" }),
  "load-balancer.duplicate": balanced("CreateLoadBalancer", () => ({ ...SHOP, Scheme: "internal" })),
  "load-balancer.too-many": (session) => {
    const input = (index: number) => ({ Name: `n${index}`, Type: "network", Subnets: [PUBLIC_A] });
    for (const index of many(50)) must(session, "elbv2", "CreateLoadBalancer", input(index));
    return session.call("elbv2", "CreateLoadBalancer", input(50));
  },
  "load-balancer.subnets-twice": create({ SubnetMappings: [{ SubnetId: PUBLIC_A }] }),
  "load-balancer.no-subnet": create({ Type: "network", Subnets: [] }),
  "load-balancer.two-zones": create({ Subnets: [PUBLIC_A] }),
  "load-balancer.same-zone": create({ Subnets: [PUBLIC_A, PRIVATE_A] }),
  "load-balancer.subnet": create({ Subnets: ["subnet-0123456789abcdef0"] }),
  "load-balancer.no-addresses": (session) => {
    const free = session.tables.subnets.get(PUBLIC_B)?.availableIpAddressCount ?? 0;
    const count = { MinCount: free - 7, MaxCount: free - 7, SubnetId: PUBLIC_B, ImageId: "ami-0ec5a1b2c3d4e5f60" };
    must(session, "ec2", "RunInstances", count);
    return session.call("elbv2", "CreateLoadBalancer", SHOP);
  },
  "load-balancer.security-groups": create({ SecurityGroups: ["sg-0123456789abcdef0"] }),
  "load-balancer.protected": balanced("DeleteLoadBalancer", ({ call, arns }) => {
    const Attributes = [{ Key: "deletion_protection.enabled", Value: "true" }];
    call("ModifyLoadBalancerAttributes", { LoadBalancerArn: arns.balancer, Attributes });
    return { LoadBalancerArn: arns.balancer };
  }),
  "load-balancer.no-groups": balanced("SetSecurityGroups", ({ arns }) => ({
    LoadBalancerArn: arns.balancer,
    SecurityGroups: [],
  })),
  "load-balancer.never-groups": balanced("SetSecurityGroups", (world) => ({
    LoadBalancerArn: network(world),
    SecurityGroups: ["sg-0eee1111222233334"],
  })),
  "load-balancer.keeps-zones": balanced("SetSubnets", (world) => ({
    LoadBalancerArn: network(world),
    Subnets: [PUBLIC_A],
  })),
};

const LISTENERS: Readonly<Record<string, Way>> = {
  "listener.not-found": ["DeleteListener", { ListenerArn: NOBODY }],
  "listener.one-way": ["DescribeListeners", {}],
  "listener.no-port": listen(() => ({ Port: undefined })),
  "listener.no-protocol": listen(() => ({ Protocol: undefined })),
  "listener.protocol": listen(() => ({ Protocol: "TCP" })),
  "listener.duplicate": listen(() => ({ Port: 80 })),
  "listener.too-many": listen(({ call, arns }) => {
    const input = { LoadBalancerArn: arns.balancer, Protocol: "HTTP" };
    const DefaultActions = [{ Type: "forward", TargetGroupArn: arns.group }];
    for (const index of many(49)) call("CreateListener", { ...input, Port: 100 + index, DefaultActions });
    return {};
  }),
  "listener.no-certificate": listen(() => ({ Protocol: "HTTPS" })),
  "listener.not-encrypted": listen(() => ({ Certificates: [{ CertificateArn: CERTIFICATE }] })),
  "listener.certificate": listen(() => ({ Protocol: "HTTPS", Certificates: [{ CertificateArn: "nope" }] })),
  "listener.one-certificate": listen(() => ({ Protocol: "HTTPS", Certificates: [{}, {}] })),
  "listener.ssl-policy": ["DescribeSSLPolicies", { Names: ["nope"] }],
  "listener.default-certificate": balanced("RemoveListenerCertificates", (world) => encrypted(world)),
  "listener.certificate-of-plain": balanced("AddListenerCertificates", ({ arns }) => ({
    ListenerArn: arns.listener,
    Certificates: [{ CertificateArn: CERTIFICATE }],
  })),
  "listener.too-many-certificates": balanced("AddListenerCertificates", (world) => ({
    ListenerArn: encrypted(world).ListenerArn,
    Certificates: many(26).map((index) => ({
      CertificateArn: CERTIFICATE.slice(0, -2) + String(index).padStart(2, "0"),
    })),
  })),
  "listener-rule.none-found": ["DeleteRule", { RuleArn: NOBODY }],
  "listener-rule.no-way": ["DescribeRules", {}],
  "listener-rule.one-way": ["DescribeRules", { ListenerArn: NOBODY, RuleArns: [NOBODY] }],
  "listener-rule.priority-in-use": rule((world) => {
    const Conditions = [{ Field: "path-pattern", Values: ["/y"] }];
    world.call("CreateRule", { ListenerArn: world.arns.listener, Priority: 1, Conditions, Actions: [forward(world)] });
    return {};
  }),
  "listener-rule.too-many": rule((world) => {
    const Conditions = [{ Field: "path-pattern", Values: ["/y"] }];
    const input = { ListenerArn: world.arns.listener, Conditions, Actions: [forward(world)] };
    for (const index of many(100)) world.call("CreateRule", { ...input, Priority: 10 + index });
    return {};
  }),
  "listener-rule.of-network": rule((world) => {
    const TargetGroupArn = groupNamed(world, { Name: "tcp", Protocol: "TCP" });
    const DefaultActions = [{ Type: "forward", TargetGroupArn }];
    const input = { LoadBalancerArn: network(world), Protocol: "TCP", Port: 80, DefaultActions };
    const [made] = world.call("CreateListener", input).Listeners as { ListenerArn: string }[];
    return { ListenerArn: made?.ListenerArn };
  }),
  "listener-rule.default": balanced("ModifyRule", (world) => ({ RuleArn: defaultRule(world), Actions: [] })),
  "listener-rule.delete-default": balanced("DeleteRule", (world) => ({ RuleArn: defaultRule(world) })),
  "listener-rule.no-condition": when(),
  "listener-rule.nothing": balanced("ModifyRule", (world) => ({ RuleArn: oneRule(world) })),
  "listener-rule.priority-twice": balanced("SetRulePriorities", (world) => {
    const RuleArn = oneRule(world);
    return { RulePriorities: [1, 1].map((Priority) => ({ RuleArn, Priority })) };
  }),
};

function encrypted({ call, arns }: World) {
  const Certificates = [{ CertificateArn: CERTIFICATE }];
  const DefaultActions = [{ Type: "forward", TargetGroupArn: arns.group }];
  const input = { LoadBalancerArn: arns.balancer, Protocol: "HTTPS", Port: 443, Certificates, DefaultActions };
  const [made] = call("CreateListener", input).Listeners as { ListenerArn: string }[];
  return { ListenerArn: made?.ListenerArn ?? "", Certificates };
}

function oneRule(world: World): string {
  const Conditions = [{ Field: "path-pattern", Values: ["/one"] }];
  const input = { ListenerArn: world.arns.listener, Priority: 7, Conditions, Actions: [forward(world)] };
  return (world.call("CreateRule", input).Rules as { RuleArn: string }[])[0]?.RuleArn ?? "";
}

const RULES: Readonly<Record<string, Way>> = {
  "condition.field": when({ Field: "colour", Values: ["red"] }),
  "condition.twice": when({ Field: "path-pattern", Values: ["/a"] }, { Field: "path-pattern", Values: ["/b"] }),
  "condition.no-value": when({ Field: "path-pattern", Values: [] }),
  "condition.both": when({ Field: "path-pattern", Values: ["/a"], PathPatternConfig: { Values: ["/b"] } }),
  "condition.values": when({ Field: "source-ip", Values: ["10.0.0.0/8"] }),
  "condition.config": when({ Field: "source-ip" }),
  "condition.too-long": when({ Field: "path-pattern", Values: ["/".repeat(129)] }),
  "condition.too-many": when({ Field: "path-pattern", Values: many(6).map((index) => `/${index}`) }),
  "condition.wildcards": when({ Field: "path-pattern", Values: ["/*?*?*?*"] }),
  "condition.method": when({ Field: "http-request-method", HttpRequestMethodConfig: { Values: ["get"] } }),
  "condition.source-ip": when({ Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.300/8"] } }),
  "condition.pair": when({ Field: "query-string", QueryStringConfig: { Values: [{ Key: "a" }] } }),
  "action.none": does(),
  "action.several": rule((world) => ({ Actions: [forward(world), forward(world)] })),
  "action.config": does({ Type: "redirect" }),
  "action.of-network": balanced("CreateListener", (world) => ({
    LoadBalancerArn: network(world),
    Protocol: "TCP",
    Port: 80,
    DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }],
  })),
  "action.forward-twice": rule((world) => ({
    Actions: [{ ...forward(world), ForwardConfig: { TargetGroups: [{ TargetGroupArn: "other" }] } }],
  })),
  "action.too-many-groups": does({
    Type: "forward",
    ForwardConfig: { TargetGroups: many(6).map((index) => ({ TargetGroupArn: String(index) })) },
  }),
  "action.weight": rule(({ arns }) => ({
    Actions: [{ Type: "forward", ForwardConfig: { TargetGroups: [{ TargetGroupArn: arns.group, Weight: 1000 }] } }],
  })),
  "action.sticky-seconds": rule(({ arns }) => ({
    Actions: [
      {
        Type: "forward",
        ForwardConfig: {
          TargetGroups: [{ TargetGroupArn: arns.group }],
          TargetGroupStickinessConfig: { Enabled: true },
        },
      },
    ],
  })),
  "action.content-type": does({
    Type: "fixed-response",
    FixedResponseConfig: { StatusCode: "200", ContentType: "image/png" },
  }),
  "action.redirect-loop": does({ Type: "redirect", RedirectConfig: { StatusCode: "HTTP_301" } }),
  "action.protocols": rule((world) => ({
    Actions: [{ Type: "forward", TargetGroupArn: groupNamed(world, { Name: "tcp", Protocol: "TCP" }) }],
  })),
  "action.protocol-version": rule((world) => ({
    Actions: [{ Type: "forward", TargetGroupArn: groupNamed(world, { Name: "grpc", ProtocolVersion: "GRPC" }) }],
  })),
  "action.other-balancer": balanced("CreateListener", (world) => {
    const [made] = world.call("CreateLoadBalancer", { ...SHOP, Name: "other" }).LoadBalancers as {
      LoadBalancerArn: string;
    }[];
    return { LoadBalancerArn: made?.LoadBalancerArn, Protocol: "HTTP", Port: 80, DefaultActions: [forward(world)] };
  }),
};

const GROUPS: Readonly<Record<string, Way>> = {
  "target-group.none-found": ["DescribeTargetGroups", { Names: ["nobody"] }],
  "target-group.not-found": ["DescribeTargetHealth", { TargetGroupArn: NOBODY }],
  "target-group.one-way": ["DescribeTargetGroups", { Names: ["a"], TargetGroupArns: [NOBODY] }],
  "target-group.name-too-long": createGroup({ Name: "x".repeat(33) }),
  "target-group.name-characters": createGroup({ Name: "a_b" }),
  "target-group.name-hyphen": createGroup({ Name: "a-" }),
  "target-group.duplicate": balanced("CreateTargetGroup", () => ({ ...WEB_GROUP, Port: 81 })),
  "target-group.in-use": balanced("DeleteTargetGroup", ({ arns }) => ({ TargetGroupArn: arns.group })),
  "target-group.protocol-and-port": createGroup({ Port: undefined }),
  "target-group.no-vpc": createGroup({ VpcId: undefined }),
  "target-group.vpc": createGroup({ VpcId: "vpc-0123456789abcdef0" }),
  "target-group.protocol-version": createGroup({ Protocol: "TCP", ProtocolVersion: "HTTP2" }),
  "health-check.timeout": createGroup({ HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 5 }),
  "health-check.timeout-or-equal": createGroup({
    Protocol: "TCP",
    HealthCheckIntervalSeconds: 5,
    HealthCheckTimeoutSeconds: 6,
  }),
  "health-check.protocol": createGroup({ HealthCheckProtocol: "TCP" }),
  "health-check.port": createGroup({ HealthCheckPort: "0" }),
  "health-check.path": createGroup({ HealthCheckPath: "health" }),
  "health-check.tcp-path": createGroup({ Protocol: "TCP", HealthCheckPath: "/" }),
  "health-check.matcher": createGroup({ Matcher: { HttpCode: "600" } }),
  "health-check.disabled": createGroup({ HealthCheckEnabled: false }),
  "target.none": balanced("RegisterTargets", ({ arns }) => ({ TargetGroupArn: arns.group, Targets: [] })),
  "target.no-address": register({ Id: "web" }),
  "target.not-allowed": register({ Id: "127.0.0.1" }),
  "target.no-subnet": register({ Id: "10.0.99.9" }),
  "target.zone": register({ Id: "192.168.0.9" }),
  "target.zone-of-instance": toInstances(() => ({ Id: "i-0", AvailabilityZone: "us-east-1a" })),
  "target.instance": toInstances(() => ({ Id: "i-0123456789abcdef0" })),
  "target.not-running": toInstances((session) => {
    const Id = keyOf(session.tables.ec2Instances);
    must(session, "ec2", "StopInstances", { InstanceIds: [Id] });
    return { Id };
  }),
  "target.too-many": balanced("RegisterTargets", ({ arns }) => ({
    TargetGroupArn: arns.group,
    Targets: many(1001).map((index) => ({ ...IP_TARGET, Port: index + 1 })),
  })),
};

function toInstances(target: (session: Session) => object): Way {
  return balanced("RegisterTargets", (world) => ({
    TargetGroupArn: groupNamed(world, { Name: "machines", TargetType: "instance" }),
    Targets: [target(world.session)],
  }));
}

const SETTINGS: Readonly<Record<string, Way>> = {
  "elbv2-attribute.unknown": modifyGroup(["colour", "red"]),
  "elbv2-attribute.range": modifyGroup(["deregistration_delay.timeout_seconds", "3601"]),
  "elbv2-attribute.value": modifyGroup(["stickiness.enabled", "perhaps"]),
  "elbv2-attribute.cross-zone": balanced("ModifyLoadBalancerAttributes", ({ arns }) => ({
    LoadBalancerArn: arns.balancer,
    Attributes: [{ Key: "load_balancing.cross_zone.enabled", Value: "false" }],
  })),
  "elbv2-attribute.slow-start": modifyGroup(
    ["slow_start.duration_seconds", "30"],
    ["load_balancing.algorithm.type", "least_outstanding_requests"],
  ),
  "elbv2-attribute.mitigation": modifyGroup(["load_balancing.algorithm.anomaly_mitigation", "on"]),
  "elbv2-attribute.stickiness": modifyGroup(["stickiness.enabled", "true"], ["stickiness.type", "source_ip"]),
  "elbv2-attribute.cookie": modifyGroup(["stickiness.enabled", "true"], ["stickiness.type", "app_cookie"]),
  "elbv2-attribute.sticky-zones": modifyGroup(
    ["stickiness.enabled", "true"],
    ["load_balancing.cross_zone.enabled", "false"],
  ),
  "elbv2-tag.duplicate": create({ Tags: [{ Key: "a" }, { Key: "a" }] }),
  "elbv2-tag.too-many": create({ Tags: tagged(51) }),
  "elbv2-tag.resource": ["DescribeTags", { ResourceArns: ["nope"] }],
  "elbv2.not-simulated": create({ Type: "gateway" }),
  "elbv2.value": createGroup({ Protocol: "FTP" }),
  "elbv2.too-small": createGroup({ HealthCheckIntervalSeconds: 4 }),
  "elbv2.too-large": register({ ...IP_TARGET, Port: 65_536 }),
  "elbv2.form": does({ Type: "fixed-response", FixedResponseConfig: { StatusCode: "301" } }),
  "elbv2.page-size": ["DescribeLoadBalancers", { PageSize: 401 }],
  "elbv2.marker": ["DescribeLoadBalancers", { Marker: "nope" }],
};

/** Three thousand groups would take a while to make. */
const TOO_MANY = ["target-group.too-many"];

test("every refusal of Elastic Load Balancing is met", () => {
  expect(DEFAULT_VPC_ID).toBe(WEB_GROUP.VpcId);
  const ways = { ...BALANCERS, ...LISTENERS, ...RULES, ...GROUPS, ...SETTINGS };
  expect(met("elbv2", ways)).toEqual(toMeet(ELBV2_REFUSALS, TOO_MANY));
});
