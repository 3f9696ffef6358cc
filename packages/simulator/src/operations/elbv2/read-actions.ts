/** What a rule does, read from a call and checked against its listener and the target groups. */
import { userOf } from "../../balancing/rows.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ListenerProtocol, RuleAction, TargetGroupRow, WeightedGroup } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

/** @source Application Load Balancers guide, quotas: target groups per action (checked 2026-11-29) */
const MOST_GROUPS = 5;
const MOST_WEIGHT = 999;
const WEEK_SECONDS = 604_800;

const CONTENT_TYPES: ReadonlySet<string> = new Set([
  "text/plain",
  "text/css",
  "text/html",
  "application/javascript",
  "application/json",
]);

/** Where a rule stands. */
export interface ActionPlace {
  readonly loadBalancerArn: string;
  readonly protocol: ListenerProtocol;
  readonly port: number;
}

type Read = { readonly ok: true; readonly action: RuleAction } | Refusal;

/** Reads the actions of a call: one, because those that only come before it are not simulated. */
export function readActions(sim: Cloud, actions: readonly Shape<"elbv2", "Action">[], place: ActionPlace): Read {
  const [action, ...others] = actions;
  if (action === undefined) return refuse("action.none");
  for (const { Type } of actions) {
    if (!LAST.has(Type)) return refuse("elbv2.not-simulated", { what: `the action ${Type}` });
  }
  if (others.length > 0) return refuse("action.several");
  if (isOfNetwork(place.protocol) && action.Type !== "forward") return refuse("action.of-network");
  if (action.Type === "forward") return readForward(sim, action, place);
  return action.Type === "redirect" ? readRedirect(action, place) : readFixedResponse(action);
}

const LAST: ReadonlySet<string> = new Set(["forward", "redirect", "fixed-response"]);

/** Whether a protocol is one of a Network Load Balancer's listeners. */
export function isOfNetwork(protocol: string): boolean {
  return protocol !== "HTTP" && protocol !== "HTTPS";
}

function readForward(sim: Cloud, action: Shape<"elbv2", "Action">, place: ActionPlace): Read {
  const { TargetGroupArn, ForwardConfig } = action;
  const tuples = ForwardConfig?.TargetGroups ?? (TargetGroupArn === undefined ? [] : [{ TargetGroupArn }]);
  if (tuples.length === 0) return refuse("action.config", { type: "forward", config: "TargetGroupArn" });
  if (tuples.length > MOST_GROUPS) return refuse("action.too-many-groups", { most: MOST_GROUPS });
  if (TargetGroupArn !== undefined && tuples.some((tuple) => tuple.TargetGroupArn !== TargetGroupArn)) {
    return refuse("action.forward-twice");
  }
  const groups: WeightedGroup[] = [];
  for (const { TargetGroupArn: arn = "", Weight: weight = 1 } of tuples) {
    const group = sim.tables.targetGroups.get(arn);
    if (group === undefined) return refuse("target-group.not-found", { arn });
    if (weight < 0 || weight > MOST_WEIGHT) return refuse("action.weight", { weight });
    const problem = groupProblem(sim, group, place);
    if (problem !== undefined) return problem;
    groups.push({ targetGroupArn: arn, weight });
  }
  const { Enabled = false, DurationSeconds } = ForwardConfig?.TargetGroupStickinessConfig ?? {};
  if (!Enabled) return { ok: true, action: { type: "forward", groups } };
  if (DurationSeconds === undefined || DurationSeconds < 1 || DurationSeconds > WEEK_SECONDS) {
    return refuse("action.sticky-seconds");
  }
  return { ok: true, action: { type: "forward", groups, stickySeconds: DurationSeconds } };
}

/** A group goes with the listener's protocol, and no other balancer uses it. */
function groupProblem(
  sim: Cloud,
  group: TargetGroupRow,
  { protocol, loadBalancerArn }: ActionPlace,
): Refusal | undefined {
  if (!GOES_WITH[protocol].includes(group.protocol)) {
    return refuse("action.protocols", { listener: protocol, group: group.protocol });
  }
  const version = group.protocolVersion ?? "HTTP1";
  if (protocol === "HTTP" && version !== "HTTP1") {
    return refuse("action.protocol-version", { listener: protocol, version });
  }
  const user = userOf(sim.tables, group.targetGroupArn);
  return user === undefined || user === loadBalancerArn
    ? undefined
    : refuse("action.other-balancer", { arn: group.targetGroupArn });
}

/** @source Network Load Balancers guide, "Listeners for your Network Load Balancers", protocols (checked 2026-11-29) */
const GOES_WITH: Readonly<Record<ListenerProtocol, readonly ListenerProtocol[]>> = {
  HTTP: ["HTTP", "HTTPS"],
  HTTPS: ["HTTP", "HTTPS"],
  TCP: ["TCP", "TCP_UDP"],
  TLS: ["TCP", "TLS"],
  UDP: ["UDP", "TCP_UDP"],
  TCP_UDP: ["TCP_UDP"],
};

function readRedirect({ RedirectConfig: config }: Shape<"elbv2", "Action">, place: ActionPlace): Read {
  if (config === undefined) return refuse("action.config", { type: "redirect", config: "RedirectConfig" });
  const {
    Protocol = "#{protocol}",
    Host = "#{host}",
    Port = "#{port}",
    Path = "/#{path}",
    Query = "#{query}",
  } = config;
  const staysHere =
    (Protocol === "#{protocol}" || Protocol === place.protocol) &&
    (Port === "#{port}" || Port === String(place.port)) &&
    Host === "#{host}" &&
    Path === "/#{path}";
  if (staysHere) return refuse("action.redirect-loop");
  const statusCode = config.StatusCode === "HTTP_301" ? "HTTP_301" : "HTTP_302";
  const action = {
    type: "redirect",
    protocol: Protocol,
    host: Host,
    port: Port,
    path: Path,
    query: Query,
    statusCode,
  } as const;
  return { ok: true, action };
}

function readFixedResponse({ FixedResponseConfig: config }: Shape<"elbv2", "Action">): Read {
  if (config === undefined) return refuse("action.config", { type: "fixed-response", config: "FixedResponseConfig" });
  const { StatusCode: statusCode, ContentType: contentType, MessageBody: messageBody } = config;
  if (contentType !== undefined && !CONTENT_TYPES.has(contentType)) return refuse("action.content-type");
  return { ok: true, action: { type: "fixed-response", statusCode, contentType, messageBody } };
}
