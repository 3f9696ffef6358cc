/** The tabs of the inspector that show a thing over time: a service within its bounds, requests to a load balancer. Each chart comes with its first tab. */
import { arnAt, type Session } from "@quayside/simulator";
import { html, type TemplateResult } from "lit";
import type { Moment, Selection } from "../base/cloud.ts";
import { trafficArns } from "./balancer-panes.ts";
import type { TabName } from "./tabs.ts";

const CHARTS: Partial<Record<TabName, () => Promise<unknown>>> = {
  deployments: () => import("../service-chart/quayside-service-chart.ts"),
  traffic: () => import("../traffic-chart/quayside-traffic-chart.ts"),
};

/** Brings the chart of a tab; undefined when it has none. */
export function chartOf(tab: TabName | undefined): Promise<unknown> | undefined {
  return tab && CHARTS[tab]?.();
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
