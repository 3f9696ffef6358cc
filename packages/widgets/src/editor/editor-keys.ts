/** What keys mean around the editor's text, apart from the element that does it. */

/** Which tab the arrow keys lead to: around the ends, Home to the first, End to the last. */
export function nextTab(names: readonly string[], current: string, key: string): string | undefined {
  const at = names.indexOf(current);
  const last = names.length - 1;
  if (last < 1) return undefined;
  if (key === "ArrowRight") return names[at === last ? 0 : at + 1];
  if (key === "ArrowLeft") return names[at <= 0 ? last : at - 1];
  if (key === "Home") return names[0];
  if (key === "End") return names[last];
  return undefined;
}

/** The keys of a KeyboardEvent that matter here. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key means in the plain text: run the file, go to the fix (Ctrl+.), change what Tab does (Ctrl+M, as in Monaco), or leave. Escape only
 * leaves while Tab does not: otherwise it is the page's.
 */
export function plainKeyAction(
  pressed: PressedKey,
  tabMoves: boolean,
): "run" | "fix" | "tabMode" | "leave" | undefined {
  if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) return "run";
  if (pressed.key === "." && (pressed.ctrlKey || pressed.metaKey)) return "fix";
  if (pressed.ctrlKey && pressed.key.toLowerCase() === "m") return "tabMode";
  if (pressed.key === "Escape" && !tabMoves) return "leave";
  return undefined;
}
