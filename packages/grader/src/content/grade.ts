/** Runs commands against a lab, outside the page, and marks what comes out. */
import { runCommandLine } from "@quayside/api/cli";
import { Session } from "@quayside/simulator";
import { Attempt, type CommandResult } from "../attempt.ts";
import type { WholeLab } from "../lab.ts";
import type { LabCommand } from "../lab-command.ts";
import type { Mark } from "../mark.ts";

/** A command and what it printed. */
export interface RanCommand {
  readonly command: LabCommand;
  readonly result: CommandResult;
  /** Simulated milliseconds after the command. */
  readonly nowMs: number;
}

/** A graded run. */
export interface GradedRun {
  readonly mark: Mark;
  readonly ran: readonly RanCommand[];
  readonly attempt: Attempt;
}

/** Starts a lab afresh with the command line interpreter at hand. */
export function startAttempt({ lab, answers }: WholeLab): Attempt {
  return new Attempt(lab, Session.start(lab), { answers, runLine: runCommandLine });
}

/**
 * Starts a lab afresh, runs the commands one after another (refused ones do not end the run) and marks the result.
 */
export function gradeLab(whole: WholeLab, commands: readonly LabCommand[]): GradedRun {
  const attempt = startAttempt(whole);
  const ran = commands.map((command) => ({ command, result: attempt.run(command), nowMs: attempt.session.nowMs }));
  return { mark: attempt.mark(), ran, attempt };
}
