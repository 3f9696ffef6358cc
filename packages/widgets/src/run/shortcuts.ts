/** Keys of the lab while nothing is being typed. One table answers the keys and is what `?` shows. */

import { SPEEDS, type TimeRequest } from "../base/speeds.ts";

/** Where a key is typed into something, or a dialog has keys of its own. */
const TEXT = "input:not([type=range]), textarea, select, dialog, [contenteditable], [role=textbox]";
/** Where space, Enter and arrows have a meaning of their own, too. */
const CONTROL = `${TEXT}, input, button, summary, a, [role=tab], [role=option]`;
const BACK_MS = 1000;

/** What a key may need to know. */
interface Now {
  readonly playing: boolean;
  readonly atMs: number;
  readonly speed: number;
}

/** One key of the lab. */
export interface Shortcut {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly name: "play" | "step" | "back" | "slower" | "faster" | "fork" | "exchange" | "fill" | "help";
  /** Works also while a button has the focus. */
  readonly onControls?: boolean;
  /** What it asks of time; absent: it asks for something else. */
  readonly request?: (now: Now) => TimeRequest;
}

/** Every key of the lab, in the order in which it is shown. */
export const SHORTCUTS: readonly Shortcut[] = [
  { key: " ", name: "play", request: ({ playing }) => ({ action: playing ? "pause" : "play" }) },
  { key: ".", name: "step", request: () => ({ action: "step" }) },
  { key: ",", name: "back", request: ({ atMs }) => ({ action: "scrub", atMs: atMs - BACK_MS }) },
  { key: "[", name: "slower", request: ({ speed }) => speedOf(SPEEDS.findLast((each) => each < speed) ?? speed) },
  { key: "]", name: "faster", request: ({ speed }) => speedOf(SPEEDS.find((each) => each > speed) ?? speed) },
  { key: "b", name: "fork" },
  { key: "x", name: "exchange" },
  { key: "f", name: "fill" },
  { key: "?", name: "help", onControls: true },
];

/** The shortcut of a key; undefined for a key that is not ours, or that goes to something typed into. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const shortcut = SHORTCUTS.find(({ key }) => key === event.key);
  const target = event.composedPath()[0];
  if (shortcut === undefined || !(target instanceof HTMLElement)) return undefined;
  return target.closest(shortcut.onControls === true ? TEXT : CONTROL) === null ? shortcut : undefined;
}

function speedOf(speed: number): TimeRequest {
  return { action: "speed", speed };
}
