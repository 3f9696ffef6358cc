/** What can be read of a run, whether it is a picture of its first moment or a session in which things happen. */
import type { Journal } from "./model/cloud.ts";
import type { CloudReaders } from "./model/tables.ts";
import type { Repeating } from "./repeating.ts";
import type { Scenario } from "./scenario.ts";

/** A run to look at: its rows, its journal and its clock. */
export interface RunView {
  readonly seed: number;
  readonly scenario: Scenario;
  /** The tables as they are now. */
  readonly tables: CloudReaders;
  /** Everything that happened. */
  readonly journal: Journal;
  /** Simulated milliseconds since the world began. */
  readonly nowMs: number;
  /** When the next thing will happen, or undefined when nothing is due. */
  readonly nextDueMs: number | undefined;
  /** True when nothing is in progress: nothing is on its way to an end. */
  readonly settled: boolean;
  /** True when nothing more will happen by itself, but that ECS forgets what is over. */
  readonly quiet: boolean;
  /** What repeats for ever, earliest first; empty when nothing does. */
  readonly repeating: readonly Repeating[];
}
