/** The simulation of the cloud: the kernel's engine over our tables. */
import type { AgendaEntry } from "../kernel/agenda.ts";
import type { Reactor, Simulation } from "../kernel/simulation.ts";
import type { CloudTables } from "./tables.ts";

/** What operations and controllers work on. */
export type Cloud = Simulation<CloudTables>;

/** Runs when an agenda entry of its kind is due. */
export type CloudHandler = (sim: Cloud, entry: AgendaEntry) => void;

/** Answers every change of a table's rows. */
export type CloudReactor = Reactor<CloudTables>;
