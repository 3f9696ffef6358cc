/** Load balancers, target groups, listeners and rules as answers show them. */
import { groupsOf, rulesOf } from "../../balancing/rows.ts";
import type { Cloud } from "../../model/cloud.ts";
import type {
  ListenerRow,
  LoadBalancerRow,
  RuleAction,
  RuleCondition,
  RuleRow,
  TargetGroupRow,
} from "../../model/elb.ts";
import { epochSeconds, regionOf } from "../../model/place.ts";
import type { Shape } from "../shapes.ts";

/** Of us-east-1; in other Regions the member is left out. @source AWS General Reference, Elastic Load Balancing endpoints (checked 2026-11-29) */
const ZONE_IDS = { application: "Z35SXDOTRQ7X7K", network: "Z26RNL4JYFTOTI" } as const;

export function presentLoadBalancer(sim: Cloud, row: LoadBalancerRow): Shape<"elbv2", "LoadBalancer"> {
  return {
    LoadBalancerArn: row.loadBalancerArn,
    DNSName: row.dnsName,
    ...(regionOf(sim.tables) === "us-east-1" ? { CanonicalHostedZoneId: ZONE_IDS[row.type] } : {}),
    CreatedTime: epochSeconds(sim.tables, row.createdAtMs),
    LoadBalancerName: row.loadBalancerName,
    Scheme: row.scheme,
    VpcId: row.vpcId,
    State: { Code: row.state },
    Type: row.type,
    AvailabilityZones: row.subnetIds.map((SubnetId) => presentZone(sim, SubnetId)),
    ...(row.securityGroups.length === 0 ? {} : { SecurityGroups: row.securityGroups }),
    IpAddressType: "ipv4",
  };
}

/** A subnet of a balancer with its zone. */
export function presentZone(sim: Cloud, SubnetId: string): Shape<"elbv2", "AvailabilityZone"> {
  return { ZoneName: sim.tables.subnets.get(SubnetId)?.availabilityZone, SubnetId, LoadBalancerAddresses: [] };
}

export function presentTargetGroup(row: TargetGroupRow): Shape<"elbv2", "TargetGroup"> {
  const { healthCheck: check } = row;
  return {
    TargetGroupArn: row.targetGroupArn,
    TargetGroupName: row.targetGroupName,
    Protocol: row.protocol,
    Port: row.port,
    VpcId: row.vpcId,
    HealthCheckProtocol: check.protocol,
    HealthCheckPort: check.port,
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: check.intervalSeconds,
    HealthCheckTimeoutSeconds: check.timeoutSeconds,
    HealthyThresholdCount: check.healthyThreshold,
    UnhealthyThresholdCount: check.unhealthyThreshold,
    ...(check.path === undefined ? {} : { HealthCheckPath: check.path }),
    ...(check.matcher === undefined
      ? {}
      : { Matcher: row.protocolVersion === "GRPC" ? { GrpcCode: check.matcher } : { HttpCode: check.matcher } }),
    LoadBalancerArns: row.loadBalancerArn === undefined ? [] : [row.loadBalancerArn],
    TargetType: row.targetType,
    ...(row.protocolVersion === undefined ? {} : { ProtocolVersion: row.protocolVersion }),
    IpAddressType: "ipv4",
  };
}

export function presentListener(sim: Cloud, row: ListenerRow): Shape<"elbv2", "Listener"> {
  const [CertificateArn] = row.certificateArns;
  const actions = rulesOf(sim.tables, row.listenerArn).filter(({ priority }) => priority === "default");
  return {
    ListenerArn: row.listenerArn,
    LoadBalancerArn: row.loadBalancerArn,
    Port: row.port,
    Protocol: row.protocol,
    ...(CertificateArn === undefined ? {} : { Certificates: [{ CertificateArn }] }),
    ...(row.sslPolicy === undefined ? {} : { SslPolicy: row.sslPolicy }),
    DefaultActions: actions.map(({ action }) => presentAction(action)),
    ...(row.protocol === "HTTPS" ? { MutualAuthentication: { Mode: "off" } } : {}),
  };
}

/** @source Recorded answers of DescribeRules, for the form with both kinds of conditions and of forward actions (checked 2026-11-29) */
export function presentRule({ ruleArn, priority, conditions, action }: RuleRow): Shape<"elbv2", "Rule"> {
  return {
    RuleArn: ruleArn,
    Priority: String(priority),
    Conditions: conditions.map(presentCondition),
    Actions: [presentAction(action)],
    IsDefault: priority === "default",
    Transforms: [],
  };
}

function presentCondition(condition: RuleCondition): Shape<"elbv2", "RuleCondition"> {
  const { field: Field } = condition;
  if (condition.field === "query-string") {
    const Values = condition.pairs.map(({ key, value }) => ({
      ...(key === undefined ? {} : { Key: key }),
      Value: value,
    }));
    return { Field, QueryStringConfig: { Values } };
  }
  const Values = condition.values;
  switch (condition.field) {
    case "host-header":
      return { Field, Values, HostHeaderConfig: { Values } };
    case "path-pattern":
      return { Field, Values, PathPatternConfig: { Values } };
    case "http-header":
      return { Field, HttpHeaderConfig: { HttpHeaderName: condition.name, Values } };
    case "source-ip":
      return { Field, SourceIpConfig: { Values } };
    case "http-request-method":
      return { Field, HttpRequestMethodConfig: { Values } };
  }
}

function presentAction(action: RuleAction): Shape<"elbv2", "Action"> {
  if (action.type === "forward") return presentForward(action);
  if (action.type === "redirect") {
    const { protocol: Protocol, host: Host, port: Port, path: Path, query: Query, statusCode: StatusCode } = action;
    return { Type: "redirect", Order: 1, RedirectConfig: { Protocol, Port, Host, Path, Query, StatusCode } };
  }
  const { statusCode: StatusCode, contentType: ContentType, messageBody: MessageBody } = action;
  return {
    Type: "fixed-response",
    Order: 1,
    FixedResponseConfig: {
      ...(MessageBody === undefined ? {} : { MessageBody }),
      StatusCode,
      ...(ContentType === undefined ? {} : { ContentType }),
    },
  };
}

function presentForward(action: Extract<RuleAction, { readonly type: "forward" }>): Shape<"elbv2", "Action"> {
  const [only, ...others] = groupsOf(action);
  const { groups, stickySeconds: DurationSeconds } = action;
  return {
    Type: "forward",
    ...(others.length === 0 ? { TargetGroupArn: only } : {}),
    Order: 1,
    ForwardConfig: {
      TargetGroups: groups.map(({ targetGroupArn, weight }) => ({ TargetGroupArn: targetGroupArn, Weight: weight })),
      TargetGroupStickinessConfig:
        DurationSeconds === undefined ? { Enabled: false } : { Enabled: true, DurationSeconds },
    },
  };
}
