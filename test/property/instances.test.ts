/** What must hold for tasks on EC2, whatever is run, stopped, killed, drained or deregistered, in every network mode. */
import type { Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenBooks } from "./instance-books.ts";
import { play, plays } from "./instance-runs.ts";
import { brokenInvariants } from "./invariants.ts";
import { brokenMachines } from "./machine-oracle.ts";

const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };

test("the books of every instance are right after every step", () => {
  fc.assert(
    fc.property(plays, (given) => {
      play(given, (session) => expect([...brokenBooks(session), ...brokenMachines(session)]).toEqual([]));
    }),
    RUNS,
  );
});

test("the invariants of every world hold, and once it is quiet everything that was taken is back", () => {
  fc.assert(
    fc.property(plays, (given) => {
      const session = play(given);
      expect(brokenInvariants(session)).toEqual([]);
      for (const { taskArn, spec } of session.tables.tasks.values()) {
        session.call("ecs", "StopTask", { task: taskArn, cluster: spec.clusterArn });
      }
      session.stepUntilQuiet();
      expect(brokenInvariants(session)).toEqual([]);
      for (const { spec, remaining, hostRemaining, waitingTasks } of session.tables.containerInstances.values()) {
        expect([remaining, hostRemaining, waitingTasks]).toEqual([spec.registered, spec.registered, []]);
      }
    }),
    RUNS,
  );
});

test("the same calls give the same journal, and going back and on again, too", () => {
  fc.assert(
    fc.property(plays, (given) => {
      const state = (session: Session) => [JSON.stringify(session.journal.records), session.tables.tasks.size];
      // A play can end between two steps of one moment; going somewhere takes the whole moment.
      const whole = () => {
        const session = play(given);
        session.advance({ untilMs: session.nowMs });
        return session;
      };
      const session = whole();
      const before = state(session);
      const { nowMs } = session;
      session.seek(Math.floor(nowMs / 2));
      session.seek(nowMs);
      expect(state(session)).toEqual(before);
      expect(state(whole())).toEqual(before);
    }),
    { numRuns: Math.max(10, Math.floor(RUNS.numRuns / 4)) },
  );
});

test.each(["gpu", "names", "many", "soft", "host-udp"])("tasks of %s get to run in random runs", (family) => {
  const seen = fc.sample(plays, { numRuns: 80, seed: 1 }).filter((given) => {
    const { tasks } = play(given).tables;
    return [...tasks.values()].some(
      ({ spec, startedAtMs }) => spec.taskDefinitionArn.includes(`/${family}:`) && startedAtMs !== undefined,
    );
  });
  expect(seen.length).toBeGreaterThan(2);
});

test.each(["TASK_RUNNING", "TASK_STOPPED", "HOST_RESOURCES_AWAITED", "HOST_LOST", "ENI_ATTACHED"])(
  "%s happens in random runs",
  (kind) => {
    const seen = fc.sample(plays, { numRuns: 80, seed: 1 }).filter((given) => {
      return play(given).journal.records.some((record) => record.kind === kind);
    });
    expect(seen.length).toBeGreaterThan(2);
  },
);
