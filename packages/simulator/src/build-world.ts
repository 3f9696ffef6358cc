/** A new world: the default one, and what the calls of its scenario make of it. */
import { HANDLERS } from "./controllers/handlers.ts";
import { REACTORS } from "./controllers/reactors.ts";
import { buildDefaultWorld } from "./default-world.ts";
import { type Cloud, emptyCloud } from "./model/cloud.ts";
import { performAgain } from "./perform.ts";
import { RunRefused, type Scenario } from "./scenario.ts";

/** The world at time 0. Throws `RunRefused` when a call of the scenario is refused. */
export function buildWorld(seed: number, scenario: Scenario): Cloud {
  const sim = emptyCloud(seed, HANDLERS, REACTORS);
  buildDefaultWorld(sim, scenario.network);
  for (const [index, command] of scenario.commands.entries()) {
    const place = `scenario.commands[${index}]`;
    const outcome = performAgain(sim, command, place);
    if (outcome.ok) continue;
    const why = `${outcome.error.code}: ${outcome.error.message}`;
    throw new RunRefused(`${place}, ${command.service} ${command.operation}, is refused: ${why}`, { place });
  }
  return sim;
}
