/** The one place of reaction: who hears of which change, when, and what happens when nobody comes to rest. */
import { describe, expect, test } from "vitest";
import { type Reactor, Simulation } from "./simulation.ts";
import { Table } from "./table.ts";
import { createWorld } from "./world.ts";

interface Row {
  readonly id: string;
  readonly count: number;
}

type Tables = { jobs: Table<Row>; books: Table<Row> };
type Records = { JOB: { subject: "jobs"; facts: undefined } };
type Due = Readonly<Record<never, never>>;
type Sim = Simulation<Tables, Records, Due>;
type Reactors = readonly Reactor<Tables, Records, Due>[];

const tableNamed = (name: string) => new Table<Row>({ name, key: (row) => row.id, indexes: {} });

function simulation(reactors: Reactors): Sim {
  const tables = { jobs: tableNamed("jobs"), books: tableNamed("books") };
  return new Simulation(createWorld({ seed: 1, tables }), { handlers: {}, natures: {}, reactors });
}

describe("reactors", () => {
  test("hear of new, changed and removed rows of their table, with the row before and after", () => {
    const heard: unknown[] = [];
    const sim = simulation([
      { name: "ears", table: "jobs", react: (_, before, after) => heard.push([before?.count, after?.count]) },
    ]);
    sim.put("jobs", { id: "a", count: 1 });
    sim.put("books", { id: "a", count: 7 });
    sim.put("jobs", { id: "a", count: 2 });
    sim.remove("jobs", "a");
    sim.remove("jobs", "a");
    expect(heard).toEqual([
      [undefined, 1],
      [1, 2],
      [2, undefined],
    ]);
  });

  test("hear in the order of the list, and of what another one changed after the change that it answered", () => {
    const heard: string[] = [];
    const sim = simulation([
      {
        name: "books",
        table: "jobs",
        react: (own, _, after) => own.put("books", { id: "b", count: after?.count ?? 0 }),
      },
      { name: "later", table: "jobs", react: (_, __, after) => heard.push(`job ${after?.count}`) },
      { name: "reader", table: "books", react: (_, __, after) => heard.push(`book ${after?.count}`) },
    ]);
    sim.put("jobs", { id: "a", count: 3 });
    expect(heard).toEqual(["job 3", "book 3"]);
    expect(sim.tables.books.get("b")?.count).toBe(3);
  });

  test("write into the record that is written next, and a copy of the simulation has them, too", () => {
    const sim = simulation([
      {
        name: "books",
        table: "jobs",
        react: (own, _, after) => own.put("books", { id: "b", count: after?.count ?? 0 }),
      },
    ]);
    const copy = sim.fork();
    copy.put("jobs", { id: "a", count: 1 });
    copy.record("JOB", "a");
    expect(copy.journal.at(0)?.changes.map(({ table }) => table)).toEqual(["jobs", "books"]);
    expect(sim.tables.books.size).toBe(0);
  });

  test("that never come to rest are named", () => {
    const sim = simulation([
      {
        name: "counter",
        table: "jobs",
        react: (own, _, after) => own.put("jobs", { id: "a", count: (after?.count ?? 0) + 1 }),
      },
    ]);
    expect(() => sim.put("jobs", { id: "a", count: 0 })).toThrow(/reactors of jobs \(counter\) do not come to rest/);
  });
});
