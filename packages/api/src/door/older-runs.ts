/** Saved runs of older forms, brought to the present one before anything of them is looked at. */
import { LEARNER } from "@quayside/simulator";
import type { Fields } from "./read-value.ts";

/** The first form: its calls did not say who asked and where, because nobody but the learner could. */
const WITHOUT_ORIGIN = 1;

/** Versions that are read. */
export const VERSIONS: readonly unknown[] = [WITHOUT_ORIGIN, 2];

/** The same run in the present form. */
export function upToDate(run: Fields): Fields {
  if (run.version !== WITHOUT_ORIGIN || !Array.isArray(run.commands)) return run;
  return { ...run, commands: run.commands.map(withOrigin) };
}

function withOrigin(command: unknown): unknown {
  return typeof command === "object" && command !== null ? { ...command, ...LEARNER } : command;
}
