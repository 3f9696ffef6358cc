/**
 * StartTraffic, ChangeTraffic and StopTraffic: clients that send requests to a load balancer, so many a second, without waiting for
 * answers. They call from the internet, or from a machine in a subnet; they try nothing twice.
 * Simplified: every request of a client is alike, without headers, cookies and query strings of its own.
 */
import type { ClientFlowRow } from "../../model/client-flows.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { LoadBalancerRow } from "../../model/elb.ts";
import { placeOf } from "../../model/place.ts";
import type { Profile } from "../../model/traffic.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { readProfile } from "./read-profile.ts";
import { refuse } from "./refusals.ts";

/** Ours: bounds that no real use meets. */
const MOST_CLIENTS = 100;
const MOST_CHARACTERS = 255;

const PROFILES =
  '"perSecond": 100; or "profile": "ramp" or "spike" with "perSecond", "toPerSecond", "afterSeconds", "forSeconds"; "daily" with "perSecond", "swing" (0 to 1), "peakHour" (UTC); "recorded" with "rates", "everySeconds"';
const USAGE = `StartTraffic takes {"name": "shoppers", "loadBalancer": "its name or ARN"} and ${PROFILES}. Also "port", "from" ("internet" or a subnet), "host", "path", "method".`;
const CHANGE_USAGE = `ChangeTraffic takes {"name": "shoppers"} and what changes: ${PROFILES}; "host", "path", "method", "port".`;

export const startTraffic = command<"quayside", "StartTraffic">((sim, input) => {
  const fields = fieldsOf(input);
  const { name, loadBalancer } = fields;
  const profile = profileOf(sim, fields);
  if (!isText(name) || !isText(loadBalancer) || profile === undefined)
    return refuse("quayside.input", { usage: USAGE });
  const balancer = findBalancer(sim, loadBalancer);
  if (balancer === undefined) return refuse("traffic.balancer", { name: loadBalancer });
  if (sim.tables.clientFlows.has(name)) return refuse("traffic.exists", { name });
  if (sim.tables.clientFlows.size >= MOST_CLIENTS) return refuse("traffic.too-many", { most: MOST_CLIENTS });
  const look = lookOf(sim, { port: 80, from: "internet", path: "/", method: "GET", ...fields });
  if (look === undefined) return refuse("quayside.input", { usage: USAGE });
  const { loadBalancerArn } = balancer;
  const row: ClientFlowRow = { name, loadBalancerArn, profile, startedAtMs: sim.nowMs, ...look };
  sim.put("clientFlows", row);
  sim.record("FLOW_STARTED", name, { loadBalancerArn, profile });
  return answer({ name, loadBalancerArn, profile });
});

export const changeTraffic = command<"quayside", "ChangeTraffic">((sim, input) => {
  const fields = fieldsOf(input);
  const row = sim.tables.clientFlows.get(String(fields.name));
  if (row === undefined) return refuse("traffic.unknown", { name: String(fields.name) });
  const { from, port, path, method, host } = row;
  const look = lookOf(sim, { port, path, method, ...(host !== undefined && { host }), ...fields, from });
  const profile = changesProfile(fields) ? profileOf(sim, fields) : row.profile;
  if (look === undefined || profile === undefined) return refuse("quayside.input", { usage: CHANGE_USAGE });
  const { name, loadBalancerArn } = row;
  sim.change("clientFlows", row, { ...look, profile });
  sim.record("FLOW_CHANGED", name, { loadBalancerArn, profile });
  return answer({ name, loadBalancerArn, profile });
});

/** Requests that are on their way are answered as ever. */
export const stopTraffic = command<"quayside", "StopTraffic">((sim, input) => {
  const name = String(fieldsOf(input).name);
  if (!sim.tables.clientFlows.has(name)) return refuse("traffic.unknown", { name });
  sim.remove("clientFlows", name);
  sim.record("FLOW_STOPPED", name);
  return answer({ name });
});

function profileOf(sim: Cloud, fields: Readonly<Record<string, unknown>>): Profile | undefined {
  return readProfile(fields, { nowMs: sim.nowMs, startsAtMs: placeOf(sim.tables).startsAtMs });
}

function changesProfile(fields: Readonly<Record<string, unknown>>): boolean {
  return "profile" in fields || "perSecond" in fields;
}

function findBalancer({ tables }: Cloud, name: string): LoadBalancerRow | undefined {
  const byArn = tables.loadBalancers.get(name);
  if (byArn !== undefined) return byArn;
  for (const row of tables.loadBalancers.values()) if (row.loadBalancerName === name) return row;
  return undefined;
}

type Look = Pick<ClientFlowRow, "port" | "from" | "host" | "path" | "method">;

/** What the requests are like, and from where they come; undefined when that cannot be. */
function lookOf({ tables }: Cloud, fields: Readonly<Record<string, unknown>>): Look | undefined {
  const { port, from, host, path, method } = fields;
  const isAddressed = isWholeNumber(port, 1, 65_535) && isText(path) && path.startsWith("/") && isText(method);
  if (!isAddressed || !isText(from) || (host !== undefined && !isText(host))) return undefined;
  if (from !== "internet" && !tables.subnets.has(from)) return undefined;
  return { port, from, host, path, method: method.toUpperCase() };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= MOST_CHARACTERS;
}
