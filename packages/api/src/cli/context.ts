/** What a command line works with: the session, the files that `file://` can name, and the manners to follow. */
import type { Session } from "@quayside/simulator";
import type { ApiDocs } from "../docs.ts";
import type { CliVersion } from "./failure.ts";
import type { SshResult } from "./machine/ssh.ts";
import { DEFAULT_WIDTH } from "./output/table.ts";

/** Input of `runCommandLine` and `completeCommandLine`. */
export interface CommandContext {
  readonly session: Session;
  /** Texts by file name, as `file://name` finds them. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Version of the AWS CLI whose exit codes, usage texts and timestamps are shown. Default 2: timestamps in ISO 8601,
   * exit codes 252 and 254. Version 1 shows timestamps as they cross the wire.
   */
  readonly cliVersion?: CliVersion;
  /** How timestamps are shown; the default is that of the version. AWS CLI setting `cli_timestamp_format`. */
  readonly timestampFormat?: "wire" | "iso8601";
  /** Columns of the terminal, for tables. Default 80. */
  readonly width?: number;
  /** AWS's descriptions for `help`; without them help shows names and types only. */
  readonly docs?: ApiDocs;
  /** What lines like `ALB=$(aws ...)` have set, for `$ALB` in later ones; lines of one context share it. */
  readonly variables?: Map<string, string> | undefined;
  /** Id of the EC2 instance, or of the session of ECS Exec, whose shell the line is for; absent on the learner's own computer. */
  readonly machine?: string | undefined;
}

/** A context with its defaults filled in. */
export interface ResolvedContext {
  readonly session: Session;
  readonly files: ReadonlyMap<string, string>;
  readonly cliVersion: CliVersion;
  readonly timestampFormat: "wire" | "iso8601";
  readonly width: number;
  readonly docs: ApiDocs | undefined;
  /** Lines for stderr of a command that succeeds all the same. */
  readonly warnings: string[];
  /** What stands on stdout whatever comes of the command. */
  readonly announced: string[];
  /** What a command that opens a session left behind. */
  readonly begun: SshResult[];
}

function bare(name: string): string {
  return name.replace(/^(\.\/)+/, "");
}

/** Fills in the defaults. */
export function resolveContext(context: CommandContext): ResolvedContext {
  const cliVersion = context.cliVersion ?? 2;
  return {
    session: context.session,
    files: new Map(Object.entries(context.files ?? {}).map(([name, text]) => [bare(name), text])),
    cliVersion,
    timestampFormat: context.timestampFormat ?? (cliVersion === 1 ? "wire" : "iso8601"),
    width: context.width ?? DEFAULT_WIDTH,
    docs: context.docs,
    warnings: [],
    announced: [],
    begun: [],
  };
}

/** The text of a file of the context, or undefined when there is none with this name. */
export function fileText(context: ResolvedContext, name: string): string | undefined {
  return context.files.get(bare(name));
}
