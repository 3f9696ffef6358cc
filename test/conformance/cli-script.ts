/** The form of a recorded conversation with the AWS CLI. */

/** A command line, or simulated time that passes. */
export type ScriptStep = string | { readonly advanceMs: number };

/** A conversation. */
export interface CliScript {
  readonly name: string;
  /** Files that `file://` names. */
  readonly files?: Readonly<Record<string, string>>;
  /** How timestamps are shown: the AWS CLI's setting `cli_timestamp_format`. */
  readonly timestampFormat?: "wire" | "iso8601";
  readonly steps: readonly ScriptStep[];
}
