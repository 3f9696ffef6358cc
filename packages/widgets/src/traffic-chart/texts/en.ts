/** What the chart of traffic says, in English. AWS's own words stay as AWS spells them. */
import type { Loss } from "@quayside/simulator";

export const en = {
  title: "Requests over time",
  name: (of: string) => `Requests to ${of} over time`,
  keys: "Left and right: a moment. Home and End: first and last.",
  requests: "Requests",
  times: "Answered within",
  lost: "Lost",
  table: "Table",
  chart: "Chart",
  time: "time",
  nothing: "No requests so far. In the terminal, quayside traffic NAME --rate 50 sends some.",
  perSecond: (rate: string) => `${rate}/s`,
  within: (half: string, most: string, nearlyAll: string) => `p50 ${half}, p95 ${most}, p99 ${nearlyAll}`,
  none: "none",
  ends: {
    target5xx: "5xx of the app",
    rejected: "app full",
    refused502: "502 refused",
    cut502: "502 cut off",
    none503: "503 no target",
    timeout504: "504 no answer",
    unreached: "not reached",
  } as Readonly<Record<Loss, string>>,
  lostInAll: (counts: string) => `Lost so far: ${counts}.`,
  nothingLost: "Nothing was lost so far.",
};

/** What a language has to say. */
export type TrafficTexts = typeof en;
