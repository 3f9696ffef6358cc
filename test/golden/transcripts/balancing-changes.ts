/** A load balancer whose listeners, rules, certificates, subnets, attributes and tags are changed. */
import { keyOf, type Turn, withKey } from "./transcript.ts";

const [FIRST, SECOND, OTHER] = ["subnet-0aaa1111222233334", "subnet-0bbb1111222233334", "subnet-0ddd1111222233334"];
const elb = (operation: string, input: object | ReturnType<typeof withKey> = {}): Turn => ["elbv2", operation, input];
const certificate = (letter: string): object => ({
  CertificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/${letter.repeat(8)}-0000-4000-8000-000000000000`,
});
const balancer = (operation: string, more: object = {}): Turn =>
  elb(
    operation,
    withKey("loadBalancers", 0, (LoadBalancerArn) => ({ LoadBalancerArn, ...more })),
  );
const listener = (operation: string, more: object = {}, index = 0): Turn =>
  elb(
    operation,
    withKey("listeners", index, (ListenerArn) => ({ ListenerArn, ...more })),
  );
const rule = (operation: string, more: object): Turn =>
  elb(
    operation,
    withKey("rules", 1, (RuleArn) => ({ RuleArn, ...more })),
  );
const listen = (more: object): Turn => [
  "elbv2",
  "CreateListener",
  (session) => ({
    LoadBalancerArn: keyOf(session, "loadBalancers", 0),
    DefaultActions: [{ Type: "forward", TargetGroupArn: keyOf(session, "targetGroups", 0) }],
    ...more,
  }),
];
const says = (StatusCode: string): object[] => [{ Type: "fixed-response", FixedResponseConfig: { StatusCode } }];

export const LOAD_BALANCER_CHANGES: readonly Turn[] = [
  elb("CreateLoadBalancer", { Name: "shop", Subnets: [FIRST, SECOND], Tags: [{ Key: "stage", Value: "test" }] }),
  elb("CreateTargetGroup", {
    Name: "web",
    Protocol: "HTTP",
    Port: 80,
    VpcId: "vpc-0a1b2c3d4e5f60718",
    TargetType: "ip",
  }),
  listen({ Protocol: "HTTP", Port: 80 }),
  { passMs: 140_000 },
  balancer("DescribeLoadBalancerAttributes"),
  balancer("ModifyLoadBalancerAttributes", { Attributes: [{ Key: "idle_timeout.timeout_seconds", Value: "120" }] }),
  balancer("ModifyLoadBalancerAttributes", { Attributes: [{ Key: "idle_timeout.timeout_seconds", Value: "0" }] }),
  elb(
    "AddTags",
    withKey("targetGroups", 0, (arn) => ({ ResourceArns: [arn], Tags: [{ Key: "team", Value: "shop" }] })),
  ),
  elb(
    "RemoveTags",
    withKey("loadBalancers", 0, (arn) => ({ ResourceArns: [arn], TagKeys: ["stage"] })),
  ),
  elb("DescribeTags", (session) => ({
    ResourceArns: [keyOf(session, "loadBalancers", 0), keyOf(session, "targetGroups", 0)],
  })),
  listener("CreateRule", {
    Priority: 10,
    Conditions: [{ Field: "path-pattern", Values: ["/old/*"] }],
    Actions: says("404"),
  }),
  rule("ModifyRule", { Conditions: [{ Field: "path-pattern", Values: ["/gone/*"] }] }),
  rule("ModifyRule", { Actions: says("410") }),
  rule("ModifyRule", {}),
  elb(
    "SetRulePriorities",
    withKey("rules", 1, (RuleArn) => ({ RulePriorities: [{ RuleArn, Priority: 30 }] })),
  ),
  listener("ModifyListener", { Port: 8080, DefaultActions: says("200") }),
  listener("DescribeListenerAttributes"),
  listen({ Protocol: "HTTPS", Port: 443, Certificates: [certificate("a")] }),
  listener("AddListenerCertificates", { Certificates: [certificate("b")] }, 1),
  listener("DescribeListenerCertificates", {}, 1),
  listener("RemoveListenerCertificates", { Certificates: [certificate("b")] }, 1),
  balancer("SetSecurityGroups", { SecurityGroups: ["sg-0eee1111222233334"] }),
  balancer("SetSubnets", { Subnets: [FIRST] }),
  balancer("SetSubnets", { Subnets: [FIRST, OTHER] }),
  balancer("SetIpAddressType", { IpAddressType: "ipv4" }),
  balancer("SetIpAddressType", { IpAddressType: "dualstack" }),
  { passMs: 12_000 },
  elb("CreateLoadBalancer", { Name: "net", Type: "network", Subnets: [FIRST] }),
  elb("CreateTargetGroup", { Name: "tcp", Protocol: "TCP", Port: 80, VpcId: "vpc-0a1b2c3d4e5f60718" }),
  elb("CreateListener", (session) => ({
    LoadBalancerArn: keyOf(session, "loadBalancers", 1),
    Protocol: "TCP",
    Port: 80,
    DefaultActions: [{ Type: "forward", TargetGroupArn: keyOf(session, "targetGroups", 1) }],
  })),
  listener("ModifyListenerAttributes", { Attributes: [{ Key: "tcp.idle_timeout.seconds", Value: "600" }] }, 2),
  elb("DescribeAccountLimits", { PageSize: 3 }),
  elb("DescribeSSLPolicies", { Names: ["ELBSecurityPolicy-2016-08"] }),
];
