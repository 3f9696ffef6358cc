/** The simulation of the cloud: the kernel's engine over our tables, our records and our agenda. */
import type { Journal as KernelJournal } from "../kernel/journal.ts";
import { type Handlers, type Reactor, Simulation } from "../kernel/simulation.ts";
import { createWorld } from "../kernel/world.ts";
import { type Due, NATURES } from "./due.ts";
import type { Records } from "./records.ts";
import { type CloudTables, createTables } from "./tables.ts";
import { TRAFFIC_COLUMNS, type TrafficLedger } from "./traffic-ledger.ts";

/** What operations and controllers work on. */
export type Cloud = Simulation<CloudTables, Records, Due>;

/** Everything that happened in a cloud. */
export type Journal = KernelJournal<Records>;

/** What runs when an entry of the agenda is due, by its kind. */
export type CloudHandlers = Handlers<CloudTables, Records, Due>;

/** Answers every change of a table's rows. */
export type CloudReactor = Reactor<CloudTables, Records, Due>;

/** A cloud without a single row. @param handlers what runs when something is due; none: nothing can happen */
export function emptyCloud(
  seed: number,
  handlers: Partial<CloudHandlers> = {},
  reactors: readonly CloudReactor[] = [],
): Cloud {
  const laws = { handlers, natures: NATURES, reactors, columns: TRAFFIC_COLUMNS };
  return new Simulation(createWorld({ seed, tables: createTables() }), laws);
}

/** The ledger of a cloud, whose columns are those of traffic. */
export function trafficOf(sim: Pick<Cloud, "ledger">): TrafficLedger {
  return sim.ledger as TrafficLedger;
}
