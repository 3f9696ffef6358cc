/** Where and when the world of a scenario is. Apart from the scenario, because a page that shows a world's picture reads no dates. */
import { readDate } from "./model/calendar.ts";
import { DEFAULT_PLACE, type Place } from "./model/place.ts";
import type { Scenario } from "./scenario.ts";

/** The place that a scenario names, or the usual one. */
export function placeIn({ region, startsAt }: Pick<Scenario, "region" | "startsAt">): Place {
  const seconds = startsAt === undefined ? undefined : readDate(startsAt);
  return {
    region: region ?? DEFAULT_PLACE.region,
    startsAtMs: seconds === undefined ? DEFAULT_PLACE.startsAtMs : seconds * 1000,
  };
}
