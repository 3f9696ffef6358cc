/** Answers the keys of the lab by the table of shortcuts.ts. */

import { shortcutOf } from "../run/shortcuts.ts";
import type { LabFace } from "./lab-face.ts";

/** Does what a key of the lab asks; leaves every other key alone. */
export function answerKey(event: KeyboardEvent, lab: Pick<LabFace, "engine" | "fork" | "onTime" | "showKeys">): void {
  const shortcut = shortcutOf(event);
  if (shortcut === undefined) return;
  event.preventDefault();
  const { playing, speed, run } = lab.engine;
  const detail = shortcut.request?.({ playing, speed, atMs: run?.moment.atMs ?? 0 });
  if (shortcut.name === "help") lab.showKeys();
  else if (shortcut.name === "fork") void lab.fork.toggle();
  else if (shortcut.name === "exchange") lab.fork.exchange();
  else if (detail !== undefined) lab.onTime(new CustomEvent("quayside-time", { detail }));
}
