/** The health check of a target group, read from a call, with the defaults of its protocol. */
import { isOfHttp } from "../../balancing/attributes.ts";
import type { HealthCheckSettings, TargetGroupRow } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { Input } from "../shapes.ts";
import { refuse } from "./refusals.ts";

type Asked = Pick<
  Input<"elbv2", "CreateTargetGroup">,
  | "HealthCheckProtocol"
  | "HealthCheckPort"
  | "HealthCheckEnabled"
  | "HealthCheckPath"
  | "HealthCheckIntervalSeconds"
  | "HealthCheckTimeoutSeconds"
  | "HealthyThresholdCount"
  | "UnhealthyThresholdCount"
  | "Matcher"
>;

type Group = Pick<TargetGroupRow, "protocol" | "protocolVersion" | "targetType">;

type Read = { readonly ok: true; readonly check: HealthCheckSettings } | Refusal;

/**
 * Reads the settings of a health check over those that the group has, or over the defaults.
 * @source Recorded target group for HTTP; Network Load Balancers guide, "Health checks for Network Load Balancer target groups", for the others (checked 2026-11-29)
 */
export function readHealthCheck(asked: Asked, group: Group, known?: HealthCheckSettings): Read {
  if (asked.HealthCheckEnabled === false) {
    return refuse("health-check.disabled", { targetType: group.targetType });
  }
  const protocol = asked.HealthCheckProtocol ?? known?.protocol ?? usualProtocol(group);
  if (!isCheckProtocol(protocol, group)) return refuse("health-check.protocol", { protocol, group: group.protocol });
  const isTcp = protocol === "TCP";
  if (isTcp && (asked.HealthCheckPath !== undefined || asked.Matcher !== undefined))
    return refuse("health-check.tcp-path");
  const before = known?.protocol === protocol ? known : undefined;
  const { HealthCheckPort = known?.port ?? "traffic-port" } = asked;
  const check: HealthCheckSettings = {
    protocol,
    port: HealthCheckPort,
    ...(isTcp ? {} : { path: asked.HealthCheckPath ?? before?.path ?? usualPath(group) }),
    ...(isTcp ? {} : { matcher: matcherOf(asked) ?? before?.matcher ?? usualMatcher(group) }),
    intervalSeconds: asked.HealthCheckIntervalSeconds ?? known?.intervalSeconds ?? 30,
    timeoutSeconds: asked.HealthCheckTimeoutSeconds ?? before?.timeoutSeconds ?? usualTimeout(group, protocol),
    healthyThreshold: asked.HealthyThresholdCount ?? known?.healthyThreshold ?? 5,
    unhealthyThreshold: asked.UnhealthyThresholdCount ?? known?.unhealthyThreshold ?? 2,
  };
  return checkProblem(check, group) ?? { ok: true, check };
}

function usualProtocol({ protocol }: Group): string {
  return isOfHttp({ protocol }) ? protocol : "TCP";
}

function isCheckProtocol(protocol: string, group: Group): protocol is HealthCheckSettings["protocol"] {
  return protocol === "HTTP" || protocol === "HTTPS" || (protocol === "TCP" && !isOfHttp(group));
}

function usualPath({ protocolVersion }: Group): string {
  return protocolVersion === "GRPC" ? "/AWS.ALB/healthcheck" : "/";
}

function matcherOf({ Matcher }: Asked): string | undefined {
  return Matcher?.HttpCode ?? Matcher?.GrpcCode;
}

function usualMatcher(group: Group): string {
  if (group.protocolVersion === "GRPC") return "12";
  return isOfHttp(group) ? "200" : "200-399";
}

function usualTimeout(group: Group, protocol: string): number {
  if (isOfHttp(group)) return 5;
  return protocol === "HTTP" ? 6 : 10;
}

/** @source Elastic Load Balancing API Reference, Matcher (checked 2026-11-29) */
function codesOf(group: Group): readonly [from: number, to: number] {
  if (group.protocolVersion === "GRPC") return [0, 99];
  return isOfHttp(group) ? [200, 499] : [200, 599];
}

function checkProblem(check: HealthCheckSettings, group: Group): Refusal | undefined {
  const { port, path, matcher, timeoutSeconds: timeout, intervalSeconds: interval } = check;
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (port !== "traffic-port" && (number < 1 || number > 65_535)) return refuse("health-check.port", { port });
  if (path !== undefined && !path.startsWith("/")) return refuse("health-check.path", { path });
  const [from, to] = codesOf(group);
  if (matcher !== undefined && !isMatcher(matcher, from, to)) {
    return refuse("health-check.matcher", { codes: matcher, from, to });
  }
  if (isOfHttp(group)) return timeout >= interval ? refuse("health-check.timeout", { timeout, interval }) : undefined;
  return timeout > interval ? refuse("health-check.timeout-or-equal", { timeout, interval }) : undefined;
}

/** `200`, `200,202`, `200-299`, or several of them. */
function isMatcher(text: string, from: number, to: number): boolean {
  return text.split(",").every((part) => {
    const [, low, high = low] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? [];
    return low !== undefined && Number(low) >= from && Number(high) <= to && Number(low) <= Number(high);
  });
}
