/** The `aws` command line as a part that is fetched at the first command or completion, with AWS's texts when help is asked for. */
import type { Session } from "@quayside/simulator";
import type { CommandResult, TerminalFile } from "./built-ins.ts";
import type { Completion } from "./completion.ts";

/** What a command works with. `width` in columns, for tables. */
export interface CommandWorld {
  readonly session: Session;
  readonly files: readonly TerminalFile[];
  readonly width: number;
  /** Id of the instance, or of the session in a container, whose shell the line is for. */
  readonly machine?: string | undefined;
  /** What lines of this terminal have set. */
  readonly variables: Map<string, string>;
}

/** Runs and completes `aws` lines. A host may bring its own. */
export interface CommandPart {
  run(line: string, world: CommandWorld): CommandResult | Promise<CommandResult>;
  complete(line: string, caret: number, world: CommandWorld): Completion;
}

let pending: Promise<CommandPart> | undefined;

/** Loads the part once a page. Rejects when that fails; the next call tries again. */
export function loadCommandPart(): Promise<CommandPart> {
  pending ??= load();
  pending.catch(() => {
    pending = undefined;
  });
  return pending;
}

async function load(): Promise<CommandPart> {
  const cli = await import("@quayside/api/cli");
  return {
    async run(line, world) {
      const context = contextOf(world);
      if (!/\shelp\s*$/.test(line)) return cli.runCommandLine(line, context);
      const { apiDocs } = await import("@quayside/api/docs");
      return cli.runCommandLine(line, { ...context, docs: apiDocs });
    },
    complete: (line, caret, world) => cli.completeCommandLine(line, caret, contextOf(world)),
  };
}

function contextOf({ files, ...world }: CommandWorld) {
  return { ...world, files: Object.fromEntries(files.map((file) => [file.name, file.text])) };
}
