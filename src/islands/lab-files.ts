// Finds the lab of a lesson, and the sandbox of a scenario, each with its first moment (vite-begun-labs.ts). Each is a
// chunk of its own, so a page loads only its lab; the list of scenarios is for the sandbox alone.

import type { Lab } from "@quayside/grader";

type Load = () => Promise<{ default: Lab }>;

/** How the id of a sandbox with a scenario begins. */
const SCENARIO = "scenario/";

const labs = import.meta.glob<{ default: Lab }>("../../content/docs/en/**/lab.ts", { query: "?begun" });

/**
 * The lab of a lesson id such as "01/01", "sandbox", or the sandbox of a scenario such as "scenario/web-running".
 * @throws Error when there is none.
 */
export async function loadLab(id: string): Promise<Lab> {
  return (await (await find(id))()).default;
}

async function find(id: string): Promise<Load> {
  if (id === "sandbox") return () => import("../course/sandbox-lab.ts?begun");
  if (id.startsWith(SCENARIO)) return (await import("./scenario-files.ts")).findScenario(id.slice(SCENARIO.length));
  const [part, lesson] = id.split("/");
  const place = new RegExp(`/docs/en/${part}-[^/]+/${lesson}-[^/]+/lab\\.ts$`);
  const path = Object.keys(labs).find((each) => place.test(each));
  const load = path && labs[path];
  if (!load) throw new Error(`The course has no lab for lesson ${id}.`);
  return load;
}
