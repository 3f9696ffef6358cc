/** What the keys do, in words, in English; and the keys of the editor and the terminal, which their own files answer. */
import type { MapAction } from "../../map/map-keys.ts";
import type { Direction } from "../../map/spatial.ts";
import type { Shortcut } from "../../run/shortcuts.ts";

/** What keys of the editor and the terminal do, as their own files name it. */
export type TypingAction = "run" | "fix" | "tabMode" | "complete" | "older" | "newer" | "clear" | "drop";

/** What a language has to say. */
export interface KeyTexts {
  readonly title: string;
  readonly close: string;
  readonly time: string;
  readonly map: string;
  readonly editor: string;
  readonly terminal: string;
  readonly note: string;
  readonly space: string;
  readonly shortcuts: Readonly<Record<Shortcut["name"], string>>;
  readonly moves: string;
  readonly mapActions: Readonly<Record<Exclude<MapAction, Direction>, string>>;
  /** What a pointer does on the map beside a click. */
  readonly wheel: string;
  readonly wheels: string;
  readonly drag: string;
  readonly drags: string;
  readonly typing: Readonly<Record<TypingAction, string>>;
}

export const en: KeyTexts = {
  title: "Keyboard shortcuts",
  close: "Close",
  time: "Anywhere in the lab",
  map: "On the map",
  editor: "In the editor",
  terminal: "In the terminal",
  note: "Tab moves between the parts of the lab; these keys rest while you type.",
  space: "Space",
  shortcuts: {
    play: "Play or pause",
    step: "Go to the next thing that happens",
    back: "Go back one second",
    slower: "Slower",
    faster: "Faster",
    fork: "Fork here, or end the comparison",
    exchange: "Speak to the other run of two",
    fill: "Fill the page with the lab, or give it back (Escape)",
    help: "Show these keys",
  },
  moves: "Move between tasks",
  mapActions: {
    select: "Inspect the task",
    why: "Ask why it is as it is",
    nearer: "Look nearer",
    farther: "Look from farther away",
    fit: "Fit the whole cloud",
  },
  wheel: "wheel",
  wheels:
    "Nearer or farther around the pointer; without Ctrl once the map is clicked, or fills the page; pinch on a touch screen",
  drag: "drag",
  drags: "Move what is seen; a double click looks one level nearer",
  typing: {
    run: "Register and run the definition",
    fix: "Go to the fix",
    tabMode: "Tab indents, or moves on again",
    complete: "Complete the word",
    older: "Earlier command",
    newer: "Later command",
    clear: "Clear the screen",
    drop: "Drop the line",
  },
};
