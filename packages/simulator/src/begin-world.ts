/** A new world: the default one, and what the calls of its scenario make of it, or where they are known to lead. */
import { type Beginning, resumeBeginning } from "./beginning.ts";
import { HANDLER_BOOK } from "./controllers/handler-book.ts";
import { buildDefaultWorld } from "./default-world.ts";
import { assert } from "./kernel/assert.ts";
import { Simulation } from "./kernel/simulation.ts";
import { createWorld } from "./kernel/world.ts";
import type { Cloud } from "./model/cloud.ts";
import { type CloudTables, createTables } from "./model/tables.ts";
import { perform } from "./perform.ts";
import type { Scenario } from "./scenario.ts";

/** Which world. Default: seed 1, the default scenario. */
export interface StartOptions {
  readonly seed?: number;
  readonly scenario?: Scenario;
  /** What this scenario's calls leave behind with this seed, worked out before: they are not made again. */
  readonly beginning?: Beginning | undefined;
}

/** The world at time 0. Throws when a call of the scenario is refused. */
export function beginWorld(seed: number, scenario: Scenario, beginning: Beginning | undefined): Cloud {
  const sim: Cloud = new Simulation<CloudTables>(createWorld({ seed, tables: createTables() }), HANDLER_BOOK);
  buildDefaultWorld(sim, scenario.network);
  if (beginning !== undefined) {
    resumeBeginning(sim, beginning);
    return sim;
  }
  for (const command of scenario.commands) {
    const outcome = perform(sim, command);
    assert(outcome.ok, () => `scenario ${scenario.id} cannot begin: ${command.operation} was refused`);
  }
  return sim;
}
