/** What load balancers say on the map, in Vietnamese. AWS's own words stay as AWS spells them. */
import type { BalancerTexts } from "./en.ts";

export const vi: BalancerTexts = {
  counts: (counts) => {
    const said = Object.entries(counts).filter(([, count]) => count > 0);
    return said.length === 0 ? "không có target" : said.map(([state, count]) => `${count} ${state}`).join(", ");
  },
  rules: (count) => `${count} rule`,
  noListeners: "không có listener",
  balancer: ({ name, type, scheme, state, listeners, groups, rate }) =>
    `Load balancer ${name}, ${type}, ${scheme}, ${state}; ${listeners}; ${groups}${rate}`,
  group: ({ name, ways, counts }) => `Target group ${name}: ${counts}; ${ways}`,
  rate: (perSecond) => `; ${perSecond} request mỗi giây`,
  gets: (percent, from) => `${percent} % của ${from}`,
};
