/**
 * Who answers when a row changes: a list that is given with the handlers and stays the same for the life of a simulation.
 * Every change is told once, in the order of the changes, to the reactors of its table, in the order of the list. What a
 * reactor changes itself is told after the change that it answers, so none hears of an effect before its cause.
 */
import { assert } from "./assert.ts";

/** Answers the changes of one table. `before` is undefined for a new row, `after` for a removed one; never both. */
export interface TableReactor<Sim, Table extends string, Row> {
  /** What it does, for messages. */
  readonly name: string;
  readonly table: Table;
  readonly react: (sim: Sim, before: Row | undefined, after: Row | undefined) => void;
}

/** Changes that may follow from one: a rule of a security group concerns every target of a load balancer, and nothing needs more. */
const MAX_CHANGES = 10_000;

interface Told {
  readonly table: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

type AnyReactor<Sim> = TableReactor<Sim, string, object>;

/** Tells the reactors of one simulation. */
export class Reactions<Sim> {
  readonly #byTable = new Map<string, AnyReactor<Sim>[]>();
  readonly #waiting: Told[] = [];
  #isTelling = false;

  constructor(reactors: readonly AnyReactor<Sim>[]) {
    for (const reactor of reactors) {
      const others = this.#byTable.get(reactor.table);
      if (others === undefined) this.#byTable.set(reactor.table, [reactor]);
      else others.push(reactor);
    }
  }

  /** A row was written or removed: whoever reacts hears of it now, or as soon as the change that is being told is through. */
  tell(sim: Sim, table: string, before: object | undefined, after: object | undefined): void {
    const reactors = this.#byTable.get(table);
    if (reactors === undefined) return;
    if (this.#isTelling) {
      this.#waiting.push({ table, before, after });
      return;
    }
    this.#isTelling = true;
    try {
      for (const reactor of reactors) reactor.react(sim, before, after);
      this.#tellWaiting(sim);
    } finally {
      this.#waiting.length = 0;
      this.#isTelling = false;
    }
  }

  #tellWaiting(sim: Sim): void {
    for (let at = 0; at < this.#waiting.length; at += 1) {
      const { table, before, after } = this.#waiting[at] as Told;
      const reactors = this.#byTable.get(table) ?? [];
      assert(
        at < MAX_CHANGES,
        () =>
          `one change was followed by more than ${MAX_CHANGES}: the reactors of ${table} (${reactors.map(({ name }) => name).join(", ")}) do not come to rest`,
      );
      for (const reactor of reactors) reactor.react(sim, before, after);
    }
  }
}
