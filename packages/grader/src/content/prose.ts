/**
 * The prose of a lesson as its reader does it: steps with the checks that they light up, fences, and words in bold after "Press".
 * Reads MDX as text, without rendering it; what stands in an `<Aside>` is told, not asked for.
 */
import { isRun } from "../terminal-line.ts";

/** A fenced block. */
export interface Fence {
  /** Position in the source. */
  readonly at: number;
  /** `bash`, `sh` (typed into a container), `json`, `text`, ... */
  readonly kind: string;
  readonly code: string;
  /** Lines that are not empty; those that end with a backslash are joined with the next. */
  readonly lines: readonly string[];
  /** The page has a button "Run" beside it. */
  readonly runs: boolean;
  /** It stands in an aside: something else that could be done. */
  readonly aside: boolean;
}

/** A step, from its beginning to its end in the source. */
export interface ProseStep {
  readonly from: number;
  readonly to: number;
  /** Ids of the checks that it lights up; empty for one to read. */
  readonly checks: readonly string[];
}

/** A button that the prose says to press, by the word on it. */
export interface Press {
  readonly at: number;
  readonly label: string;
}

export interface Prose {
  readonly source: string;
  readonly steps: readonly ProseStep[];
  readonly fences: readonly Fence[];
  readonly presses: readonly Press[];
}

const PRESS = /\b(?:[Pp]ress|[Bb]ấm|[Nn]hấn)\s+\*\*([^*]+)\*\*/g;

/** Whether a line is what the prose shows of it: ` ...` at the end, or in the middle, is where it was cut. */
export function isShownAs(shown: string, line: string): boolean {
  const parts = shown.split(/(?<= )\.\.\.(?= |$)/);
  const last = parts.length > 1 ? parts.pop() : undefined;
  let rest = line;
  for (const [index, part] of parts.entries()) {
    const at = rest.indexOf(part);
    if (at < 0 || (index === 0 && at > 0)) return false;
    rest = rest.slice(at + part.length);
  }
  return last === undefined ? rest === "" : rest.endsWith(last);
}

/** Reads the MDX of a lesson. */
export function readProse(source: string): Prose {
  const asides = [...source.matchAll(/<Aside\b[\s\S]*?<\/Aside>/g)].map(({ index, 0: text }) => [
    index,
    index + text.length,
  ]);
  const isAside = (at: number): boolean => asides.some(([from = 0, to = 0]) => from < at && at < to);
  const fences = [...source.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)].map(
    ({ index, 1: kind = "", 2: code = "" }) => ({
      at: index,
      kind,
      code,
      lines: linesOf(code),
      runs: isRun(kind, code),
      aside: isAside(index),
    }),
  );
  const presses = [...source.matchAll(PRESS)].map(({ index, 1: label = "" }) => ({ at: index, label }));
  return { source, steps: stepsOf(source), fences, presses };
}

function linesOf(code: string): readonly string[] {
  const joined = code.replace(/\s*\\\n\s*/g, " ");
  return joined.split("\n").filter((line) => line.trim() !== "");
}

function stepsOf(source: string): readonly ProseStep[] {
  return [...source.matchAll(/<Step\b([^>]*)>[\s\S]*?<\/Step>/g)].map(({ index, 0: text, 1: attributes = "" }) => ({
    from: index,
    to: index + text.length,
    checks: (/\bcheck="([^"]*)"/.exec(attributes)?.[1] ?? "").split(/\s+/).filter((id) => id !== ""),
  }));
}
