/** What must hold for every run: determinism, independence of forks, going to a moment, saving, and the invariants. */
import { describeWorld, JournalView, Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenInvariants } from "./invariants.ts";
import { type Action, action, perform, SCENARIO } from "./operations.ts";

/** Few runs for every change; `npm run soak` asks for thousands. */
const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };
const actions = fc.array(action, { minLength: 8, maxLength: 40, size: "max" });
const seeds = fc.nat(1_000);
/** Actions that only go forward: a run that can be had again by the clock alone. */
const forward = actions.map((list) => list.filter((each) => each.do !== "seek"));

function play(seed: number, list: readonly Action[]): Session {
  const session = Session.start({ seed, scenario: SCENARIO });
  for (const each of list) perform(session, each);
  return session;
}

const journalText = (session: Session) => JSON.stringify(session.journal.records);
const worldText = (session: Session) => JSON.stringify(describeWorld(session.world));

test("a third of the random runs get as far as tasks that start and stop", () => {
  const seen = fc.sample(fc.tuple(seeds, actions), { numRuns: 100, seed: 1 }).map(([seed, list]) => {
    const kinds = new Set(play(seed, list).journal.records.map((record) => record.kind));
    return kinds.has("TASK_RUNNING") && kinds.has("TASK_STOPPED");
  });
  expect(seen.filter(Boolean).length).toBeGreaterThan(33);
});

test.each(["CONTAINER_KILLED", "REGISTRY_SPEED_CHANGED", "PULLS_BROKEN"])("%s happens in random runs", (kind) => {
  const seen = fc.sample(fc.tuple(seeds, actions), { numRuns: 100, seed: 1 }).map(([seed, list]) => {
    return play(seed, list).journal.records.some((record) => record.kind === kind);
  });
  expect(seen.filter(Boolean).length).toBeGreaterThan(5);
});

test("every invariant holds after any sequence of calls and time", () => {
  fc.assert(
    fc.property(seeds, actions, (seed, list) => {
      expect(brokenInvariants(play(seed, list))).toEqual([]);
    }),
    RUNS,
  );
});

test("S1: the same seed and actions give the same journal, byte for byte", () => {
  fc.assert(
    fc.property(seeds, actions, (seed, list) => {
      expect(journalText(play(seed, list))).toBe(journalText(play(seed, list)));
    }),
    RUNS,
  );
});

test("S8: a fork does not disturb its parent, and goes on like it", () => {
  fc.assert(
    fc.property(seeds, actions, actions, (seed, before, after) => {
      const parent = play(seed, before);
      const world = worldText(parent);
      const journal = journalText(parent);
      const fork = parent.fork();
      for (const each of after) perform(fork, each);
      expect(worldText(parent)).toBe(world);
      expect(journalText(parent)).toBe(journal);
      for (const each of after) perform(parent, each);
      expect(journalText(parent)).toBe(journalText(fork));
    }),
    RUNS,
  );
});

test("a fork of an earlier moment is the run up to there, without the calls that came later", () => {
  fc.assert(
    fc.property(seeds, actions, fc.double({ min: 0, max: 1, noNaN: true }), actions, (seed, list, share, after) => {
      const whole = play(seed, list);
      const before = { world: worldText(whole), journal: journalText(whole) };
      const fork = whole.forkAt(Math.floor(whole.nowMs * share));
      const afresh = Session.load(fork.save());
      expect(fork.hasFuture).toBe(false);
      for (const each of after) perform(fork, each);
      for (const each of after) perform(afresh, each);
      expect(journalText(fork)).toBe(journalText(afresh));
      expect({ world: worldText(whole), journal: journalText(whole) }).toEqual(before);
    }),
    RUNS,
  );
});

test("S2: seek to a moment equals a run to that moment", () => {
  fc.assert(
    fc.property(seeds, forward, fc.double({ min: 0, max: 1.2, noNaN: true }), (seed, list, share) => {
      const whole = play(seed, list);
      const atMs = Math.floor(whole.nowMs * share);
      const direct = Session.load({ ...whole.save(), ...momentBefore(whole, atMs) });
      direct.advance({ untilMs: atMs });
      whole.seek(atMs);
      expect(journalText(whole)).toBe(journalText(direct));
      expect(worldText(whole)).toBe(worldText(direct));
    }),
    RUNS,
  );
});

/** The part of a saved run up to a moment: a run that never went further. */
function momentBefore(session: Session, atMs: number) {
  const commands = session.save().commands.filter((command) => command.atMs <= atMs);
  const last = commands.at(-1);
  return { commands, nowMs: last?.atMs ?? 0, steps: last?.afterSteps ?? 0 };
}

test("after going back, letting time pass again gives the same end", () => {
  fc.assert(
    fc.property(seeds, forward, fc.double({ min: 0, max: 1, noNaN: true }), (seed, list, share) => {
      const session = play(seed, list);
      const { nowMs } = session;
      session.advance({ untilMs: nowMs });
      const end = journalText(session);
      session.seek(Math.floor(nowMs * share));
      session.seek(nowMs);
      expect(journalText(session)).toBe(end);
    }),
    RUNS,
  );
});

const shares = fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 8 });

test("S2: going back and forth at random is always the run at that moment, and leaves the whole of it ahead", () => {
  fc.assert(
    fc.property(seeds, forward, shares, (seed, list, moments) => {
      const [session, once] = [play(seed, list), play(seed, list)];
      const { nowMs } = session;
      session.advance({ untilMs: nowMs });
      const records = [...session.journal.records];
      const end = { world: worldText(session), journal: journalText(session) };
      for (const share of moments) {
        const atMs = Math.floor(nowMs * share);
        const direct = Session.load({ ...once.save(), ...momentBefore(once, atMs) });
        direct.advance({ untilMs: atMs });
        session.seek(atMs);
        expect(journalText(session)).toBe(journalText(direct));
        expect(worldText(session)).toBe(worldText(direct));
        if (atMs <= nowMs) expect(session.journal.knownLength).toBeGreaterThanOrEqual(records.length);
      }
      session.seek(0);
      session.seek(nowMs);
      expect({ world: worldText(session), journal: journalText(session) }).toEqual(end);
      // Records that were read are the same objects whatever way the run came to them.
      expect(session.journal.records).toEqual(records);
      expect(session.journal.at(records.length - 1)).toBe(records.at(-1));
    }),
    RUNS,
  );
});

/** What somebody does to a run that can go both ways: go to a moment, call, let time pass, leave a copy behind. */
const wandering = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("go" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("act" as const), action }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("fork" as const), actions: fc.array(action, { maxLength: 4 }) }),
    },
  ),
  { minLength: 3, maxLength: 12, size: "max" },
);

test("calls in between and forks in the middle leave a run that is the one of its calls alone", () => {
  fc.assert(
    fc.property(seeds, forward, wandering, (seed, list, wander) => {
      const session = play(seed, list);
      let head = session.nowMs;
      const left: { readonly fork: Session; readonly world: string; readonly journal: string }[] = [];
      for (const each of wander) {
        if (each.do === "go") session.seek(Math.floor(head * each.share));
        else if (each.do === "act") perform(session, each.action);
        else {
          const fork = session.fork();
          for (const more of each.actions) perform(fork, more);
          left.push({ fork, world: worldText(fork), journal: journalText(fork) });
        }
        head = Math.max(head, session.nowMs);
        const afresh = Session.load(JSON.parse(JSON.stringify(session.save())));
        expect(journalText(session)).toBe(journalText(afresh));
        expect(worldText(session)).toBe(worldText(afresh));
      }
      for (const { fork, world, journal } of left) {
        expect([worldText(fork), journalText(fork)]).toEqual([world, journal]);
        const afresh = Session.load(JSON.parse(JSON.stringify(fork.save())));
        expect(journalText(fork)).toBe(journalText(afresh));
      }
    }),
    RUNS,
  );
});

test("S7: load(save(session)) is the session", () => {
  fc.assert(
    fc.property(seeds, actions, (seed, list) => {
      const session = play(seed, list);
      const loaded = Session.load(JSON.parse(JSON.stringify(session.save())));
      expect(worldText(loaded)).toBe(worldText(session));
      expect(journalText(loaded)).toBe(journalText(session));
    }),
    RUNS,
  );
});

test("a run that is loaded in pieces says how far it is, and never more than one call or 256 steps at once", () => {
  fc.assert(
    fc.property(seeds, actions, (seed, list) => {
      const saved = play(seed, list).save();
      const shares = [...Session.loading(saved)];
      expect(shares.every((share, index) => share >= (shares[index - 1] ?? 0) && share <= 1)).toBe(true);
      expect(shares.length).toBeGreaterThanOrEqual(Math.floor(saved.steps / 256) + saved.commands.length);
    }),
    RUNS,
  );
});

test("the journal alone gives the tables of any moment, in both directions", () => {
  fc.assert(
    fc.property(
      seeds,
      forward,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
      (seed, list, shares) => {
        const session = play(seed, list);
        const view = new JournalView(session.journal);
        const present = session.nowMs;
        for (const share of shares) {
          const atMs = Math.floor(present * share);
          view.moveTo(atMs);
          const then = session.fork();
          then.seek(atMs);
          then.advance({ untilMs: atMs });
          for (const name of ["tasks", "containers", "clusters", "networkInterfaces", "subnets"] as const) {
            const sorted = (rows: Iterable<unknown>) => Array.from(rows, (row) => JSON.stringify(row)).sort();
            expect(sorted(view.tables[name].values())).toEqual(sorted(then.tables[name].values()));
          }
        }
      },
    ),
    RUNS,
  );
});
