/** Where the course lies, and the scenarios that can be named. */
import { join } from "node:path";
import { readScenario } from "@quayside/api";
import { loadLabs } from "@quayside/grader/content";
import { RunRefused, type Scenario } from "@quayside/simulator";
import { readWhole } from "./read-file.ts";
import { RunProblem } from "./usage-problem.ts";

/** The folder that holds `content`. */
export const PROJECT_ROOT = join(import.meta.dirname, "..", "..", "..");

/** The largest scenario that is read, in bytes. Ours: a hundred times the largest of the course. */
const LARGEST_SCENARIO = 16_777_216;

function scenarioFile(path: string): Scenario | undefined {
  let text: string;
  try {
    text = readWhole(path, LARGEST_SCENARIO);
  } catch {
    return undefined;
  }
  try {
    return readScenario(JSON.parse(text));
  } catch (problem) {
    if (problem instanceof RunRefused) throw new RunProblem(`${path} is not a scenario: ${problem.message}`);
    throw new RunProblem(`${path} is not JSON: ${(problem as Error).message}`);
  }
}

/**
 * The scenario behind a name: `default` (undefined: the simulator's own), the id of a lab, or a name in
 * content/scenarios. Reads nothing else, so that a request may choose the name.
 * @throws RunProblem when there is none
 */
export async function findScenario(name: string): Promise<Scenario | undefined> {
  if (name === "default") return undefined;
  const isPlain = /^[A-Za-z0-9_-]+$/.test(name);
  const file = isPlain ? scenarioFile(join(PROJECT_ROOT, "content", "scenarios", `${name}.json`)) : undefined;
  if (file !== undefined) return file;
  const labs = await loadLabs(PROJECT_ROOT);
  const lab = labs.find((candidate) => candidate.lab.id === name);
  if (lab !== undefined) return lab.lab.scenario;
  const ids = labs.map((candidate) => candidate.lab.id).join(", ");
  throw new RunProblem(`there is no scenario "${name}": give default, a name in content/scenarios, or a lab (${ids})`);
}

/**
 * The scenario that the command line names: a file, or what `findScenario` knows.
 * @throws RunProblem when there is none, or the file is no scenario
 */
export async function findScenarioOrFile(nameOrPath: string): Promise<Scenario | undefined> {
  return scenarioFile(nameOrPath) ?? (await findScenario(nameOrPath));
}
