/** The engine on a model of its own: chains of entries that never end do not keep anybody waiting. */
import { describe, expect, test } from "vitest";
import type { Nature } from "./agenda.ts";
import { Journal } from "./journal.ts";
import { type Handlers, Simulation } from "./simulation.ts";
import { Table } from "./table.ts";
import { createWorld, type World } from "./world.ts";

interface Row {
  readonly id: string;
}
type Rows = { readonly rows: Table<Row> };
interface Records {
  BEAT: { readonly subject: "rows"; readonly facts: undefined };
}
interface Due {
  BEAT_DUE: { readonly row: "rows"; readonly data: undefined };
}
type Beats = Simulation<Rows, Records, Due>;

function simulation(handler: Handlers<Rows, Records, Due>["BEAT_DUE"]): Beats {
  const tables: Rows = { rows: new Table<Row>({ name: "rows", key: ({ id }) => id, indexes: {} }) };
  const world: World<Rows, Due> = createWorld({ seed: 1, tables });
  return new Simulation(world, { handlers: { BEAT_DUE: handler }, natures: { BEAT_DUE: "progress" } }, new Journal());
}

const isSettled = (sim: Beats) => () => sim.world.agenda.inProgress === 0;

/** Lets it beat until nothing is in progress; a chain that is not seen through would take a million steps. */
function settle(handler: Handlers<Rows, Records, Due>["BEAT_DUE"]): { sim: Beats; steps: number } {
  const sim = simulation(handler);
  sim.command(() => sim.schedule(10, "BEAT_DUE", "service", 0, undefined));
  return { sim, steps: sim.advance({ until: isSettled(sim) }) };
}

describe("an entry that schedules itself again for ever", () => {
  test.each<[string, number, (sim: Beats) => void]>([
    ["with a record each time", 256, (sim) => sim.record("BEAT", "service")],
    ["without leaving a trace", 10_000, () => {}],
  ])("%s becomes periodic", (_name, most, tell) => {
    const { sim, steps } = settle((beating, { target, slot }) => {
      tell(beating);
      beating.schedule(1000, "BEAT_DUE", target, slot, undefined);
    });
    expect(steps).toBeLessThanOrEqual(most);
    expect([sim.world.agenda.periodic, sim.world.endless]).toEqual([1, 1]);
    expect(sim.world.agenda.list().map(({ nature }): Nature => nature)).toEqual(["periodic"]);
    expect(sim.advance({ until: isSettled(sim) })).toBe(0);
  });

  test("is waited for again when a call begins it anew", () => {
    const { sim } = settle((beating, { target, slot }) => {
      beating.record("BEAT", target);
      beating.schedule(1000, "BEAT_DUE", target, slot, undefined);
    });
    sim.command(() => sim.schedule(0, "BEAT_DUE", "other", 1, undefined));
    expect(sim.advance({ until: isSettled(sim) })).toBeGreaterThan(0);
    expect([sim.world.agenda.periodic, sim.world.endless]).toEqual([2, 2]);
  });
});

test("work that comes to an end after 100 rounds is waited for", () => {
  let left = 100;
  const { sim, steps } = settle((beating, { target, slot }) => {
    beating.record("BEAT", target);
    left -= 1;
    if (left > 0) beating.schedule(1000, "BEAT_DUE", target, slot, undefined);
  });
  expect([steps, sim.world.agenda.size, sim.world.endless]).toEqual([100, 0, 0]);
});

test("what is waited for ends the wait at once, and without it the clock stops at the bound", () => {
  const sim = simulation((beating, { target }) => void beating.record("BEAT", target));
  sim.command(() => {
    for (const delayMs of [10, 20, 30]) sim.schedule(delayMs, "BEAT_DUE", "service", 0, undefined);
  });
  expect(sim.advance({ until: () => sim.nowMs >= 20, untilMs: 100 })).toBe(2);
  expect(sim.nowMs).toBe(20);
  sim.advance({ until: () => false, untilMs: 100 });
  expect(sim.nowMs).toBe(100);
});

describe("what nobody waits for", () => {
  test("goes on for ever without becoming endless", () => {
    const sim = simulation((beating, { target, slot }) => {
      beating.schedule(1000, "BEAT_DUE", target, slot, undefined, { nature: "expiry" });
    });
    sim.command(() => sim.schedule(10, "BEAT_DUE", "service", 0, undefined, { nature: "expiry" }));
    expect(sim.advance({ maxSteps: 20_000 })).toBe(20_000);
    expect([sim.world.agenda.inProgress, sim.world.agenda.periodic, sim.world.endless]).toEqual([0, 0, 0]);
  });
});

test("a copy has the flows and the ledger of its origin, and goes on alone", () => {
  const tables: Rows = { rows: new Table<Row>({ name: "rows", key: ({ id }) => id, indexes: {} }) };
  const sim: Beats = new Simulation(createWorld({ seed: 1, tables }), {
    handlers: {},
    natures: {} as never,
    columns: ["count"],
  });
  sim.world.flows.set("web", { count: 1 });
  sim.ledger.append({ count: 1 });
  const copy = sim.fork();
  copy.world.flows.set("web", { count: 2 });
  copy.ledger.append({ count: 2 });
  expect([sim.world.flows.get("web"), sim.ledger.length]).toEqual([{ count: 1 }, 1]);
  expect([copy.world.flows.get("web"), copy.ledger.get(1, "count")]).toEqual([{ count: 2 }, 2]);
});
