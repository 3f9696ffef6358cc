/**
 * Reads a saved run: every member is looked at before any of it is played. Leaves out what only a replay can tell: whether the
 * run comes to the same end.
 */
import { placeIn, type RecordedCommand, RunRefused, SAVED_RUN_VERSION, type SavedRun } from "@quayside/simulator";
import { upToDate, VERSIONS } from "./older-runs.ts";
import { readCall, readOrigin } from "./read-call.ts";
import { readScenario } from "./read-scenario.ts";
import { type Fields, fieldsOf, listOf, numberUpTo, refuse, refuseTricks, WHOLE, wholeUpTo } from "./read-value.ts";

/** How much a run may hold, so that opening one ends. */
export interface RunLimits {
  readonly commands: number;
  readonly steps: number;
  /** Simulated milliseconds. */
  readonly ms: number;
}

/** Of a run that somebody replays in a terminal, where they can end it. Ours: a hundred years. */
export const OPEN_LIMITS: RunLimits = { commands: 1_000_000, steps: 1_000_000_000, ms: 36_525 * 24 * 3_600_000 };

/** A run with its beginning left out, as a link holds it: the lab has it. */
export type RunOfLab = Omit<SavedRun, "scenario">;

const MAX_SEED = 0xffff_ffff;
/** `shared` is what the page keeps beside a run; see the widgets' share. */
const MEMBERS = ["version", "seed", "scenario", "commands", "nowMs", "steps", "shared"];
const CALL_MEMBERS = ["service", "operation", "input", "caller", "region", "atMs", "afterSteps"];

/**
 * A saved run with its scenario.
 * @throws RunRefused, with the place of the mistake
 */
export function readRun(value: unknown, limits: RunLimits = OPEN_LIMITS): SavedRun {
  const run = readRunOfLab(value, limits);
  const scenario = readScenario((value as Fields).scenario);
  const { region } = placeIn(scenario);
  const stranger = run.commands.findIndex((command) => command.region !== region);
  if (stranger !== -1) refuse(`commands[${stranger}].region`, `is not ${region}, where the scenario is`);
  return { ...run, scenario };
}

/**
 * A saved run but for its scenario, which is not looked at.
 * @throws RunRefused, with the place of the mistake
 */
export function readRunOfLab(value: unknown, limits: RunLimits = OPEN_LIMITS): RunOfLab {
  refuseTricks(value);
  const given = fieldsOf(value, WHOLE);
  const { version } = given;
  if (typeof version === "number" && version > SAVED_RUN_VERSION) {
    const read = `this simulator reads up to ${SAVED_RUN_VERSION}`;
    throw new RunRefused(`version is ${version}; ${read}.`, { fault: "newer", place: "version" });
  }
  if (!VERSIONS.includes(version)) refuse("version", `is none of ${VERSIONS.join(", ")}`);
  const fields = fieldsOf(upToDate(given), WHOLE, MEMBERS);
  const nowMs = numberUpTo(fields.nowMs, Number.MAX_SAFE_INTEGER, "nowMs");
  const steps = wholeUpTo(fields.steps, Number.MAX_SAFE_INTEGER, "steps");
  if (nowMs > limits.ms) tooLong("nowMs", limits.ms);
  if (steps > limits.steps) tooLong("steps", limits.steps);
  const seed = wholeUpTo(fields.seed, MAX_SEED, "seed");
  return {
    version: SAVED_RUN_VERSION,
    seed,
    commands: readCommands(fields.commands, { nowMs, steps }, limits),
    nowMs,
    steps,
  };
}

function tooLong(place: string, most: number): never {
  throw new RunRefused(`${place} is more than ${most}.`, { fault: "too-long", place });
}

function readCommands(
  value: unknown,
  end: { readonly nowMs: number; readonly steps: number },
  limits: RunLimits,
): RecordedCommand[] {
  let before = { atMs: 0, afterSteps: 0 };
  return listOf(value, "commands", limits.commands).map((each, index) => {
    const place = `commands[${index}]`;
    const fields = fieldsOf(each, place, CALL_MEMBERS);
    const call = readCall(fields, place);
    const atMs = numberUpTo(fields.atMs, end.nowMs, `${place}.atMs`, before.atMs);
    const afterSteps = wholeUpTo(fields.afterSteps, end.steps, `${place}.afterSteps`, before.afterSteps);
    before = { atMs, afterSteps };
    return { ...call, ...readOrigin(fields, place), atMs, afterSteps };
  });
}
