/** What `quayside lint` found, before it is written in one of the formats. */
import type { DisabledFinding, LintFinding } from "@quayside/linter/files";
import type { LintConfig } from "./config-file.ts";

/** A finding, and the lesson that teaches it. */
export type TaughtFinding = LintFinding & { readonly lesson: string | undefined };

export interface LintedFile {
  /** As given on the command line. */
  readonly file: string;
  /** In the order of the text. */
  readonly findings: readonly TaughtFinding[];
  /** What comments of the file disable. */
  readonly disabled: readonly DisabledFinding[];
  /** Values that a later step fills in, which nobody checked. */
  readonly unknownValues: number;
  /** By which it was judged. */
  readonly config: LintConfig;
}

export interface LintReport {
  /** The files that hold task definitions, in the order given. */
  readonly files: readonly LintedFile[];
}
