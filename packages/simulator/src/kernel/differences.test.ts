/** Rows that the journal keeps as differences (J8, J9 and K7 in SPEC.md), against a list that keeps every row whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenRule } from "./assert.ts";
import type { RowChange } from "./journal.ts";
import { PIECE_SIZE } from "./pieces.ts";
import { Simulation } from "./simulation.ts";
import { Table } from "./table.ts";
import { createWorld } from "./world.ts";

interface Row {
  readonly id: string;
  readonly count?: number | undefined;
  readonly note?: string | undefined;
}
type Tables = { slow: Table<Row>; quick: Table<Row> };
type Records = { DONE: { subject: "slow"; facts: undefined } };
type Due = Record<never, never>;
type Sim = Simulation<Tables, Records, Due>;

function emptySimulation(): Sim {
  const key = ({ id }: Row) => id;
  const tables: Tables = {
    slow: new Table<Row>({ name: "slow", key, indexes: {} }),
    quick: new Table<Row>({ name: "quick", key, slot: ({ id }) => Number(id), indexes: {} }),
  };
  return new Simulation<Tables, Records, Due>(createWorld<Tables, Due>({ seed: 1, tables }), {
    handlers: {},
    natures: {},
  });
}

/** A simulation, and the changes of all its records with whole rows. */
class Run {
  sim: Sim;
  readonly told: RowChange[][];

  constructor(sim = emptySimulation(), told: RowChange[][] = []) {
    this.sim = sim;
    this.told = told;
  }

  step(deeds: readonly Deed[]): void {
    const changes: RowChange[] = [];
    this.sim.command(() => {
      for (const { table, id, fields, whole } of deeds) {
        const before = this.sim.tables[table].get(id);
        if (fields === undefined) this.sim.remove(table, id);
        else if (before === undefined || whole) this.sim.put(table, { id, ...fields });
        else this.sim.change(table, before, fields);
        const after = this.sim.tables[table].get(id);
        if (before !== undefined || after !== undefined) changes.push({ table, key: id, before, after });
      }
      this.sim.record("DONE", "x");
    });
    this.told.push(changes);
  }

  /** Another run that goes on from here. */
  fork(): Run {
    return new Run(this.sim.fork(), [...this.told]);
  }

  /** The same run sent back to a copy of it, to go on differently. */
  backTo({ sim, told }: Run): Run {
    const { journal } = this.sim;
    const back = sim.fork(journal.rewound(told.length));
    back.journal.forgetAhead();
    return new Run(back, [...told]);
  }

  check(): void {
    const { journal } = this.sim;
    expect(journal.length).toBe(this.told.length);
    const latest = new Map<string, object | undefined>();
    for (let seq = journal.first; seq < journal.length; seq += 1) {
      const changes = journal.at(seq)?.changes ?? [];
      expect(changes).toEqual(this.told[seq]);
      expect(journal.at(seq)?.changes).toBe(changes);
      for (const { table, key, before, after } of changes) {
        const place = `${table} ${key}`;
        if (latest.has(place)) expect(before).toBe(latest.get(place));
        if (after !== undefined) expect(Object.isFrozen(after)).toBe(true);
        latest.set(place, after);
      }
    }
  }
}

interface Deed {
  readonly table: keyof Tables;
  readonly id: string;
  /** Undefined: the row goes. */
  readonly fields: Omit<Row, "id"> | undefined;
  readonly whole: boolean;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  table: fc.constantFrom("slow", "quick"),
  id: fc.constantFrom("0", "1", "2"),
  fields: fc.option(
    fc.record(
      { count: fc.option(fc.nat(2), { nil: undefined }), note: fc.constantFrom("a", "b") },
      { requiredKeys: [] },
    ),
    { nil: undefined, freq: 8 },
  ),
  whole: fc.boolean(),
});

const move = fc.oneof(
  { weight: 20, arbitrary: fc.array(deed, { maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom("keep" as const, "back" as const, "look" as const) },
);

test("J8: records give whole rows, each before a change the very one that the change before left, in any run", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), fc.nat(PIECE_SIZE), (moves, ahead) => {
      let run = new Run();
      // Somewhere in a piece, so that runs cross from one to the next.
      for (let count = 0; count < ahead; count += 1) run.step([]);
      let kept = run.fork();
      for (const each of moves) {
        if (each === "keep") kept = run.fork();
        else if (each === "back") run = run.backTo(kept);
        else if (each === "look") run.sim.journal.at(run.told.length >> 1);
        else run.step(each);
      }
      run.check();
      kept.check();
    }),
    { numRuns: 60 },
  );
});

test("J8: the journal keeps what differs, not the row", () => {
  const run = new Run();
  run.step([{ table: "slow", id: "0", fields: { count: 1, note: "a" }, whole: true }]);
  run.step([{ table: "slow", id: "0", fields: { count: 2, note: "a" }, whole: false }]);
  const standing = run.sim.tables.slow.get("0");
  expect(run.sim.journal.at(1)?.changes[0]?.after).toEqual(standing);
  expect(run.sim.journal.at(1)?.changes[0]?.after).not.toBe(standing);
});

test("J9: what is forgotten takes nothing from the records that stay, and nothing from those that follow", () => {
  const step: Deed = { table: "quick", id: "1", fields: { note: "b" }, whole: false };
  const run = new Run();
  for (const id of ["0", "1"]) run.step([{ ...step, id, fields: { count: 1 } }]);
  for (let count = 2; count < PIECE_SIZE + 3; count += 1) run.step([{ ...step, fields: { count } }]);
  const copy = run.fork();
  run.sim.journal.forgetBehind();
  expect(run.sim.journal.first).toBe(PIECE_SIZE);
  // One row changed since, one was not.
  run.step([step, { ...step, id: "0" }]);
  run.check();
  for (let count = 0; count < PIECE_SIZE; count += 1)
    run.step([
      { ...step, fields: { count } },
      { ...step, id: "0" },
    ]);
  run.sim.journal.forgetBehind();
  run.step([step, { ...step, id: "0", fields: undefined }]);
  run.check();
  copy.check();
});

test("K7: a row is changed from the one that stands in its table, or the program stops", () => {
  const { sim } = new Run();
  const old: Row = { id: "0", count: 1 };
  sim.put("slow", old);
  const changed = sim.change("slow", old, { count: 2 });
  expect(changed).toEqual({ id: "0", count: 2 });
  expect(() => sim.change("slow", old, { count: 3 })).toThrow(BrokenRule);
});
