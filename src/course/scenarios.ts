// The scenarios of the sandbox, those with fewest calls first: the emptiest world asks the least of somebody who has just arrived.

import type { Scenario } from "@quayside/simulator";

const files = import.meta.glob<{ default: Scenario }>("../../content/scenarios/*.json", { eager: true });

/** Ids of the scenarios in the order in which they are offered. */
export const scenarioIds: readonly string[] = Object.values(files)
  .map(({ default: { id, commands } }) => ({ id, count: commands.length }))
  .toSorted((a, b) => a.count - b.count)
  .map(({ id }) => id);
