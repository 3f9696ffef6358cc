/** What a mutant is: one small edit of one source file, with a name that outlives other edits of the file. */
import { createHash } from "node:crypto";

/** A plausible slip, as an edit of a text. */
export interface Mutant {
  /** Twelve hexadecimal digits made of the file, the kind and the words around: the same in another run. */
  readonly id: string;
  /** Path in the repository, with `/`. */
  readonly file: string;
  /** Which slip: a key of the tables in slips.ts, or "by hand". */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** What stands between `start` and `end` instead. */
  readonly text: string;
  /** Line of `start`, from 1. */
  readonly line: number;
  /** The edit for a reader: what stood there, what stands there now. */
  readonly shown: string;
}

/** Words of an edit in a list: one line, not too long. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 70 ? `${line.slice(0, 67)}...` : line;
}

/** The edits of one file as mutants, in the order given. Equal edits at places with equal words differ by a count. */
export function mutantsOf(
  file: string,
  source: string,
  edits: readonly Pick<Mutant, "kind" | "start" | "end" | "text">[],
): Mutant[] {
  const seen = new Map<string, number>();
  return edits.map(({ kind, start, end, text }) => {
    const from = source.lastIndexOf("\n", start - 1) + 1;
    const to = source.indexOf("\n", end);
    const words = [file, kind, source.slice(from, to === -1 ? source.length : to).trim(), start - from, text].join(
      "\0",
    );
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    const id = createHash("sha256").update(`${words}\0${count}`).digest("hex").slice(0, 12);
    const line = source.slice(0, start).split("\n").length;
    const shown = `${short(source.slice(start, end)) || "(nothing)"} => ${short(text) || "(nothing)"}`;
    return { id, file, kind, start, end, text, line, shown };
  });
}

/** The source with the edit made. */
export function edited(source: string, { start, end, text }: Pick<Mutant, "start" | "end" | "text">): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** `count` of the mutants, the same ones for the same seed, whatever else changes around them. */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const rank = (mutant: Mutant) => createHash("sha256").update(`${seed}\0${mutant.id}`).digest("hex");
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
