/** The engine's own rules (K in SPEC.md): what belongs to a record, what caused it, how far time goes. */
import { expect, test } from "vitest";
import type { EntryOf } from "./agenda.ts";
import { BrokenRule } from "./assert.ts";
import { type Handlers, Simulation } from "./simulation.ts";
import { Table } from "./table.ts";
import { createWorld, describeWorld } from "./world.ts";

interface Job {
  readonly id: string;
  readonly rounds: number;
}
type Tables = { jobs: Table<Job> };
type Records = {
  BEGUN: { subject: "jobs"; facts: undefined };
  TURNED: { subject: "jobs"; facts: undefined };
  ENDED: { subject: "jobs"; facts: undefined };
};
type Due = { turn: { row: "jobs"; data: undefined }; lost: { row: "jobs"; data: undefined } };
type Sim = Simulation<Tables, Records, Due>;

const SECOND_MS = 1_000;

/** A turn raises the job's rounds and is followed by the next one, `most` times. */
function simulation(most: number, handlers: Partial<Handlers<Tables, Records, Due>> = { turn: turnOf(most) }): Sim {
  const jobs = new Table<Job>({ name: "jobs", key: ({ id }) => id, indexes: {} });
  const world = createWorld<Tables, Due>({ seed: 1, tables: { jobs } });
  return new Simulation<Tables, Records, Due>(world, { handlers, natures: { turn: "progress", lost: "progress" } });
}

function turnOf(most: number) {
  return (sim: Sim, { target }: EntryOf<Due, "turn">): void => {
    const { rounds } = sim.tables.jobs.get(target) as Job;
    sim.put("jobs", { id: target, rounds: rounds + 1 });
    sim.record("TURNED", target);
    if (rounds + 1 < most) sim.schedule(SECOND_MS, "turn", target, 0, undefined);
    else sim.record("ENDED", target);
  };
}

function begin(sim: Sim, id = "a"): void {
  sim.command(() => {
    sim.put("jobs", { id, rounds: 0 });
    sim.record("BEGUN", id);
    sim.schedule(SECOND_MS, "turn", id, 0, undefined);
  });
}

const stateOf = (sim: Sim) => JSON.stringify([describeWorld(sim.world), sim.journal.records]);

const settled = (sim: Sim) => () => sim.world.agenda.inProgress === 0;

test("K1: a changed row belongs to the next record, and a call or a step must write one", () => {
  const sim = simulation(1);
  begin(sim);
  const row = { id: "a", rounds: 0 };
  expect(sim.journal.at(0)?.changes).toEqual([{ table: "jobs", key: "a", before: undefined, after: row }]);
  sim.advance({});
  expect(sim.journal.records.map(({ changes }) => changes.length)).toEqual([1, 1, 0]);
  expect(() => sim.command(() => sim.put("jobs", row))).toThrow("call changed rows without writing a record");
  const careless = simulation(1, { turn: (each, { target }) => each.remove("jobs", target) });
  begin(careless);
  expect(() => careless.advance({})).toThrow("turn changed rows without writing a record");
});

test("K2: what a step does is caused by what scheduled it, and then by its first record", () => {
  const sim = simulation(2);
  begin(sim);
  sim.advance({});
  expect(sim.journal.records.map(({ kind, cause }) => [kind, cause])).toEqual([
    ["BEGUN", -1],
    ["TURNED", 0],
    ["TURNED", 1],
    ["ENDED", 2],
  ]);
  sim.command(() => {
    sim.record("BEGUN", "b");
    sim.record("TURNED", "b");
    sim.record("ENDED", "b", undefined, 3);
  });
  expect(sim.journal.records.slice(4).map(({ cause }) => cause)).toEqual([-1, 4, 3]);
});

test("K3: a call has no cause and the next major number; what follows from it counts on", () => {
  const sim = simulation(1);
  begin(sim, "a");
  sim.advance({});
  begin(sim, "b");
  expect(sim.journal.records.map(({ major, minor, cause }) => [major, minor, cause])).toEqual([
    [1, 0, -1],
    [1, 1, 0],
    [1, 2, 1],
    [2, 0, -1],
  ]);
});

test("K4: time stops at its moment, after its steps, or when a condition holds", () => {
  const until = simulation(10);
  begin(until);
  expect([until.advance({ untilMs: 2_500 }), until.nowMs]).toEqual([2, 2_500]);
  expect([until.advance({ untilMs: 1_000 }), until.nowMs]).toEqual([0, 2_500]);
  expect([until.advance({ maxSteps: 3 }), until.nowMs]).toEqual([3, 5_000]);
  expect([until.advance({ until: settled(until), untilMs: 99_000 }), until.nowMs]).toEqual([5, 10_000]);
  expect([until.advance({ untilMs: 20_000 }), until.nowMs]).toEqual([0, 20_000]);
});

test("K5: a copy and its original do not see each other", () => {
  const sim = simulation(10);
  begin(sim);
  sim.advance({ maxSteps: 2 });
  const before = stateOf(sim);
  const copy = sim.fork();
  copy.world.random.unit("dice");
  copy.advance({});
  begin(copy, "b");
  expect(stateOf(sim)).toBe(before);
  const after = stateOf(copy);
  sim.advance({});
  expect(stateOf(copy)).toBe(after);
  expect(sim.journal.length).toBe(copy.journal.length - 1);
});

test("K6: an entry that nothing handles stops the program", () => {
  const sim = simulation(1);
  sim.command(() => {
    sim.record("BEGUN", "a");
    sim.schedule(0, "lost", "a", 0, undefined);
  });
  expect(() => sim.advance({})).toThrow(BrokenRule);
});

test("A4: what leads to itself for ever becomes periodic, and waiting for it ends", () => {
  const sim = simulation(Number.POSITIVE_INFINITY);
  begin(sim);
  const steps = sim.advance({ until: settled(sim) });
  expect(steps).toBeLessThan(1_000);
  expect([sim.world.agenda.inProgress, sim.world.agenda.periodic]).toEqual([0, 1]);
});
