/** What a map needs once it is used: what pointer and keys find, tips, table and key, what is said of changes, and the styles of these. */

import { Announcer } from "./announcer.ts";
import { lateStyles } from "./late-styles.ts";
import { drawLegend } from "./legend.ts";
import { drawTable, drawTip } from "./map-table.ts";
import { Pointing } from "./pointing.ts";

/** Everything that comes late, for one map. */
export class LateMap {
  readonly styles = lateStyles;
  readonly announcer = new Announcer();
  readonly hand: Pointing;
  readonly drawTable = drawTable;
  readonly drawTip = drawTip;
  readonly drawLegend = drawLegend;

  constructor(map: HTMLElement) {
    this.hand = new Pointing(map);
  }
}
