/**
 * How the AWS CLI ends when it does not succeed: the text on stderr and the exit code. Version 1 and version 2 differ
 * in both; version 2 is what people install today, version 1 is what the golden files are recorded with.
 * @source AWS CLI User Guide v2, "Return codes" (252, 253, 254, 255); aws-cli 1.45.11, run (checked 2026-11-21)
 */

/** Version of the AWS CLI whose manners are followed. */
export type CliVersion = 1 | 2;

/**
 * `usage`: the line cannot be parsed. `unknown`: options that the command does not have. `parameter`: a value is not
 * valid, nothing was sent. `service`: AWS refused the request. `general`: everything else.
 */
export type FailureKind = "usage" | "unknown" | "parameter" | "service" | "general";

/** Thrown inside the command line, caught in run.ts. */
export class CliFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

const EXIT_CODES: Record<CliVersion, Record<FailureKind, number>> = {
  1: { usage: 2, unknown: 255, parameter: 255, service: 255, general: 255 },
  2: { usage: 252, unknown: 252, parameter: 252, service: 254, general: 255 },
};

const UPGRADE_NOTE =
  "Note: AWS CLI version 2, the latest major version of the AWS CLI, is now stable and recommended for general use. " +
  "For more information, see the AWS CLI version 2 installation instructions at: " +
  "https://docs.aws.amazon.com/cli/latest/userguide/install-cliv2.html";

const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

function failureText(failure: CliFailure, version: CliVersion): string {
  if (failure.kind !== "usage" && failure.kind !== "unknown") return `\n${failure.message}\n`;
  const start = version === 1 ? `usage: \r${UPGRADE_NOTE}\n\n${USAGE}` : `\n${USAGE}\n`;
  if (failure.kind === "usage") return `${start}aws: error: ${failure.message}\n`;
  return `${start}${version === 1 ? "\n" : ""}${failure.message}\n`;
}

/** Exit code and stderr of a failure. */
export function describeFailure(failure: CliFailure, version: CliVersion): { exitCode: number; stderr: string } {
  return { exitCode: EXIT_CODES[version][failure.kind], stderr: failureText(failure, version) };
}
