/**
 * What stands below a command that went wrong. The journal says which refusal or which failed placement it was; what never
 * came so far, such as a mistake in an option or a message that was pasted, is found by its words.
 */
import type { Session } from "@quayside/simulator";
import { whyOf } from "@quayside/simulator/why";
import type { FailureMeaning, Failures, LoadFailures } from "../base/failures.ts";
import { linesMeant } from "./near-ids.ts";
import type { SecondThought } from "./screen.ts";

export interface DoubtfulCommand {
  readonly line: string;
  readonly printed: { readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string };
  readonly session: Session | undefined;
  /** How many records there were before it. */
  readonly from: number;
  readonly failures: LoadFailures | undefined;
  readonly language: string;
}

/** The exit code of a shell for a word that is no command, and for what it cannot read: perhaps a message was pasted. */
const NO_COMMAND: readonly (number | undefined)[] = [127, 2];

/** Undefined when there is nothing to say. Never rejects: without the messages the refusal stands as it is. */
export async function secondThought(command: DoubtfulCommand): Promise<SecondThought | undefined> {
  const { line, session, failures, language } = command;
  const meant = session === undefined ? [] : linesMeant(line, session.tables);
  const known = await failures?.(language).catch(() => undefined);
  const meaning = known === undefined ? undefined : meaningOf(command, known);
  return meant.length === 0 && meaning === undefined ? undefined : { meant, meaning };
}

function meaningOf(command: DoubtfulCommand, known: Failures): FailureMeaning | undefined {
  const { line, printed } = command;
  if (NO_COMMAND.includes(printed.exitCode)) return known.read(line);
  return known.of(causesIn(command)) ?? known.read(printed.stderr);
}

/** What the command wrote into the journal that says why it came to nothing. */
function causesIn({ session, from }: DoubtfulCommand): readonly string[] {
  const written = session?.journal.records.slice(from) ?? [];
  const told =
    written.find(({ kind, facts }) => kind === "PLACEMENT_DECIDED" && !facts.placed) ??
    written.find(({ kind, facts }) => kind === "CALL" && !facts.outcome.ok);
  return told === undefined || session === undefined ? [] : (whyOf(session.journal, { seq: told.seq })?.causes ?? []);
}
