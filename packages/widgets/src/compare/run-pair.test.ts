/** Two runs with locked clocks: one moment for both, whatever is asked of time and however different the runs are. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { LabRun } from "../run/lab-run.ts";
import { sandboxLab } from "../run/sandbox-lab.ts";
import { RunPair } from "./run-pair.ts";

const CLOCK = () => 0;

function startTask({ session }: LabRun, count = 1): void {
  const input = JSON.parse(sandboxLab.files[0]?.text ?? "") as object;
  session.call("ecs", "RegisterTaskDefinition", input);
  const outcome = session.call("ecs", "RunTask", {
    taskDefinition: "webserver",
    launchType: "FARGATE",
    count,
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
  expect(outcome.ok).toBe(true);
}

const freshRun = (): LabRun => new LabRun(sandboxLab, Session.start());

/** A run of one task that was asked to stop a minute later, and its fork at a moment. */
function forkAt(atMs: number): RunPair {
  const run = freshRun();
  startTask(run);
  run.session.advance({ untilMs: 60_000 });
  const [taskArn] = run.session.tables.tasks.keys();
  run.session.call("ecs", "StopTask", { task: taskArn });
  run.session.stepUntilQuiet();
  run.look(atMs);
  return new RunPair(run, new LabRun(sandboxLab, run.session.forkAt(run.moment.atMs)));
}

const moments = ({ a, b }: RunPair) => [a.moment.atMs, b.moment.atMs];
const statuses = (run: LabRun) => [...run.moment.tables.tasks.values()].map(({ lastStatus }) => lastStatus);

describe("a fork of a past moment", () => {
  test("leaves the run its future, and has none of it itself", () => {
    const pair = forkAt(30_000);
    expect(moments(pair)).toEqual([30_000, 30_000]);
    expect(pair.a.inPast).toBe(true);
    expect(pair.b.inPast).toBe(false);
    pair.lookAtPresent();
    expect(statuses(pair.a)).toEqual(["STOPPED"]);
    expect(statuses(pair.b)).toEqual(["RUNNING"]);
    expect(pair.inPast).toBe(false);
  });

  test("plays one through its journal and the other on, at the same moment", () => {
    const pair = forkAt(30_000);
    for (let frame = 0; frame < 50; frame += 1) {
      pair.play(16, 100, CLOCK);
      expect(pair.a.moment.atMs).toBe(pair.b.moment.atMs);
    }
    expect(pair.atMs).toBe(30_000 + 50 * 1600);
  });
});

describe("time", () => {
  test("stops at what happens next in either run", () => {
    const pair = forkAt(30_000);
    startTask(pair.b);
    const next = pair.b.session.nextDueMs ?? 0;
    expect(next).toBeLessThan(60_000);
    pair.step();
    expect(moments(pair)).toEqual([next, next]);
    for (let steps = 0; steps < 200 && pair.atMs < 60_000; steps += 1) pair.step();
    expect(moments(pair)).toEqual([60_000, 60_000]);
  });

  test("goes on until both are quiet, and then neither has been further than the other", () => {
    const pair = forkAt(30_000);
    startTask(pair.b, 3);
    const settling = pair.settling();
    while (settling.next().done !== true);
    expect(pair.atRest).toBe(true);
    expect(new Set([...moments(pair), pair.a.session.nowMs, pair.b.session.nowMs]).size).toBe(1);
    expect(statuses(pair.b)).toEqual(["RUNNING", "RUNNING", "RUNNING", "RUNNING"]);
  });

  test("goes back and forth in both, and no further than the one that has come further", () => {
    const pair = forkAt(30_000);
    const { headMs } = pair;
    pair.look(12_345);
    expect(moments(pair)).toEqual([12_345, 12_345]);
    pair.look(headMs + 10_000);
    expect(moments(pair)).toEqual([headMs, headMs]);
    pair.look(-5);
    expect(moments(pair)).toEqual([0, 0]);
  });

  test("that a command took in one run passes in the other one, too", () => {
    const pair = forkAt(30_000);
    pair.b.session.advance({ byMs: 7_000 });
    pair.b.lookAtPresent();
    pair.follow("b");
    expect(moments(pair)).toEqual([37_000, 37_000]);
  });

  test("keeps to the frame of the busier run, so that neither runs ahead", () => {
    const a = freshRun();
    const pair = new RunPair(a, new LabRun(sandboxLab, a.session.forkAt(0)));
    startTask(pair.b, 10);
    pair.b.session.advance({ byMs: 1 });
    pair.follow("b");
    // The first frame tells which one has more to do; from then on it goes first, a slice of real time at a time.
    pair.play(100, 1000, CLOCK);
    let realMs = 0;
    const slow = () => {
      realMs += 5;
      return realMs;
    };
    for (let frame = 0; frame < 20; frame += 1) {
      pair.play(100, 1000, slow);
      expect(pair.a.session.nowMs).toBe(pair.b.session.nowMs);
      expect(pair.inPast).toBe(false);
    }
  });
});
