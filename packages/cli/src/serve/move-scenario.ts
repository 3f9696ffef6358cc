/** A scenario in another Region: what it names of its own Region (zones, ARNs, hosts of registries) it names of the other one. */
import { placeIn, type Scenario, zonesOf } from "@quayside/simulator";

/** The scenario as it is in that Region. Zones go by their place, because not every Region has a zone b. */
export function scenarioIn(region: string, scenario: Scenario): Scenario {
  const { region: own } = placeIn(scenario);
  if (region === own) return scenario;
  const names = zonesOf(own).map((zone, place): [string, string] => [zone, zonesOf(region)[place] as string]);
  const moved = [...names, [own, region] as const].reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    JSON.stringify({ network: scenario.network, commands: scenario.commands }),
  );
  return { ...scenario, region, ...(JSON.parse(moved) as Pick<Scenario, "network" | "commands">) };
}
