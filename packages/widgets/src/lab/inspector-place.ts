/** Where the inspector stands: over the stage, in a column of its own, or in the dock where the lab is as narrow as a phone. */

/** From this width of the lab on the inspector may have a column. */
const COLUMN_PX = 1088;
/** Below this width it is a panel of the dock. */
const PANEL_PX = 700;

export type InspectorPlace = "overlay" | "column" | "panel";

/** The place in a lab of this width; the sandbox gives it a column as soon as something is chosen, a lesson once it is pinned. */
export function inspectorPlace(lab: {
  readonly width: number;
  readonly sandbox: boolean;
  readonly pinned: boolean;
}): InspectorPlace {
  if (lab.width < PANEL_PX) return "panel";
  return lab.width >= COLUMN_PX && (lab.sandbox || lab.pinned) ? "column" : "overlay";
}

/** Whether the lab is wide enough to give the inspector a column when the learner pins it. */
export function canPin({ width, sandbox }: { readonly width: number; readonly sandbox: boolean }): boolean {
  return width >= COLUMN_PX && !sandbox;
}
