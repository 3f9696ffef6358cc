/** The player: how real time becomes simulated time, and the lab's states. */
import type { Lab } from "@quayside/grader";
import { describe, expect, it } from "vitest";
import { createActor, fromPromise } from "xstate";
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
    quiet: false,
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
    expect(playFrame(run, 1000, { elapsedMs: 20, speed: 10 }, () => 0)).toEqual({ atMs: 1200, quiet: false });
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
  async function ready() {
    const load = fromPromise<Lab, { readonly labId: string }>(() => Promise.resolve({} as Lab));
    const actor = createActor(labMachine.provide({ actors: { load } }), { input: { labId: "01/01" } });
    actor.start();
    expect(actor.getSnapshot().matches("loading")).toBe(true);
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    await Promise.resolve();
    return actor;
  }

  it("come to ready and paused once the lab is there", async () => {
    expect((await ready()).getSnapshot().value).toEqual({ ready: { time: "paused", work: "open" } });
  });

  it("play after a command, and stop by themselves when nothing is due", async () => {
    const actor = await ready();
    actor.send({ type: "COMMAND" });
    expect(actor.getSnapshot().matches({ ready: { time: "playing" } })).toBe(true);
    actor.send({ type: "QUIET" });
    expect(actor.getSnapshot().matches({ ready: { time: "paused" } })).toBe(true);
  });

  it("play on through quiet time when the learner asked for that", async () => {
    const actor = await ready();
    actor.send({ type: "PLAY", quiet: true });
    actor.send({ type: "QUIET" });
    expect(actor.getSnapshot().matches({ ready: { time: "playing" } })).toBe(true);
    actor.send({ type: "PAUSE" });
    expect(actor.getSnapshot().matches({ ready: { time: "paused" } })).toBe(true);
  });

  it("are open again after a mark when something is done", async () => {
    const actor = await ready();
    actor.send({ type: "GRADED" });
    expect(actor.getSnapshot().matches({ ready: { work: "graded" } })).toBe(true);
    actor.send({ type: "COMMAND" });
    expect(actor.getSnapshot().matches({ ready: { work: "open" } })).toBe(true);
  });

  it("say why a lab could not be loaded, and try again", async () => {
    let calls = 0;
    const load = fromPromise<Lab, { readonly labId: string }>(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error("no such lab")) : Promise.resolve({} as Lab);
    });
    const actor = createActor(labMachine.provide({ actors: { load } }), { input: { labId: "99/99" } });
    actor.start();
    await new Promise((resolve) => setImmediate(resolve));
    expect(actor.getSnapshot().matches("failed")).toBe(true);
    expect(actor.getSnapshot().context.error).toBe("no such lab");
    actor.send({ type: "RETRY" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(actor.getSnapshot().matches("ready")).toBe(true);
  });
});
