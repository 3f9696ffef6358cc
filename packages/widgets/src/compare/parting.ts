/** Where two journals part: the first record that is not the same in both. */
import type { JournalRecord } from "@quayside/simulator";

/** The parting of two runs. */
export interface Parting {
  /** In simulated milliseconds. */
  readonly atMs: number;
  /** What happened in each instead; undefined when nothing more has happened there. One of them is there. */
  readonly a: JournalRecord | undefined;
  readonly b: JournalRecord | undefined;
}

/** Records of one journal, and how many of them have happened by the moment shown. */
export interface Told {
  readonly records: readonly JournalRecord[];
  readonly count: number;
}

/** Remembers how far two journals are the same, so that only what is new is read. */
export class PartingFinder {
  #common = 0;
  #lastA: JournalRecord | undefined;
  #lastB: JournalRecord | undefined;

  /** The parting at a moment that both have come to; undefined while they are the same. */
  find(a: Told, b: Told): Parting | undefined {
    this.#follow(a.records, b.records);
    const at = this.#common;
    const inA = at < a.count ? a.records[at] : undefined;
    const inB = at < b.count ? b.records[at] : undefined;
    if (inA === undefined && inB === undefined) return undefined;
    return { atMs: Math.min(inA?.atMs ?? Infinity, inB?.atMs ?? Infinity), a: inA, b: inB };
  }

  #follow(a: readonly JournalRecord[], b: readonly JournalRecord[]): void {
    const last = this.#common - 1;
    if (last >= 0 && (a[last] !== this.#lastA || b[last] !== this.#lastB)) this.#common = 0;
    while (this.#common < Math.min(a.length, b.length) && isSame(a[this.#common], b[this.#common])) this.#common += 1;
    this.#lastA = a[this.#common - 1];
    this.#lastB = b[this.#common - 1];
  }
}

/** The same thing at the same moment with the same result. */
function isSame(left: JournalRecord | undefined, right: JournalRecord | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (left === right) return true;
  if (left.atMs !== right.atMs || left.kind !== right.kind || left.subject !== right.subject) return false;
  return JSON.stringify([left.facts, left.changes]) === JSON.stringify([right.facts, right.changes]);
}

/** A member that differs between two values: where it stands, and what stands there. */
export interface MemberDifference {
  /** Such as `input.overrides.containerOverrides[0].command`. */
  readonly path: string;
  /** As JSON; undefined when it is not there. */
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** Deepest level that is looked at. */
const MOST_DEPTH = 12;

/** The first member that differs, for two calls of the same name; undefined when none does. */
export function firstMemberDifference(a: unknown, b: unknown, path = "", depth = 0): MemberDifference | undefined {
  if (Object.is(a, b)) return undefined;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b) || depth === MOST_DEPTH) {
    const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
    return left === right ? undefined : { path, a: left, b: right };
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const step = Array.isArray(a) ? `[${key}]` : path === "" ? key : `.${key}`;
    const found = firstMemberDifference(a[key], b[key], `${path}${step}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
