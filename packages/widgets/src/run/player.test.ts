/** The player: how real time becomes simulated time, and the lab's states. */
import { describe, expect, it } from "vitest";
import { createActor } from "xstate";
import { labMachine } from "./lab-machine.ts";
import { playFrame, type Run, SLICE_MS } from "./player.ts";

/** A run with one step every `everyMs`; each step costs `costMs` of real time. */
function fakeRun(everyMs: number, costMs = 0): Run & { realMs: number } {
  let nowMs = 0;
  return {
    realMs: 0,
    get nowMs() {
      return nowMs;
    },
    settled: false,
    advance({ untilMs, maxSteps }) {
      let steps = 0;
      while (steps < maxSteps && nowMs + everyMs <= untilMs) {
        nowMs += everyMs;
        this.realMs += costMs;
        steps += 1;
      }
      if (steps < maxSteps) nowMs = untilMs;
      return { steps, nowMs };
    },
  };
}

describe("a frame of playing", () => {
  it("moves simulated time by real time times speed", () => {
    const run = fakeRun(10);
    const played = playFrame(run, 0, { elapsedMs: 16, speed: 100 }, () => 0);
    expect(played.atMs).toBe(1600);
    expect(run.nowMs).toBe(1600);
  });

  it("replays what already happened without touching the run", () => {
    const run = fakeRun(10);
    run.advance({ untilMs: 5000, maxSteps: 1e6 });
    expect(playFrame(run, 1000, { elapsedMs: 20, speed: 10 }, () => 0)).toEqual({ atMs: 1200, settled: false });
    expect(run.nowMs).toBe(5000);
  });

  it("stops at the end of its slice when there is too much to do", () => {
    const run = fakeRun(1, 0.02);
    const played = playFrame(run, 0, { elapsedMs: 100, speed: 1000 }, () => run.realMs);
    expect(run.realMs).toBeLessThan(SLICE_MS * 1.25);
    expect(played.atMs).toBe(run.nowMs);
    expect(played.atMs).toBeLessThan(100_000);
  });

  it("does not leap after the page was in the background", () => {
    expect(playFrame(fakeRun(10), 0, { elapsedMs: 60_000, speed: 1 }, () => 0).atMs).toBe(100);
  });

  it("goes nowhere when the clock went backwards", () => {
    expect(playFrame(fakeRun(10), 0, { elapsedMs: -50, speed: 10 }, () => 0).atMs).toBe(0);
  });
});

describe("the states of a lab", () => {
  it("play after a command, and stop by themselves when nothing is due", () => {
    const actor = createActor(labMachine).start();
    expect(actor.getSnapshot().value).toEqual({ time: "paused", work: "open" });
    actor.send({ type: "COMMAND" });
    expect(actor.getSnapshot().matches({ time: "playing" })).toBe(true);
    actor.send({ type: "QUIET" });
    expect(actor.getSnapshot().matches({ time: "paused" })).toBe(true);
  });

  it("play on through quiet time when the learner asked for that", () => {
    const actor = createActor(labMachine).start();
    actor.send({ type: "PLAY", quiet: true });
    actor.send({ type: "QUIET" });
    expect(actor.getSnapshot().matches({ time: "playing" })).toBe(true);
    actor.send({ type: "PAUSE" });
    expect(actor.getSnapshot().matches({ time: "paused" })).toBe(true);
  });

  it("are open again after a mark when something is done", () => {
    const actor = createActor(labMachine).start();
    actor.send({ type: "GRADED" });
    expect(actor.getSnapshot().matches({ work: "graded" })).toBe(true);
    actor.send({ type: "COMMAND" });
    expect(actor.getSnapshot().matches({ work: "open" })).toBe(true);
  });
});
