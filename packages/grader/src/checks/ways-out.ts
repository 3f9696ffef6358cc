/** Conditions about ways out of a subnet: how a task got out, and which VPC endpoints and NAT gateways there are. */

import type { CheckView, Condition } from "../condition.ts";
import type { RowIn, RowVersion, TableName } from "../history.ts";
import type { Text } from "../text.ts";
import { noTaskYet, type TaskMatch, type TaskRow, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import type { WayOut } from "./texts/words.ts";
import { failed, passed } from "./verdict.ts";

type EndpointRow = RowIn<"vpcEndpoints">;
type NatRow = RowIn<"natGateways">;

/** Passes when a task on Fargate that fits was RUNNING, and at that moment its subnet had this way out. */
export function taskRanBy(options: TaskMatch & { readonly wayOut: Exclude<WayOut, "nothing"> }): Condition {
  return (view) => {
    const stories = tasksMatching(view, options).filter(({ latest }) => latest.row.spec.launchType === "FARGATE");
    for (const { versions } of stories) {
      const running = versions.find(({ row }) => row.lastStatus === "RUNNING");
      if (running === undefined || wayOutOf(view, running) !== options.wayOut) continue;
      const name = titleOf(running.row);
      return passed(say("ranBy", name, options.wayOut), [running.seq]);
    }
    const newest = stories.at(-1)?.latest;
    if (newest === undefined) return failed(noTaskYet(options));
    const [name, { lastStatus }] = [titleOf(newest.row), newest.row];
    return failed(say("wayOutOf", name, lastStatus, wayOutOf(view, newest)), [newest.seq]);
  };
}

/** Which VPC endpoint a check means. What is left out does not matter. */
export interface EndpointMatch {
  /** The last part of its name: `ecr.api`, `s3`. */
  readonly service: string;
  /** The route table that it is in; null: it is in none. Only of gateway endpoints. */
  readonly routeTableId?: string | null;
  /** A security group that it carries. Only of interface endpoints. */
  readonly securityGroup?: string;
}

/** Passes when such an endpoint was available at some moment. */
export function endpointReached(match: EndpointMatch): Condition {
  return (view) => {
    const stories = view.history
      .stories("vpcEndpoints")
      .filter(({ latest }) => latest.row.serviceName.endsWith(`.${match.service}`));
    for (const { versions } of stories) {
      const found = versions.find(({ row }) => row.state === "available" && endpointFits(row, match));
      if (found !== undefined) return passed(endpointSentence(found.row), [found.seq]);
    }
    const newest = stories.at(-1)?.latest;
    if (newest !== undefined) return failed(endpointSentence(newest.row), [newest.seq]);
    return failed(say("noEndpoint", match.service));
  };
}

/** Passes when a NAT gateway was available at some moment: in this subnet, and with or without a route that leads to it. */
export function natGatewayReached(match: { readonly subnetId?: string; readonly routed?: boolean } = {}): Condition {
  return (view) => {
    const stories = view.history.stories("natGateways");
    for (const { versions } of stories) {
      const found = versions.find(({ row }) => row.state === "available" && natFits(view, row, match));
      if (found !== undefined) return passed(natSentence(view, found.row), [found.seq]);
    }
    const newest = stories.at(-1)?.latest;
    if (newest !== undefined) return failed(natSentence(view, newest.row), [newest.seq]);
    return failed(say("noNatGateway"));
  };
}

/** The way out that a task had in the world of this version of its row. */
function wayOutOf(view: CheckView, { row, seq }: RowVersion<TaskRow>): WayOut {
  const { subnetId, assignPublicIp } = row.spec;
  const route = rowAt(view, "subnets", subnetId, seq)?.internetRoute;
  if (route === "nat-gateway") return "nat-gateway";
  if (route === "internet-gateway" && assignPublicIp) return "public-address";
  const hasEndpoints = view.history
    .stories("vpcEndpoints")
    .some(({ key }) => rowAt(view, "vpcEndpoints", key, seq)?.state === "available");
  return hasEndpoints ? "endpoints" : "nothing";
}

/** A row as it was right after a record. Rows that were removed since count as if they were there. */
function rowAt<Name extends TableName>(
  view: CheckView,
  table: Name,
  key: string,
  seq: number,
): RowIn<Name> | undefined {
  const versions = view.history.story(table, key)?.versions ?? [];
  return versions.findLast((version) => version.seq <= seq)?.row;
}

function endpointFits(row: EndpointRow, { routeTableId, securityGroup }: EndpointMatch): boolean {
  if (routeTableId === null && row.routeTableIds.length > 0) return false;
  if (typeof routeTableId === "string" && !row.routeTableIds.includes(routeTableId)) return false;
  return securityGroup === undefined || row.securityGroups.includes(securityGroup);
}

function endpointSentence({ serviceName, state, type, routeTableIds, securityGroups }: EndpointRow): Text {
  const by = type === "Gateway" ? routeTableIds : securityGroups;
  const list = by.length === 0 ? "–" : by.join(", ");
  return say("endpoint", { serviceName, state, type, list });
}

function natFits(view: CheckView, row: NatRow, { subnetId, routed }: { subnetId?: string; routed?: boolean }): boolean {
  if (subnetId !== undefined && row.subnetId !== subnetId) return false;
  return routed === undefined || isRouted(view, row) === routed;
}

/** Whether a route led to it at any moment. */
function isRouted(view: CheckView, { natGatewayId }: NatRow): boolean {
  return view.history
    .stories("routeTables")
    .some(({ versions }) => versions.some(({ row }) => row.routes.some(({ target }) => target === natGatewayId)));
}

function natSentence(view: CheckView, row: NatRow): Text {
  const { natGatewayId, state, subnetId } = row;
  const name = view.tables.subnets.get(subnetId)?.name ?? subnetId;
  const routed = isRouted(view, row);
  return say("natGateway", { natGatewayId, state, name, routed });
}
