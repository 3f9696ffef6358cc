/**
 * Where a session finds how a world begins. The default world and the operations that a scenario calls come with the entry
 * `@quayside/simulator/engine`; until then a session is a picture of its first moment (beginning.ts).
 */
import type { Beginning } from "./beginning.ts";
import { assert } from "./kernel/assert.ts";
import type { Cloud } from "./model/cloud.ts";
import type { Scenario } from "./scenario.ts";

/** Which world. Default: seed 1, the default scenario. */
export interface StartOptions {
  readonly seed?: number;
  readonly scenario?: Scenario;
  /** The first moment of this scenario with this seed, to look at until the engine is there. */
  readonly beginning?: Beginning | undefined;
}

type Begin = (seed: number, scenario: Scenario) => Cloud;

let begin: Begin | undefined;

/** Says how worlds begin. The same way every time: which session asks makes no difference. */
export function installWorlds(beginWorld: Begin): void {
  begin = beginWorld;
}

/** True once worlds can begin. */
export function worldsAreInstalled(): boolean {
  return begin !== undefined;
}

/** The world at time 0. Throws when a call of the scenario is refused. */
export function beginWorld(seed: number, scenario: Scenario): Cloud {
  assert(begin !== undefined, "a world begins only with the engine: import @quayside/simulator/engine first");
  return begin(seed, scenario);
}
