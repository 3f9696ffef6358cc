/** Things over time in the inspector: a service within its bounds, requests to a load balancer. A chart comes with the first thing that has it. */
import { arnAt, type Session } from "@quayside/simulator";
import { html, type TemplateResult } from "lit";
import type { Moment, Selection } from "../base/cloud.ts";
import { trafficArns } from "./balancer-panes.ts";
import type { TabName } from "./tabs.ts";

/** Brings the chart that is shown of a thing in a tab; undefined when there is none. */
export function chartOf({ table }: Selection, tab: TabName | undefined): Promise<unknown> | undefined {
  if (table === "services") return import("../service-chart/quayside-service-chart.ts");
  return tab === "traffic" ? import("../traffic-chart/quayside-traffic-chart.ts") : undefined;
}

/** What a chart is drawn from. */
export interface Charted {
  readonly session: Session | undefined;
  readonly moment: Moment;
  readonly selection: Selection;
  readonly name: string;
}

/** The service over time; its place is kept until it has come. */
export function drawServiceChart({ session, moment, selection: { key } }: Charted): TemplateResult {
  return html`<quayside-service-chart .records=${session?.journal.records ?? []} .moment=${moment} .serviceArn=${key}></quayside-service-chart>`;
}

/** Requests to a load balancer, or to a target group, over time. */
export function drawTrafficChart({ session, moment, selection, name }: Charted): TemplateResult {
  const arns = trafficArns(moment.tables, selection);
  const isOf = (place: number): boolean => arns.has(arnAt(moment.tables, place) ?? "");
  return html`<quayside-traffic-chart .ledger=${session?.trafficNow} .moment=${moment} .isOf=${isOf} name=${name}></quayside-traffic-chart>`;
}
