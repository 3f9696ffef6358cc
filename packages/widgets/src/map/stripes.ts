/** The striped fills of tasks on their way out, as SVG patterns: one a colour, because a pattern does not inherit. */
import { svg } from "lit";

const STRIPED = ["deactivating", "stopping"] as const;

/** What `fill="url(#stripes-...)"` in a task's drawing refers to; for a `<defs>`. */
export const STRIPES = svg`${STRIPED.map(
  (
    name,
  ) => svg`<pattern id="stripes-${name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="3" height="7" style="fill: var(--qs-state-${name})"></rect></pattern>`,
)}`;
