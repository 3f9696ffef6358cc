/** A new world: the default one, and what the calls of its scenario make of it. */

import { REACTORS } from "./controllers/reactors.ts";
import { buildDefaultWorld } from "./default-world.ts";
import { fnv1a } from "./kernel/random.ts";
import { type Cloud, emptyCloud } from "./model/cloud.ts";
import { DEFAULT_PLACE } from "./model/place.ts";
import { HANDLERS } from "./operations/handlers.ts";
import { performAgain } from "./perform.ts";
import { RunRefused, type Scenario } from "./scenario.ts";
import { withArns } from "./scenario-names.ts";
import { placeIn } from "./scenario-place.ts";

/** The world at time 0. Throws `RunRefused` when a call of the scenario is refused. */
export function buildWorld(seed: number, scenario: Scenario): Cloud {
  const sim = emptyCloud(seedIn(scenario, seed), HANDLERS, REACTORS);
  const { network, region, startsAt } = scenario;
  const isElsewhere = region !== undefined || startsAt !== undefined;
  buildDefaultWorld(sim, { network, place: isElsewhere ? placeIn(scenario) : undefined });
  for (const [index, command] of scenario.commands.entries()) {
    const place = `scenario.commands[${index}]`;
    const unknown = (name: string) => new RunRefused(`${place}: nothing is called ${name} so far`, { place });
    const input = withArns(sim.tables, command.input, unknown);
    const outcome = performAgain(sim, { ...command, input }, place);
    if (outcome.ok) continue;
    const why = `${outcome.error.code}: ${outcome.error.message}`;
    throw new RunRefused(`${place}, ${command.service} ${command.operation}, is refused: ${why}`, { place });
  }
  return sim;
}

/** Every Region draws ids of its own, so that those of one name nothing in another. */
function seedIn({ region = DEFAULT_PLACE.region }: Scenario, seed: number): number {
  return region === DEFAULT_PLACE.region ? seed : fnv1a(region, seed);
}
