/** The agenda's order and its bookkeeping, judged against a plain sorted list. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Agenda, type EntryOf, type Nature } from "./agenda.ts";

/** What these tests put on an agenda. */
interface Due {
  K: { readonly row: "rows"; readonly data: undefined };
}
type Entry = EntryOf<Due>;

const entry = (seq: number, atMs: number, nature: Nature = "progress"): Entry => ({
  seq,
  atMs,
  kind: "K",
  target: "t",
  slot: 0,
  data: undefined,
  cause: -1,
  nature,
  depth: 1,
});

const drain = (agenda: Agenda<Due>): number[] => {
  const seqs: number[] = [];
  for (let next = agenda.pop(); next !== undefined; next = agenda.pop()) seqs.push(next.seq);
  return seqs;
};

test("A1: entries come out by time, and at the same time in the order of scheduling", () => {
  const times = fc.array(fc.nat(20), { maxLength: 300 });
  fc.assert(
    fc.property(times, (due) => {
      const agenda = new Agenda<Due>();
      const entries = due.map((atMs, index) => entry(index + 1, atMs));
      for (const each of entries) agenda.push(each);
      const expected = [...entries].sort((a, b) => a.atMs - b.atMs || a.seq - b.seq).map((each) => each.seq);
      expect(agenda.list().map((each) => each.seq)).toEqual(expected);
      expect(drain(agenda)).toEqual(expected);
    }),
  );
});

test("A2: pushes, pops and cancels in any mixture keep order, size and the counts", () => {
  const action = fc.record({
    what: fc.constantFrom("push", "pop", "cancel"),
    pick: fc.nat(30),
    nature: fc.constantFrom<Nature>("progress", "periodic", "expiry"),
  });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const agenda = new Agenda<Due>();
      let model: Entry[] = [];
      let seq = 0;
      for (const { what, pick, nature } of actions) {
        if (what === "push") {
          seq += 1;
          const pushed = entry(seq, pick, nature);
          agenda.push(pushed);
          model.push(pushed);
        } else if (what === "cancel" && model.length > 0) {
          const victim = model[pick % model.length];
          if (victim === undefined || victim.nature === "expiry") continue;
          model = model.filter((each) => each !== victim);
          agenda.cancel(victim.seq);
        } else if (what === "pop") {
          model.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
          expect(agenda.pop()?.seq).toBe(model.shift()?.seq);
        }
        expect(agenda.size).toBe(model.length);
        const count = (wanted: Nature) => model.filter((each) => each.nature === wanted).length;
        expect([agenda.inProgress, agenda.periodic]).toEqual([count("progress"), count("periodic")]);
      }
      model = model.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
      expect(agenda.nextAtMs()).toBe(model[0]?.atMs);
      expect(drain(agenda)).toEqual(model.map((each) => each.seq));
    }),
  );
});

test("A3: a fork goes its own way", () => {
  const agenda = new Agenda<Due>();
  for (let seq = 1; seq <= 100; seq += 1) agenda.push(entry(seq, 100 - seq));
  const fork = agenda.fork();
  fork.cancel(100);
  drain(fork);
  expect(agenda.size).toBe(100);
  expect(agenda.pop()?.seq).toBe(100);
});

test("an empty agenda gives nothing", () => {
  expect(new Agenda<Due>().pop()).toBeUndefined();
  expect(new Agenda<Due>().nextAtMs()).toBeUndefined();
});
