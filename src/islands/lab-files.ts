// Finds the lab of a lesson, and the sandbox of a scenario. Each is a chunk of its own, so a page loads only its lab.

import type { Lab } from "@quayside/grader";
import type { Scenario } from "@quayside/simulator";

/** How the id of a sandbox with a scenario begins. */
const SCENARIO = "scenario/";

const files = import.meta.glob<{ default: Lab }>("../../content/docs/en/**/lab.ts");

const scenarios = import.meta.glob<{ default: Scenario }>("../../content/scenarios/*.json");

/**
 * The lab of a lesson id such as "01/01", or the sandbox of a scenario such as "scenario/web-running".
 * @throws Error when there is none.
 */
export async function loadLab(id: string): Promise<Lab> {
  if (id.startsWith(SCENARIO)) return loadSandbox(id.slice(SCENARIO.length));
  const [part, lesson] = id.split("/");
  const place = new RegExp(`/docs/en/${part}-[^/]+/${lesson}-[^/]+/lab\\.ts$`);
  const path = Object.keys(files).find((each) => place.test(each));
  const load = path && files[path];
  if (!load) throw new Error(`The course has no lab for lesson ${id}.`);
  return (await load()).default;
}

async function loadSandbox(id: string): Promise<Lab> {
  const load = scenarios[`../../content/scenarios/${id}.json`];
  if (!load) throw new Error(`There is no scenario ${id}.`);
  const [{ sandboxOf }, { default: scenario }] = await Promise.all([import("@quayside/widgets/sandbox"), load()]);
  return sandboxOf(scenario);
}
