/** Puts tasks that wait or have stopped into the places beside, above and below the cloud. Pure. */
import type { TaskRow } from "../base/cloud.ts";
import type { TaskMark } from "./kinds/task-mark.ts";
import { STRIP_HEIGHT, stripLabelWidth } from "./places.ts";
import type { Rect } from "./rect.ts";

const CHIP = { w: 72, h: 22 };
/** Heights in the queue beside the cloud: its name and what is waited for, and one row of tasks. */
const QUEUE_HEAD = 36;

/** Fills the queue beside the cloud, in columns. @returns how many did not find room */
export function placeInRail(
  rail: Rect,
  tasks: readonly TaskRow[],
  add: (task: TaskRow, rect: Rect, detail: TaskMark["detail"]) => void,
): number {
  const columns = Math.max(1, Math.floor((rail.w + 5) / (CHIP.w + 5)));
  const rows = Math.max(1, Math.floor((rail.h - QUEUE_HEAD) / (CHIP.h + 5)));
  tasks.slice(0, columns * rows).forEach((task, index) => {
    const x = rail.x + (index % columns) * (CHIP.w + 5);
    add(task, { x, y: rail.y + QUEUE_HEAD + Math.floor(index / columns) * (CHIP.h + 5), ...CHIP }, "cell");
  });
  return Math.max(0, tasks.length - columns * rows);
}

/** Fills a strip with chips, smaller ones when there are many. @returns how many did not find room */
export function placeInStrip(
  strip: Rect,
  tasks: readonly TaskRow[],
  add: (task: TaskRow, rect: Rect, detail: TaskMark["detail"]) => void,
): number {
  const label = stripLabelWidth(strip.w);
  const room = strip.w - label - 34;
  const small = tasks.length * (CHIP.w + 6) > room;
  const w = small ? 12 : CHIP.w;
  const h = small ? 12 : CHIP.h;
  const perRow = Math.max(1, Math.floor(room / (w + (small ? 3 : 6))));
  const rows = small && tasks.length > perRow ? 2 : 1;
  const top = strip.y + (STRIP_HEIGHT - rows * h - (rows - 1) * 3) / 2;
  tasks.slice(0, perRow * rows).forEach((task, index) => {
    const column = index % perRow;
    const row = Math.floor(index / perRow);
    add(
      task,
      { x: strip.x + label + column * (w + (small ? 3 : 6)), y: top + row * (h + 3), w, h },
      small ? "spot" : "cell",
    );
  });
  return Math.max(0, tasks.length - perRow * rows);
}
