/** Answers the keys of the lab by the table of shortcuts.ts. */

import { shortcutOf } from "../run/shortcuts.ts";
import type { LabDesk } from "./lab-desk.ts";

/** Where Escape has a meaning of its own. */
const TYPED = "input, textarea, select, [contenteditable], [role=textbox]";

/** Does what a key of the lab asks; leaves every other key alone. */
export function answerKey(event: KeyboardEvent, { lab, fork, fill, showKeys }: LabDesk): void {
  const wantsOut = event.key === "Escape" && lab.page.filled && !event.defaultPrevented;
  if (wantsOut && !(event.composedPath()[0] as Element).matches(TYPED)) {
    fill();
    return;
  }
  const shortcut = shortcutOf(event);
  if (shortcut === undefined) return;
  event.preventDefault();
  const { playing, speed, run } = lab.engine;
  const request = shortcut.request?.({ playing, speed, atMs: run?.moment.atMs ?? 0 });
  if (shortcut.name === "help") showKeys();
  else if (shortcut.name === "fork") void fork.toggle();
  else if (shortcut.name === "exchange") fork.exchange();
  else if (shortcut.name === "fill") fill();
  else if (request !== undefined) lab.timeAsked.send(request);
}
