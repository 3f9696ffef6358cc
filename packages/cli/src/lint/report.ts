/** What `quayside lint` found, before it is written in one of the formats. */
import type { LintFinding } from "@quayside/linter/files";

/** A finding, and the lesson that teaches it. */
export type TaughtFinding = LintFinding & { readonly lesson: string | undefined };

export interface LintedFile {
  /** As given on the command line. */
  readonly file: string;
  /** In the order of the text. */
  readonly findings: readonly TaughtFinding[];
  /** Values that a later step fills in, which nobody checked. */
  readonly unknownValues: number;
}

export interface LintReport {
  /** The files that hold task definitions, in the order given. */
  readonly files: readonly LintedFile[];
}
