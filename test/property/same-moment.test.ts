/**
 * What is due at the same millisecond, in a drawn order: every rule holds in such a run, and two things of a moment come to
 * the same both ways round, but for what is declared. `npm run soak` tries it with thousands of runs.
 */
import { Session } from "@quayside/simulator";
import {
  bothWays,
  type Dependence,
  dueNext,
  ORDER_MATTERS,
  reactorsBothWays,
  shuffleMoments,
} from "@quayside/simulator/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenAnswers } from "./answers.ts";
import { brokenBooks } from "./instance-books.ts";
import { play, plays } from "./instance-runs.ts";
import { brokenInvariants } from "./invariants.ts";
import { brokenMachines } from "./machine-oracle.ts";
import { action, perform, SCENARIO } from "./operations.ts";

const RUNS = { numRuns: Math.ceil(Number(process.env.QUAYSIDE_RUNS ?? 60) / 4) };
/** Steps at the end of a run, and pairs of one moment, that are looked at. */
const STEPS = 60;
const PAIRS = 4;

/** A run in a drawn order, on instances or on Fargate; `look` sees it before every step of its end and after every action. */
type Run = (look: (session: Session) => void) => Session;

const runs: fc.Arbitrary<Run> = fc.oneof(
  plays.map(([seed, steps]): Run => {
    return (look) => toItsEnd(shuffled(play([seed, []]), seed), steps, look);
  }),
  fc.tuple(fc.nat(1_000), fc.array(action, { minLength: 8, maxLength: 30, size: "max" })).map(([seed, list]): Run => {
    const forward = list.filter((each) => each.do !== "seek");
    const steps = forward.map((each) => (session: Session) => perform(session, each));
    return (look) => toItsEnd(shuffled(Session.start({ seed, scenario: SCENARIO }), seed), steps, look);
  }),
);

/** Two tasks come to a host that others have not left yet. */
const crowded: Run = (look) => {
  const call = (operation: string, input: object) => (session: Session) =>
    expect(session.call("ecs", operation, input)).toMatchObject({ ok: true });
  const run = call("RunTask", { cluster: "other", taskDefinition: "big", launchType: "EC2", count: 2 });
  const big = { name: "a", image: "quayside/stubborn:1", memory: 900 };
  const steps = [
    call("RegisterTaskDefinition", { family: "big", containerDefinitions: [big] }),
    run,
    (session: Session) => session.advance({ byMs: 60_000 }),
    (session: Session) => {
      for (const task of session.tables.tasks.keys()) call("StopTask", { cluster: "other", task })(session);
    },
    run,
  ];
  return toItsEnd(shuffled(play([1, []]), 1), steps, look);
};

/** Two tasks come at one moment to a host that has room for one: another one has left it, and a third is slow to. */
const scarce: Run = (look) => {
  const call = (operation: string, input: object) => (session: Session) =>
    expect(session.call("ecs", operation, input)).toMatchObject({ ok: true });
  const of = (image: string) => [{ name: "a", image, memory: 900 }];
  const run = (taskDefinition: string, count: number) =>
    call("RunTask", { cluster: "other", taskDefinition, launchType: "EC2", count });
  const steps = [
    call("RegisterTaskDefinition", { family: "slow", containerDefinitions: of("quayside/stubborn:1") }),
    call("RegisterTaskDefinition", { family: "quick", containerDefinitions: of("quayside/hello:1") }),
    run("slow", 1),
    run("quick", 1),
    (session: Session) => session.advance({ byMs: 60_000 }),
    (session: Session) => {
      for (const task of session.tables.tasks.keys()) call("StopTask", { cluster: "other", task })(session);
    },
    (session: Session) => session.advance({ byMs: 15_000 }),
    run("slow", 2),
  ];
  return toItsEnd(shuffled(play([1, []]), 1), steps, look);
};

/**
 * A task is asked to stop at such a moment that its going down and its container's start fall together. Not shuffled: a run whose
 * moments are cannot be gone back in.
 */
const downAtTheStart: Run = (look) => {
  const stop = (session: Session) => session.call("ecs", "StopTask", { cluster: "other", task: taskOf(session) });
  const steps = [
    (session: Session) =>
      session.call("ecs", "RunTask", { cluster: "other", taskDefinition: "none", launchType: "EC2" }),
    (session: Session) => {
      while (!dueNext(session).some(({ kind }) => kind === "CONTAINER_STARTED")) session.advance({ maxSteps: 1 });
      const startsAtMs = session.nextDueMs ?? 0;
      const meets = (atMs: number) => {
        const tried = session.forkAt(atMs);
        tried.advance({ untilMs: atMs });
        stop(tried);
        while (tried.nextDueMs !== undefined && tried.nextDueMs < startsAtMs) tried.advance({ maxSteps: 1 });
        const kinds = dueNext(tried).map(({ kind }) => kind);
        return kinds.includes("CONTAINER_STARTED") && kinds.includes("TASK_STOP_STARTED");
      };
      let atMs = startsAtMs;
      while (!meets(atMs)) atMs -= 1;
      session.seek(atMs);
      stop(session);
    },
  ];
  return toItsEnd(play([1, []]), steps, look);
};

const taskOf = ({ tables }: Session) => [...tables.tasks.keys()].at(-1);

/** Two tasks pull, and one of the pulls is to fail. */
const faulty: Run = (look) => {
  const run = { taskDefinition: "none", launchType: "EC2", count: 2, cluster: "other" };
  const steps = [
    (session: Session) => session.call("quayside", "FailPulls", { image: "quayside/hello:1", count: 1 }),
    (session: Session) => session.call("ecs", "RunTask", run),
  ];
  return toItsEnd(shuffled(play([1, []]), 1), steps, look);
};

/** Two services are created at one moment, and their schedulers decide at one moment. */
const twoServices: Run = (look) => {
  const create = (serviceName: string) => (session: Session) =>
    expect(
      session.call("ecs", "CreateService", {
        cluster: "other",
        serviceName,
        taskDefinition: "none",
        launchType: "EC2",
        desiredCount: 1,
      }),
    ).toMatchObject({ ok: true });
  return toItsEnd(shuffled(play([1, []]), 1), [create("one"), create("two")], look);
};

function shuffled(session: Session, seed: number): Session {
  shuffleMoments(session, seed);
  return session;
}

function toItsEnd(
  session: Session,
  steps: readonly ((session: Session) => unknown)[],
  look: (session: Session) => void,
): Session {
  for (const step of steps) {
    step(session);
    look(session);
  }
  for (let taken = 0; taken < STEPS && !session.settled; taken += 1) {
    session.advance({ maxSteps: 1 });
    look(session);
  }
  return session;
}

/** What depends on the order of neighbours among what is due next. */
function dependences(session: Session): Dependence[] {
  const due = dueNext(session).slice(0, PAIRS + 1);
  return due.slice(1).flatMap((entry, index) => bothWays(session, [due[index] as typeof entry, entry]));
}

const declared = ({ tables }: Session, { what, between }: Dependence) =>
  ORDER_MATTERS.find(
    (each) =>
      each.what.test(what) && (each.of === undefined || between.includes(each.of)) && each.only?.(tables) !== false,
  );

test("every rule holds whatever the order of what is due at one moment", () => {
  fc.assert(
    fc.property(runs, (run) => {
      const session = run((now) => expect([...brokenBooks(now), ...brokenMachines(now)]).toEqual([]));
      expect([...brokenInvariants(session), ...brokenAnswers(session)]).toEqual([]);
    }),
    RUNS,
  );
});

test("A5: what is due at one moment comes to the same in either order, but for what is declared", () => {
  fc.assert(
    fc.property(runs, (run) => {
      run((session) => {
        const [undeclared] = dependences(session).filter((each) => declared(session, each) === undefined);
        expect(undeclared).toBeUndefined();
      });
    }),
    { ...RUNS, examples: [[crowded], [scarce], [downAtTheStart], [faulty], [twoServices]] },
  );
});

test("A5: what is declared to depend on the order does", () => {
  const met = new Set<unknown>();
  for (const run of [
    crowded,
    scarce,
    downAtTheStart,
    faulty,
    twoServices,
    ...fc.sample(runs, { numRuns: 20, seed: 7 }),
  ]) {
    run((session) => {
      for (const each of dependences(session)) met.add(declared(session, each));
    });
  }
  expect(ORDER_MATTERS.filter((each) => !met.has(each))).toEqual([]);
});

test("reactors come to the same in either order", () => {
  for (const run of fc.sample(runs, { numRuns: 10, seed: 7 })) {
    run((session) => {
      const [entry] = dueNext(session);
      if (entry !== undefined) expect(reactorsBothWays(session, entry)).toEqual([]);
    });
  }
});

test("two reactors of which the last one has its way are told", () => {
  type Reactor = NonNullable<Parameters<typeof reactorsBothWays>[2]>[number];
  const writes = (name: string): Reactor => ({
    name,
    table: "tasks",
    react: (sim) => sim.put("accountSettings", { name: "awsvpcTrunking", value: name }),
  });
  const found = new Set<string>();
  for (const run of fc.sample(runs, { numRuns: 4, seed: 7 })) {
    run((session) => {
      const [entry] = dueNext(session);
      if (entry === undefined) return;
      for (const { between, what } of reactorsBothWays(session, entry, [writes("one"), writes("other")]))
        found.add(`${between}: ${what}`);
    });
  }
  expect([...found]).toEqual(["one and other: accountSettings.value"]);
});
