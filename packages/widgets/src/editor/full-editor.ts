/**
 * Brings Monaco into an element's shadow root. Its modules adopt their style sheets on the document when they first
 * run (the build's Monaco plugin sees to that), where a shadow root does not see them: they are shared with it here.
 */
import type { MonacoOptions, MonacoSurface } from "./monaco.ts";

type MonacoPart = typeof import("./monaco.ts");

let pending: Promise<{ part: MonacoPart; sheets: readonly CSSStyleSheet[] }> | undefined;

/** Loads Monaco once a page. Rejects when that fails; the next call tries again. */
export function loadFullEditor(): Promise<{ part: MonacoPart; sheets: readonly CSSStyleSheet[] }> {
  pending ??= load();
  pending.catch(() => {
    pending = undefined;
  });
  return pending;
}

async function load() {
  const before = new Set(document.adoptedStyleSheets);
  const part = await import("./monaco.ts");
  const sheets = document.adoptedStyleSheets.filter((sheet) => !before.has(sheet));
  if (sheets.length === 0) throw new Error("Monaco came without its style sheets: the build lacks the Monaco plugin.");
  return { part, sheets };
}

/** Mounts Monaco into `options.container`, which lies in `root`. */
export async function mountFullEditor(root: ShadowRoot, options: () => MonacoOptions): Promise<MonacoSurface> {
  const { part, sheets } = await loadFullEditor();
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...missing, ...root.adoptedStyleSheets];
  return part.mountMonaco(options());
}

/** A pointer that only crosses the editor does not stay this long, in milliseconds. */
const LOAD_AFTER_REST_MS = 250;

/** Loads Monaco ahead once a pointer rests on the text, because it is then about to press. */
export class LoadOnRest {
  #timer: ReturnType<typeof setTimeout> | undefined;

  enter(): void {
    this.leave();
    this.#timer = setTimeout(() => void loadFullEditor().catch(() => undefined), LOAD_AFTER_REST_MS);
  }

  leave(): void {
    clearTimeout(this.#timer);
  }
}

const PREFERENCE = "quayside:editor";

/** True where Monaco is worth its weight: a fine pointer and a window of 700 pixels; it cannot be used by touch. */
export function suitsFullEditor(): boolean {
  return window.matchMedia("(pointer: fine) and (min-width: 700px)").matches;
}

/** True when the learner went back to the plain editor. Storage may be closed to us: then nothing was said. */
export function prefersPlain(): boolean {
  try {
    return localStorage.getItem(PREFERENCE) === "plain";
  } catch {
    return false;
  }
}

/** Keeps the choice for the next visit, where storage allows. */
export function keepPreference(choice: "plain" | "full"): void {
  try {
    localStorage.setItem(PREFERENCE, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
