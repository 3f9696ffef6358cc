/**
 * The one way in: a saved run, a scenario or a call that comes from outside is read here, checked, and only then given to
 * a session. Whatever is wrong with it ends in a `RunRefused` or a refusal that names the place.
 */
import { Session } from "@quayside/simulator";
import { type RunLimits, readRun } from "./read-run.ts";
import { readScenario } from "./read-scenario.ts";

/**
 * The session at the end of a saved run.
 * @throws RunRefused when it is none, or does not replay
 */
export function openRun(value: unknown, limits?: RunLimits): Session {
  return Session.load(readRun(value, limits));
}

/**
 * A session that begins with a scenario.
 * @throws RunRefused when it is none, or one of its calls is refused
 */
export function openScenario(value: unknown, seed?: number): Session {
  return Session.start({ scenario: readScenario(value), ...(seed === undefined ? {} : { seed }) });
}
