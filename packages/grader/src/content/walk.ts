/** Runs commands step by step, so that something can be asked after every single thing that happens. */
import { requestOf } from "@quayside/simulator";
import type { Attempt } from "../attempt.ts";
import type { LabCommand } from "../lab.ts";

/** Steps after which a walk gives up: a lab that takes longer cannot be followed on a page either. */
export const WALK_STEPS_MAX = 20_000;

/**
 * Runs commands like `Attempt.run`, but one step of the simulation at a time.
 * @param look called after every command and every step
 * @returns false when the commands took more than `WALK_STEPS_MAX` steps
 */
export function walk(attempt: Attempt, commands: readonly LabCommand[], look: () => void): boolean {
  let left = WALK_STEPS_MAX;
  const { session } = attempt;
  for (const command of commands) {
    if (!("advanceMs" in command || "until" in command)) {
      attempt.run(command);
      look();
      continue;
    }
    const request = "until" in command ? requestOf(session, command) : { untilMs: session.nowMs + command.advanceMs };
    while (session.advance({ ...request, maxSteps: 1 }).steps > 0) {
      look();
      left -= 1;
      if (left <= 0) return false;
    }
  }
  return true;
}
