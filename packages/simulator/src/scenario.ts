/** Starting states and saved runs: plain data that a world is built from again. */
import type { NetworkPlan } from "./default-network.ts";
import { isServiceName, type ServiceName } from "./operations/service-names.ts";

/** One call of an operation. */
export interface Command {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: unknown;
}

/** A starting state: calls made at time 0, before the learner's first. All of them must succeed. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly network?: NetworkPlan;
  readonly commands: readonly Command[];
}

/** A call with its place in the run: after so many steps, at that moment. */
export interface RecordedCommand extends Command {
  readonly atMs: number;
  readonly afterSteps: number;
}

/** Everything needed to have a run again, byte for byte. */
export interface SavedRun {
  readonly version: typeof SAVED_RUN_VERSION;
  readonly seed: number;
  readonly scenario: Scenario;
  readonly commands: readonly RecordedCommand[];
  /** The moment and the number of steps at which the run was saved. */
  readonly nowMs: number;
  readonly steps: number;
}

/** Rises when a saved run of an older simulator would replay differently. */
export const SAVED_RUN_VERSION = 1;

/** An empty cluster named `default` in the default network. */
export const defaultScenario: Scenario = {
  id: "default",
  title: "An empty cluster",
  commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
};

/** A saved run that cannot be replayed. The message says what is wrong with it. */
export class RunRefused extends Error {
  override name = "RunRefused";
}

/** Checks the shape of a saved run. Throws `RunRefused` with the place of the mistake. */
export function readSavedRun(value: unknown): SavedRun {
  const run = asObject(value, "the saved run");
  if (run.version !== SAVED_RUN_VERSION) {
    throw new RunRefused(
      `The saved run has version ${String(run.version)}; this simulator reads version ${SAVED_RUN_VERSION}.`,
    );
  }
  readNumber(run, "seed");
  readNumber(run, "nowMs");
  readNumber(run, "steps");
  const scenario = asObject(run.scenario, "scenario");
  if (typeof scenario.id !== "string") throw new RunRefused("scenario.id of the saved run is not a text.");
  for (const [index, command] of readCommands(scenario.commands, "scenario.commands").entries()) {
    readCommand(command, `scenario.commands[${index}]`);
  }
  for (const [index, entry] of readCommands(run.commands, "commands").entries()) {
    const command = readCommand(entry, `commands[${index}]`);
    readNumber(command, "atMs", `commands[${index}].`);
    readNumber(command, "afterSteps", `commands[${index}].`);
  }
  return value as SavedRun;
}

/** Commands that a saved run can hold: a bound against files that would keep the page busy for minutes. */
const MAX_COMMANDS = 1_000_000;

function readCommands(value: unknown, place: string): unknown[] {
  if (!Array.isArray(value)) throw new RunRefused(`${place} of the saved run is not a list.`);
  if (value.length > MAX_COMMANDS)
    throw new RunRefused(`${place} of the saved run has more than ${MAX_COMMANDS} entries.`);
  return value;
}

function readCommand(value: unknown, place: string): Record<string, unknown> {
  const command = asObject(value, place);
  if (!isServiceName(command.service) || typeof command.operation !== "string") {
    throw new RunRefused(`${place} of the saved run is no call of an operation.`);
  }
  return command;
}

function readNumber(object: Record<string, unknown>, field: string, place = ""): void {
  const value = object[field];
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    throw new RunRefused(`${place}${field} of the saved run is not a number from 0 on.`);
  }
}

function asObject(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RunRefused(`${place} is not a JSON object.`);
  }
  return value as Record<string, unknown>;
}
