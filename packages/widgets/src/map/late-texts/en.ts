/** What the map says once it is used, in English: tips, table, zoom, and what is told of changes. */

export const en = {
  table: "Tasks as a table",
  failed: (status: string) => `failed, ${status}`,
  changes: (change: { named: string; more: number; running: number; total: number }) =>
    `${change.named}${change.more > 0 ? ` and ${change.more} more` : ""}. ${change.running} of ${change.total} tasks running.`,
  ringed: (count: number) => (count === 0 ? "Nothing of that is on the map now." : `Ringed on the map: ${count}.`),
  free: (free: number, all: number) => `${free} of ${all} free`,
  moreRows: (shown: number, all: number) => `${shown} of ${all}: show more`,
  services: "Services",
  targetGroups: "Target groups",
  type: "Type",
  zone: "Zone",
  revisions: "Revisions",
  zoom: "Zoom",
  nearer: "Nearer (+)",
  farther: "Farther (-)",
  fit: "Fit",
  fitHint: "Fit the whole cloud (0)",
  zoomed: (percent: number) => `Zoom ${percent} %`,
};

/** What a language has to say. */
export type LateTexts = typeof en;
