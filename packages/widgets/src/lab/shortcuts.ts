/** Keys of the lab while nothing is being typed: space plays and pauses, `.` steps, `,` goes back a second, `[` and `]` change speed. */
import { SPEEDS, type TimeRequest } from "../timeline/speeds.ts";

const TYPING = "input, textarea, select, button, summary, [contenteditable], [role=tab], [role=option]";
const BACK_MS = 1000;

/** What a key asks of time; undefined for a key that is not ours, or that goes to something typed into. */
export function shortcutOf(
  event: KeyboardEvent,
  now: { readonly playing: boolean; readonly atMs: number; readonly speed: number },
): TimeRequest | undefined {
  const target = event.composedPath()[0];
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (!(target instanceof HTMLElement) || target.closest(TYPING) !== null) return undefined;
  if (event.key === " ") return { action: now.playing ? "pause" : "play" };
  if (event.key === ".") return { action: "step" };
  if (event.key === ",") return { action: "scrub", atMs: now.atMs - BACK_MS };
  if (event.key === "]") return { action: "speed", speed: SPEEDS.find((speed) => speed > now.speed) ?? now.speed };
  if (event.key === "[") return { action: "speed", speed: SPEEDS.findLast((speed) => speed < now.speed) ?? now.speed };
  return undefined;
}
