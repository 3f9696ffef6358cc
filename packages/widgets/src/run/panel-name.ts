/** The panels below the map, one of which is shown. */
export type PanelName =
  | "editor"
  | "terminal"
  | "journal"
  | "checks"
  | "faults"
  | "resources"
  | "differences"
  | "inspector";
