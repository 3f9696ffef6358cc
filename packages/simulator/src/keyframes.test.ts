/** Which copies of earlier moments are kept, and which one is found (F in SPEC.md). */
import { beforeEach, expect, test } from "vitest";
import { buildWorld } from "./build-world.ts";
import { Keyframes } from "./keyframes.ts";
import type { Cloud } from "./model/cloud.ts";
import { defaultScenario } from "./scenario.ts";

const MOST = 48;
let sim: Cloud;
let keyframes: Keyframes;

beforeEach(() => {
  sim = buildWorld(1, defaultScenario);
  keyframes = Keyframes.from(sim);
});

/** Goes on until the next copy is due, a second for each step, and keeps it. @returns the steps by then */
function goOn(calls = 0): number {
  const steps = keyframes.stepsUntilNext(sim);
  sim.world.steps += steps;
  sim.world.nowMs += steps * 1_000;
  keyframes.keep(sim, calls);
  return sim.world.steps;
}

const stepsOf = (frame: ReturnType<Keyframes["before"]>) => frame.sim.world.steps;

/** The places of all copies. */
function places(): number[] {
  const found = new Set<number>();
  for (let steps = 0; steps <= sim.world.steps; steps += 1) found.add(stepsOf(keyframes.upTo(steps, 1_000_000)));
  return [...found];
}

test("F1: the copy of the beginning never goes", () => {
  for (let count = 0; count < 5 * MOST; count += 1) goOn(1);
  expect([stepsOf(keyframes.before(0)), stepsOf(keyframes.upTo(0, 0))]).toEqual([0, 0]);
  keyframes.dropAfter(0, 0);
  expect(places()).toEqual([0]);
  expect(keyframes.before(0).records).toBe(sim.journal.length);
});

test("F2: there are never more than 48 copies, and they get rarer", () => {
  const first = goOn();
  while (places().length < MOST) goOn();
  expect(goOn()).toBe(first * MOST);
  expect(places()).toEqual(Array.from({ length: MOST / 2 + 1 }, (_, index) => index * 2 * first));
  expect(keyframes.stepsUntilNext(sim)).toBe(2 * first);
});

test("F3: for a moment there is the latest copy before it, not the one at it", () => {
  const [first, second] = [goOn(), goOn()];
  const found = (atMs: number) => stepsOf(keyframes.before(atMs));
  expect([found(0), found(first * 1_000), found(first * 1_000 + 1)]).toEqual([0, 0, first]);
  expect([found(second * 1_000), found(1e9)]).toEqual([first, second]);
});

test("F4: for a place there is the latest copy there or before it, by steps and by calls", () => {
  const [first, second] = [goOn(1), goOn(3)];
  const found = (steps: number, calls: number) => stepsOf(keyframes.upTo(steps, calls));
  expect([found(first - 1, 9), found(first, 9), found(second, 9)]).toEqual([0, first, second]);
  expect([found(second, 2), found(second, 0)]).toEqual([first, 0]);
});

test("F5: copies beyond the place from which the run goes on differently go, and a copy of the books keeps them", () => {
  const [first, second] = [goOn(1), goOn(1)];
  const other = keyframes.fork();
  keyframes.dropAfter(first, 1);
  expect(places()).toEqual([0, first]);
  keyframes.dropAfter(first, 0);
  expect(places()).toEqual([0]);
  expect(stepsOf(other.upTo(second, 1))).toBe(second);
});
