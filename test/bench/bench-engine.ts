/**
 * The engine: steps a second with journal and causes, over the whole life of up to 100,000 tasks that are alive at
 * the same time, what a task costs in memory, and how much slower than a bare loop that is. A process of its own, so that
 * a clean heap is measured.
 */
import { bareLoop } from "./bare-loop.ts";
import { cpuSeconds, largeSession, perSecond, seconds, settle, startTasks } from "./bench-world.ts";

const count = Number(process.argv[2] ?? 100_000);

const collect = globalThis.gc ?? (() => {});

/** The clock of the processor's time ticks a hundred times a second: what is shorter than this is not measured by it. */
const MEASURED_SECONDS = 1;

/** Rows, strings and objects, and the columns that lie outside of the heap. */
function bytesInUse(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The whole life of so many tasks. `work` is what the processor did in `run` and `end`. */
function life(tasks: number): {
  start: number;
  run: number;
  stop: number;
  end: number;
  work: number;
  steps: number;
  bytes: number;
} {
  const bytesBefore = bytesInUse();
  const session = largeSession();
  let arns: string[] = [];
  const start = seconds(() => {
    arns = startTasks(session, tasks);
  });
  let run = 0;
  let work = cpuSeconds(() => {
    run = seconds(() => settle(session));
  });
  const bytes = (bytesInUse() - bytesBefore) / tasks;
  const running = [...session.tables.tasks.values()].filter((task) => task.lastStatus === "RUNNING").length;
  if (running !== tasks) throw new Error(`${running} of ${tasks} tasks are RUNNING`);
  const stop = seconds(() => {
    for (const task of arns) session.call("ecs", "StopTask", { task });
  });
  let end = 0;
  work += cpuSeconds(() => {
    end = seconds(() => {
      settle(session);
      while (session.nextDueMs !== undefined) session.advance({});
    });
  });
  if (session.tables.tasks.size !== 0) throw new Error(`${session.tables.tasks.size} tasks did not expire`);
  return { start, run, stop, end, work, steps: session.steps, bytes };
}

/** Events a second of the bare loop with as many things and events, over and over until it can be measured. */
function bareSpeed(things: number, stages: number): number {
  collect();
  let events = 0;
  const took = cpuSeconds(() => {
    const until = performance.now() + 1_000 * MEASURED_SECONDS;
    while (performance.now() < until) events += bareLoop(things, stages);
  });
  return events / took;
}

// Everything once with few tasks, so that the compiler has seen it.
const { steps: warmSteps } = life(2_000);
const stages = Math.round(warmSteps / 2_000);
bareSpeed(10_000, stages);

const before = bareSpeed(count, stages);
let last = life(count);
const measured = { steps: last.steps, work: last.work };
while (measured.work < MEASURED_SECONDS) {
  last = life(count);
  measured.steps += last.steps;
  measured.work += last.work;
}
// Measured on both sides: a machine that others use, too, is not the same from one second to the next.
const bare = (before + bareSpeed(count, stages)) / 2;
const { start, run, stop, end, steps, bytes } = last;
console.log(
  JSON.stringify({
    tasks: count,
    steps,
    stepsPerSecond: perSecond(steps, run + end),
    bareEventsPerSecond: perSecond(bare, 1),
    shareOfBare: `1/${((bare * measured.work) / measured.steps).toFixed(1)}`,
    runTaskPerSecond: perSecond(count, start),
    stopTaskPerSecond: perSecond(count, stop),
    bytesPerTask: Math.round(bytes),
    seconds: Number((start + run + stop + end).toFixed(2)),
  }),
);
