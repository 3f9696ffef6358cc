// The scenarios that the sandbox can begin with, each with its first moment (vite-begun-labs.ts) and a chunk of its own.

import type { Lab } from "@quayside/grader";

const scenarios = import.meta.glob<{ default: Lab }>("../../content/scenarios/*.json", { query: "?begun" });

/**
 * How the sandbox of a scenario such as `web-running` is loaded.
 * @throws Error when there is none.
 */
export function findScenario(id: string): () => Promise<{ default: Lab }> {
  const load = scenarios[`../../content/scenarios/${id}.json`];
  if (!load) throw new Error(`There is no scenario ${id}.`);
  return load;
}
