/**
 * What is due at the same millisecond, in another order than that of its scheduling: a run that takes it in a drawn order,
 * and two entries of a moment, or two reactors of a change, taken both ways round, with what comes out otherwise. For tests;
 * a run of the product has one order (rule A1).
 */
import { REACTORS } from "../controllers/reactors.ts";
import { Agenda } from "../kernel/agenda.ts";
import { RandomStreams } from "../kernel/random.ts";
import { Simulation } from "../kernel/simulation.ts";
import { forkWorld, type World } from "../kernel/world.ts";
import type { Cloud, CloudReactor } from "../model/cloud.ts";
import { type CloudEntry, type Due, NATURES } from "../model/due.ts";
import type { CloudTables } from "../model/tables.ts";
import { HANDLERS } from "../operations/handlers.ts";
import type { Session } from "../session.ts";

type CloudWorld = World<CloudTables, Due>;

/** An agenda that lets somebody choose among what is due at the next moment. */
class ChoosingAgenda extends Agenda<Due> {
  readonly #choose: (due: readonly CloudEntry[]) => CloudEntry | undefined;

  constructor(entries: readonly CloudEntry[], choose: (due: readonly CloudEntry[]) => CloudEntry | undefined) {
    super();
    this.#choose = choose;
    for (const entry of entries) this.push(entry);
  }

  override pop(): CloudEntry | undefined {
    const due: CloudEntry[] = [];
    for (let next = super.pop(); next !== undefined; next = super.pop()) {
      due.push(next);
      if (this.nextAtMs() !== next.atMs) break;
    }
    if (due.length === 0) return undefined;
    const chosen = this.#choose(due);
    // At one moment the heap does not care which entry came first: who chooses does.
    for (const entry of due) if (entry !== chosen) this.push(entry);
    return chosen;
  }

  override fork(): Agenda<Due> {
    return new ChoosingAgenda(this.list(), this.#choose);
  }
}

/** Everything takes the shortest time that it may, so that much falls on one moment; ids are drawn as ever. */
class ShortestTimes extends RandomStreams {
  override between(stream: string, low: number, high: number): number {
    return stream === "ids" ? super.between(stream, low, high) : low;
  }

  override fork(): RandomStreams {
    return new ShortestTimes(this.seed, Object.entries(this.state()));
  }
}

/**
 * From now on everything takes its shortest time, and what is due at the same moment happens in a drawn order. Going back
 * in time is not for such a session: it would draw anew.
 */
export function shuffleMoments({ world }: Session, seed: number): void {
  const random = new RandomStreams(seed);
  world.random = new ShortestTimes(world.random.seed, Object.entries(world.random.state()));
  const choose = (due: readonly CloudEntry[]) => due[random.between("order", 0, due.length - 1)];
  world.agenda = new ChoosingAgenda(world.agenda.list(), choose);
}

/** Draws that depend on the entry that draws, not on who drew before it. */
class OwnRandom extends ShortestTimes {
  entry = "";

  override bits(stream: string): number {
    return super.bits(`${stream} of ${this.entry}`);
  }
}

/** What comes out otherwise when two things of a moment change places. */
export interface Dependence {
  /** The kinds of the two entries, or the names of the reactors. */
  readonly between: string;
  /** `table.field` of a row, `journal KIND`, `agenda KIND`, or `cause of KIND` of either. */
  readonly what: string;
  readonly one: string | undefined;
  readonly other: string | undefined;
}

/** Takes two entries that are due at the next moment both ways round, from copies of a session. */
export function bothWays(session: Session, [one, other]: readonly [CloudEntry, CloudEntry]): Dependence[] {
  const between = [one.kind, other.kind].sort().join(" and ");
  return differences(between, outcome(session, [one, other]), outcome(session, [other, one]));
}

/** Takes one entry that is due with the reactors in their order and in the opposite one, from copies of a session. */
export function reactorsBothWays(
  session: Session,
  entry: CloudEntry,
  reactors: readonly CloudReactor[] = REACTORS,
): Dependence[] {
  const between = reactors.map(({ name }) => name).join(" and ");
  return differences(between, outcome(session, [entry], reactors), outcome(session, [entry], [...reactors].reverse()));
}

type Values = ReadonlyMap<string, { readonly what: string; readonly text: string }>;

function differences(between: string, there: Values, back: Values): Dependence[] {
  return [...new Set([...there.keys(), ...back.keys()])].flatMap((key) => {
    const [one, other] = [there.get(key), back.get(key)];
    const what = (one ?? other)?.what ?? "";
    return one?.text === other?.text ? [] : [{ between, what, one: one?.text, other: other?.text }];
  });
}

/** What is due at the next moment, in the order of scheduling. */
export function dueNext({ world }: Session): readonly CloudEntry[] {
  const atMs = world.agenda.nextAtMs();
  return world.agenda.list().filter((entry) => entry.atMs === atMs);
}

/**
 * The world at the end of the moment, as values by name, when some entries of it come first; numbers that only say which
 * came first are left out.
 */
function outcome(session: Session, first: readonly CloudEntry[], reactors: readonly CloudReactor[] = REACTORS): Values {
  const world: CloudWorld = forkWorld(session.world);
  const random = new OwnRandom(session.seed);
  const known = session.journal.length;
  const atMs = world.agenda.nextAtMs();
  const order = first.map(({ seq }) => seq);
  world.random = random;
  const choose = (due: readonly CloudEntry[]) => {
    while (order.length > 0) {
      const seq = order.shift();
      const wanted = due.find((entry) => entry.seq === seq);
      if (wanted !== undefined) return wanted;
    }
    return [...due].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))[0];
  };
  world.agenda = new ChoosingAgenda(world.agenda.list(), (due) => {
    const chosen = choose(due);
    random.entry = chosen === undefined ? "" : nameOf(chosen);
    return chosen;
  });
  const laws = { handlers: HANDLERS, natures: NATURES, reactors };
  const sim: Cloud = new Simulation(world, laws, session.journal.prefix(known));
  sim.advance({ until: () => world.agenda.nextAtMs() !== atMs });
  return valuesOf(sim, known);
}

function nameOf({ kind, target, atMs }: CloudEntry): string {
  return `${kind} ${target} ${atMs}`;
}

function valuesOf(sim: Cloud, known: number): Values {
  const values = new Map<string, { what: string; text: string }>();
  const add = (key: string, what: string, value: unknown) => {
    const earlier = values.get(key);
    const text = JSON.stringify(value) ?? "nothing";
    values.set(key, { what, text: earlier === undefined ? text : [earlier.text, text].sort().join(" and ") });
  };
  const timers = new Map(sim.world.agenda.list().map(({ seq, kind, atMs }) => [seq, `${kind} at ${atMs}`]));
  const record = (seq: number) => {
    if (seq < known) return seq;
    const { kind, subject } = sim.journal.at(seq) as { kind: string; subject: string };
    return `${kind} ${subject}`;
  };
  for (const [name, table] of Object.entries(sim.tables)) {
    for (const key of table.keys()) {
      for (const [field, value] of Object.entries(table.get(key) as object)) {
        const shown = field === "timer" ? (timers.get(value as number) ?? "over") : value;
        add(`${name} ${key} ${field}`, `${name}.${field}`, shown);
      }
    }
  }
  for (const { kind, subject, facts, atMs, cause } of sim.journal.records.slice(known)) {
    add(`journal ${kind} ${subject}`, `journal ${kind}`, { facts, atMs });
    add(`cause ${kind} ${subject}`, `cause of ${kind}`, record(cause));
  }
  for (const { kind, target, atMs, data, nature, cause } of sim.world.agenda.list()) {
    add(`agenda ${kind} ${target} ${atMs}`, `agenda ${kind}`, { data, nature });
    add(`cause ${kind} ${target} ${atMs}`, `cause of ${kind}`, record(cause));
  }
  return values;
}
