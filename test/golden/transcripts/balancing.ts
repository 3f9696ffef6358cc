/** An Application and a Network Load Balancer with everything behind them, from their creation to their end. */
import { keyOf, type Turn } from "./transcript.ts";

const VPC = "vpc-0a1b2c3d4e5f60718";
const SUBNETS = ["subnet-0aaa1111222233334", "subnet-0bbb1111222233334"];

type Session = Parameters<typeof keyOf>[0];
type Rows = Parameters<typeof keyOf>[1];

const elb = (operation: string, input: object | ((session: Session) => object) = {}): Turn => [
  "elbv2",
  operation,
  input,
];
/** A call that names a row by its place in its table. */
const of =
  (table: Rows, index: number, make: (key: string, session: Session) => object) =>
  (session: Session): object =>
    make(keyOf(session, table, index), session);
/** What happens from outside of AWS's API. */
const outside = (operation: string, input: object): Turn => ["quayside", operation, input];
const rule = (Priority: number, Conditions: object[], Actions: object[]): Turn =>
  elb(
    "CreateRule",
    of("listeners", 0, (ListenerArn) => ({ ListenerArn, Priority, Conditions, Actions })),
  );
const group = (Name: string, more: object): Turn =>
  elb("CreateTargetGroup", { Name, Protocol: "HTTP", Port: 80, VpcId: VPC, TargetType: "ip", ...more });
const health = (more: object = {}): Turn =>
  elb(
    "DescribeTargetHealth",
    of("targetGroups", 0, (TargetGroupArn) => ({ TargetGroupArn, ...more })),
  );
const targets = (operation: string, Targets: object[]): Turn =>
  elb(
    operation,
    of("targetGroups", 0, (TargetGroupArn) => ({ TargetGroupArn, Targets })),
  );
const attributes = (Attributes: object[]): Turn =>
  elb(
    "ModifyTargetGroupAttributes",
    of("targetGroups", 0, (TargetGroupArn) => ({ TargetGroupArn, Attributes })),
  );

export const LOAD_BALANCERS: readonly Turn[] = [
  elb("CreateLoadBalancer", { Name: "shop", Subnets: SUBNETS, Tags: [{ Key: "stage", Value: "test" }] }),
  elb("CreateLoadBalancer", { Name: "shop", Subnets: [...SUBNETS].reverse() }),
  elb("CreateLoadBalancer", { Name: "shop", Subnets: SUBNETS, Scheme: "internal" }),
  elb("CreateLoadBalancer", { Name: "alone", Subnets: SUBNETS.slice(0, 1) }),
  group("web", { HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 2, HealthyThresholdCount: 2 }),
  group("api", { Matcher: { HttpCode: "200-299,404" }, HealthCheckPath: "/health", ProtocolVersion: "HTTP2" }),
  group("tcp", { Protocol: "TCP", TargetType: "instance" }),
  group("web", { HealthCheckIntervalSeconds: 6, HealthCheckTimeoutSeconds: 2, HealthyThresholdCount: 2 }),
  targets("RegisterTargets", [{ Id: "10.0.10.9" }, { Id: "10.0.11.9", Port: 8080 }]),
  targets("RegisterTargets", [{ Id: "127.0.0.1" }]),
  targets("RegisterTargets", [{ Id: "10.0.99.9" }]),
  targets("RegisterTargets", [{ Id: "192.168.0.9" }]),
  health(),
  { passMs: 60_000 },
  elb(
    "CreateListener",
    of("loadBalancers", 0, (LoadBalancerArn, session) => ({
      LoadBalancerArn,
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [{ Type: "forward", TargetGroupArn: keyOf(session, "targetGroups", 0) }],
    })),
  ),
  elb(
    "CreateListener",
    of("loadBalancers", 0, (LoadBalancerArn, session) => ({
      LoadBalancerArn,
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [{ Type: "forward", TargetGroupArn: keyOf(session, "targetGroups", 0) }],
    })),
  ),
  rule(
    10,
    [{ Field: "path-pattern", Values: ["/old/*"] }],
    [{ Type: "redirect", RedirectConfig: { Path: "/", StatusCode: "HTTP_301" } }],
  ),
  rule(
    20,
    [
      { Field: "host-header", HostHeaderConfig: { Values: ["api.example.com", "*.api.example.com"] } },
      { Field: "http-header", HttpHeaderConfig: { HttpHeaderName: "X-Beta", Values: ["1"] } },
      { Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.0/8"] } },
    ],
    [
      {
        Type: "fixed-response",
        FixedResponseConfig: { StatusCode: "503", ContentType: "text/plain", MessageBody: "later" },
      },
    ],
  ),
  rule(
    10,
    [{ Field: "path-pattern", Values: ["/x"] }],
    [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }],
  ),
  { passMs: 70_000 },
  elb("DescribeLoadBalancers", { Names: ["shop"] }),
  elb("DescribeLoadBalancers", { Names: ["nope"] }),
  elb(
    "DescribeListeners",
    of("loadBalancers", 0, (LoadBalancerArn) => ({ LoadBalancerArn })),
  ),
  elb(
    "DescribeRules",
    of("listeners", 0, (ListenerArn) => ({ ListenerArn })),
  ),
  elb(
    "DescribeTargetGroups",
    of("loadBalancers", 0, (LoadBalancerArn) => ({ LoadBalancerArn })),
  ),
  elb("DescribeTargetGroups", { PageSize: 2 }),
  elb("DescribeTargetGroups", { PageSize: 2, Marker: "page-2" }),
  elb(
    "ModifyTargetGroup",
    of("targetGroups", 0, (TargetGroupArn) => ({
      TargetGroupArn,
      HealthCheckPath: "/ready",
      UnhealthyThresholdCount: 3,
    })),
  ),
  elb(
    "ModifyTargetGroup",
    of("targetGroups", 0, (TargetGroupArn) => ({ TargetGroupArn, HealthCheckTimeoutSeconds: 5 })),
  ),
  attributes([{ Key: "deregistration_delay.timeout_seconds", Value: "30" }]),
  attributes([{ Key: "deregistration_delay.timeout_seconds", Value: "4000" }]),
  attributes([{ Key: "proxy_protocol_v2.enabled", Value: "true" }]),
  elb(
    "DescribeTargetGroupAttributes",
    of("targetGroups", 2, (TargetGroupArn) => ({ TargetGroupArn })),
  ),
  health({ Include: ["All"] }),
  health({ Targets: [{ Id: "10.0.10.77" }] }),
  targets("DeregisterTargets", [{ Id: "10.0.11.9", Port: 8080 }, { Id: "10.0.10.77" }]),
  health(),
  { passMs: 300_000 },
  health(),
  elb(
    "DeleteRule",
    of("rules", 1, (RuleArn) => ({ RuleArn })),
  ),
  elb(
    "DeleteRule",
    of("rules", 0, (RuleArn) => ({ RuleArn })),
  ),
  elb("CreateLoadBalancer", { Name: "inner", Type: "network", Scheme: "internal", Subnets: SUBNETS.slice(0, 1) }),
  elb(
    "CreateListener",
    of("loadBalancers", 1, (LoadBalancerArn, session) => ({
      LoadBalancerArn,
      Protocol: "TCP",
      Port: 5432,
      DefaultActions: [{ Type: "forward", TargetGroupArn: keyOf(session, "targetGroups", 2) }],
    })),
  ),
  { passMs: 150_000 },
  elb("DescribeLoadBalancers"),
  outside("StartTraffic", { name: "shoppers", loadBalancer: "shop", perSecond: 2, path: "/cart" }),
  outside("StartTraffic", { name: "shoppers", loadBalancer: "shop", perSecond: 2 }),
  outside("StartTraffic", { name: "others", loadBalancer: "nowhere", perSecond: 2 }),
  outside("StartTraffic", { name: "others", loadBalancer: "shop", perSecond: -2 }),
  { passMs: 70_000 },
  outside("ChangeTraffic", {
    name: "shoppers",
    profile: "spike",
    perSecond: 1,
    toPerSecond: 9,
    afterSeconds: 60,
    forSeconds: 30,
  }),
  outside("ChangeTraffic", { name: "shoppers", profile: "waves" }),
  { passMs: 120_000 },
  outside("StopTraffic", { name: "shoppers" }),
  outside("StopTraffic", { name: "shoppers" }),
  ["ec2", "DescribeNetworkInterfaces", { Filters: [{ Name: "description", Values: ["ELB *"] }] }],
  elb(
    "DeleteTargetGroup",
    of("targetGroups", 2, (TargetGroupArn) => ({ TargetGroupArn })),
  ),
  elb(
    "DeleteListener",
    of("listeners", 1, (ListenerArn) => ({ ListenerArn })),
  ),
  elb(
    "DeleteTargetGroup",
    of("targetGroups", 2, (TargetGroupArn) => ({ TargetGroupArn })),
  ),
  elb(
    "DeleteLoadBalancer",
    of("loadBalancers", 0, (LoadBalancerArn) => ({ LoadBalancerArn })),
  ),
  elb(
    "DeleteTargetGroup",
    of("targetGroups", 0, (TargetGroupArn) => ({ TargetGroupArn })),
  ),
  { passMs: 5_000 },
  elb(
    "DeleteTargetGroup",
    of("targetGroups", 0, (TargetGroupArn) => ({ TargetGroupArn })),
  ),
];
