/** A new world: the default one, and what the calls of its scenario make of it. */
import { HANDLER_BOOK } from "./controllers/handler-book.ts";
import { buildDefaultWorld } from "./default-world.ts";
import { assert } from "./kernel/assert.ts";
import { Simulation } from "./kernel/simulation.ts";
import { createWorld } from "./kernel/world.ts";
import type { Cloud } from "./model/cloud.ts";
import { type CloudTables, createTables } from "./model/tables.ts";
import { perform } from "./perform.ts";
import type { Scenario } from "./scenario.ts";

/** The world at time 0. Throws when a call of the scenario is refused: a scenario is ours. */
export function buildWorld(seed: number, scenario: Scenario): Cloud {
  const sim: Cloud = new Simulation<CloudTables>(createWorld({ seed, tables: createTables() }), HANDLER_BOOK);
  buildDefaultWorld(sim, scenario.network);
  for (const command of scenario.commands) {
    const outcome = perform(sim, command);
    assert(outcome.ok, () => `scenario ${scenario.id} cannot begin: ${command.operation} was refused`);
  }
  return sim;
}
