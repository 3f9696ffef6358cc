/** A new world: the default one, and what the calls of its scenario make of it. */
import { HANDLERS } from "./controllers/handlers.ts";
import { REACTORS } from "./controllers/reactors.ts";
import { buildDefaultWorld } from "./default-world.ts";
import { assert } from "./kernel/assert.ts";
import { type Cloud, type CloudReactor, emptyCloud } from "./model/cloud.ts";
import { perform } from "./perform.ts";
import type { Scenario } from "./scenario.ts";

/**
 * The world at time 0. Throws when a call of the scenario is refused: a scenario is ours.
 * @param reactors for tests, which shuffle them: nothing may depend on their order
 */
export function buildWorld(seed: number, scenario: Scenario, reactors: readonly CloudReactor[] = REACTORS): Cloud {
  const sim = emptyCloud(seed, HANDLERS, reactors);
  buildDefaultWorld(sim, scenario.network);
  for (const command of scenario.commands) {
    const outcome = perform(sim, command);
    assert(outcome.ok, () => `scenario ${scenario.id} cannot begin: ${command.operation} was refused`);
  }
  return sim;
}
