/** What load balancers say on the map, in English. AWS's own words stay as AWS spells them. */
import type { TargetCounts } from "../../../base/balancer-facts.ts";

export const en = {
  counts: (counts: TargetCounts) => {
    const said = Object.entries(counts).filter(([, count]) => count > 0);
    return said.length === 0 ? "no targets" : said.map(([state, count]) => `${count} ${state}`).join(", ");
  },
  rules: (count: number) => (count === 1 ? "1 rule" : `${count} rules`),
  noListeners: "no listener",
  balancer: (said: {
    name: string;
    type: string;
    scheme: string;
    state: string;
    listeners: string;
    groups: string;
    rate: string;
  }) =>
    `Load balancer ${said.name}, ${said.type}, ${said.scheme}, ${said.state}; ${said.listeners}; ${said.groups}${said.rate}`,
  group: (said: { name: string; ways: string; counts: string }) =>
    `Target group ${said.name}: ${said.counts}; ${said.ways}`,
  rate: (perSecond: string) => `; ${perSecond} requests a second`,
  gets: (percent: number, from: string) => `${percent} % of ${from}`,
};

/** What a language has to say. */
export type BalancerTexts = typeof en;
