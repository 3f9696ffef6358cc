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

test("the same seed and actions give the same journal, byte for byte", () => {
  fc.assert(
    fc.property(seeds, actions, (seed, list) => {
      expect(journalText(play(seed, list))).toBe(journalText(play(seed, list)));
    }),
    RUNS,
  );
});

test("a fork does not disturb its parent, and goes on like it", () => {
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

test("seek to a moment equals a run to that moment", () => {
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

test("load(save(session)) is the session", () => {
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
