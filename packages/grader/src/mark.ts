/** What comes back from judging an attempt: the verdict of each check, and the report of "Check my work". */
import type { Text } from "./text.ts";

/** A check as it stands. */
export interface CheckResult {
  readonly id: string;
  readonly title: Text;
  readonly passed: boolean;
  /** One sentence: what is there against what is wanted. */
  readonly observed: Text;
  /** Sequence numbers of journal records to point at. */
  readonly evidence: readonly number[];
  /** Id of the mistake that was recognised behind a check that does not pass. Only marking looks for mistakes. */
  readonly mistake?: string;
  /** What to think about: of the mistake, or of the check itself. For "Check my work", not for the live list. */
  readonly feedback?: Text;
}

/** One line of the report. */
export interface MarkLine {
  readonly id: string;
  readonly title: Text;
  readonly passed: boolean;
  /** What was observed and, if a mistake was recognised, what to think about: `observed` and `feedback` in one. */
  readonly sentence: Text;
  readonly observed: Text;
  readonly feedback?: Text;
  readonly evidence: readonly number[];
}

/** The report of an attempt. */
export interface Mark {
  readonly labId: string;
  /** Every check passes. */
  readonly passed: boolean;
  /** Checks that pass, from 0 to `max`. */
  readonly score: number;
  readonly max: number;
  readonly checks: readonly MarkLine[];
  /** The first mistake that was recognised, in the order of the checks. */
  readonly mistake?: { readonly id: string; readonly feedback: Text };
  readonly hintsTaken: number;
}
