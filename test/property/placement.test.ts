/** What must hold for every placement: nothing over-allocated, no constraint violated, nobody left out without a reason. */
import {
  explainPlacement,
  type PlacementStrategy,
  place,
  placementFacts,
  planPlacement,
  type ScaleInTask,
  scaleIn,
} from "@quayside/simulator/placement";
import { instanceRow, instanceTables, placementRequest } from "@quayside/simulator/placement/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits, fleet, type Instance, lots, play, request, strategy, zones } from "./fleets.ts";

/** Few runs for every change; `npm run soak` asks for thousands. */
const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 200) };

const plays = fc.tuple(fleet, fc.array(request, { minLength: 1, maxLength: 12 }), lots);

test("random plays place many tasks, and fail to place many", () => {
  const seen = fc
    .sample(plays, { numRuns: 100, seed: 1 })
    .flatMap(([rows, requests, numbers]) => play(rows, requests, numbers));
  const placed = seen.filter(({ placement }) => placement.placed).length;
  expect(placed / seen.length).toBeGreaterThan(0.3);
  expect(placed / seen.length).toBeLessThan(0.9);
});

describe("for every play", () => {
  test("no instance is ever over-allocated: CPU, memory, ports, GPUs, network interfaces", () => {
    fc.assert(
      fc.property(plays, ([rows, requests, numbers]) => {
        const after = play(rows, requests, numbers).at(-1)?.after ?? [];
        for (const [index, { remaining }] of after.entries()) {
          const start = rows[index]?.remaining;
          expect(Math.min(remaining.cpu, remaining.memory, remaining.interfaces)).toBeGreaterThanOrEqual(0);
          expect(new Set(remaining.tcpPorts).size).toBe(remaining.tcpPorts.length);
          expect(new Set(remaining.udpPorts).size).toBe(remaining.udpPorts.length);
          expect(start?.gpus).toEqual(expect.arrayContaining([...remaining.gpus]));
        }
      }),
      RUNS,
    );
  });

  test("GPUs that are taken were free, are as many as asked for, and are taken once", () => {
    fc.assert(
      fc.property(plays, ([rows, requests, numbers]) => {
        for (const { placement, request: asked } of play(rows, requests, numbers)) {
          if (!placement.placed) continue;
          const { gpus } = placement.reservation;
          expect(new Set(gpus).size).toBe(asked.needs.gpus);
          for (const gpu of gpus) expect(placement.instance.remaining.gpus).toContain(gpu);
        }
      }),
      RUNS,
    );
  });

  test("no constraint is ever violated, and who gets the task had room for it", () => {
    fc.assert(
      fc.property(plays, ([rows, requests, numbers]) => {
        for (const { placement, request: asked } of play(rows, requests, numbers)) {
          if (placement.placed) expect(fits(placement.instance, asked)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("a task finds no instance only when none fits, and each ACTIVE one has its reason", () => {
    fc.assert(
      fc.property(plays, ([rows, requests, numbers]) => {
        for (const { placement, before, request: asked } of play(rows, requests, numbers)) {
          if (placement.placed) continue;
          expect(before.some((row) => fits(row, asked))).toBe(false);
          const active = before.filter(({ status }) => status === "ACTIVE");
          expect(placement.failures.map(({ arn }) => arn)).toEqual(active.map((row) => row.containerInstanceArn));
        }
      }),
      RUNS,
    );
  });

  test("the trace tells of the decision that was made, also when it is worked out again from what the journal keeps", () => {
    fc.assert(
      fc.property(plays, ([rows, requests, numbers]) => {
        for (const { placement, before, trace, request: asked } of play(rows, requests, numbers)) {
          const facts = placementFacts(planPlacement(asked), placement);
          const kept = JSON.parse(JSON.stringify(facts)) as typeof facts;
          expect(explainPlacement(instanceTables(before.toReversed()), kept)).toEqual(trace);
          expect(trace.winner).toBe(placement.placed ? placement.instance.containerInstanceArn : undefined);
          const outcomes = trace.instances.map(({ outcome }) => outcome);
          expect(outcomes.map((outcome) => outcome !== "unfit")).toEqual(before.map((row) => fits(row, asked)));
          expect(outcomes.filter((outcome) => outcome === "chosen").length).toBe(placement.placed ? 1 : 0);
        }
      }),
      RUNS,
    );
  });
});

test("binpack uses no more instances than spread for the same tasks", () => {
  const size = fc.record({ cpu: fc.integer({ min: 1, max: 1_024 }), memory: fc.integer({ min: 4, max: 4_096 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.array(size, { maxLength: 20 }), (instances, sizes) => {
      const rows = Array.from({ length: instances }, (_, slot) => instanceRow({ slot, cpu: 1_024, memory: 4_096 }));
      const used = (strategies: PlacementStrategy[]) => {
        const requests = sizes.map((needs) => placementRequest({ needs, strategies }));
        const after = play(rows, requests, [].values()).at(-1)?.after ?? [];
        return after.filter(({ runningTasksCount }) => runningTasksCount > 0).length;
      };
      const spread = used([{ type: "spread", field: "instanceId" }]);
      expect(used([{ type: "binpack", field: "memory" }])).toBeLessThanOrEqual(spread);
      expect(used([{ type: "binpack", field: "cpu" }])).toBeLessThanOrEqual(spread);
    }),
    RUNS,
  );
});

test("binpack fills as few of equal instances as equal tasks need", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(30), (each, tasks) => {
      const rows = Array.from({ length: 30 }, (_, slot) => instanceRow({ slot, memory: each * 512, cpu: 9_999 }));
      const requests = Array.from({ length: tasks }, () =>
        placementRequest({ strategies: [{ type: "binpack", field: "memory" }] }),
      );
      const after = play(rows, requests, [].values()).at(-1)?.after ?? [];
      expect(after.filter(({ runningTasksCount }) => runningTasksCount > 0).length).toBe(Math.ceil(tasks / each));
    }),
    RUNS,
  );
});

test("spread over zones keeps zones that have room within one task of each other", () => {
  fc.assert(
    fc.property(fc.array(zones, { minLength: 1, maxLength: 8 }), fc.nat(20), (where, tasks) => {
      const rows = where.map((zone, slot) => instanceRow({ slot, zone, cpu: 99_999, memory: 99_999 }));
      const requests = Array.from({ length: tasks }, () =>
        placementRequest({ strategies: [{ type: "spread", field: "attribute:ecs.availability-zone" }] }),
      );
      const after = play(rows, requests, [].values()).at(-1)?.after ?? rows;
      const counts = new Map<string, number>();
      for (const { spec, runningTasksCount } of after) {
        counts.set(spec.availabilityZone, (counts.get(spec.availabilityZone) ?? 0) + runningTasksCount);
      }
      expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
    }),
    RUNS,
  );
});

test("placing does not depend on rows that cannot take the task, but for the lot", () => {
  fc.assert(
    fc.property(fleet, request, (rows, asked) => {
      const plan = planPlacement({ ...asked, strategies: [{ type: "binpack", field: "memory" }] });
      const all = place(plan, rows, () => 0);
      const some = place(
        plan,
        rows.filter((row) => fits(row, asked)),
        () => 0,
      );
      expect(some.placed && some.instance).toEqual(all.placed && all.instance);
    }),
    RUNS,
  );
});

test("scale-in never stops a protected task, none twice, and as many as it can", () => {
  const task = fc.record({ on: fc.nat(11), isProtected: fc.constantFrom(true, false, false) });
  const wishes = fc.array(strategy, { maxLength: 2 });
  fc.assert(
    fc.property(
      fleet,
      fc.array(task, { maxLength: 20 }),
      fc.nat(25),
      wishes,
      lots,
      (rows, list, count, chain, numbers) => {
        const tasks = list.map(({ on, isProtected }, index): ScaleInTask => {
          const row = rows[on % rows.length] as Instance;
          const availabilityZone = row.spec.availabilityZone;
          return { taskArn: `task/${index}`, availabilityZone, isProtected, instance: row, cpu: 128, memory: 256 };
        });
        const { taskArns } = scaleIn(tasks, count, chain, (of) => numbers.next().value % of);
        const willing = tasks.filter(({ isProtected }) => !isProtected).map(({ taskArn }) => taskArn);
        expect(willing).toEqual(expect.arrayContaining([...taskArns]));
        expect(new Set(taskArns).size).toBe(Math.min(count, willing.length));
      },
    ),
    RUNS,
  );
});
