/**
 * The engine: steps a second with journal and causes, over the whole life of up to 100,000 tasks that are alive at
 * the same time, and what a task costs in memory. A process of its own, so that a clean heap is measured.
 */
import { largeSession, perSecond, seconds, settle, startTasks } from "./bench-world.ts";

const count = Number(process.argv[2] ?? 100_000);

const collect = globalThis.gc ?? (() => {});
/** Runs everything once with few tasks, so that the compiler has seen it. */
function life(tasks: number): { start: number; run: number; stop: number; end: number; steps: number; bytes: number } {
  collect();
  const heapBefore = process.memoryUsage().heapUsed;
  const session = largeSession();
  let arns: string[] = [];
  const start = seconds(() => {
    arns = startTasks(session, tasks);
  });
  const run = seconds(() => settle(session));
  collect();
  const bytes = (process.memoryUsage().heapUsed - heapBefore) / tasks;
  const running = [...session.tables.tasks.values()].filter((task) => task.lastStatus === "RUNNING").length;
  if (running !== tasks) throw new Error(`${running} of ${tasks} tasks are RUNNING`);
  const stop = seconds(() => {
    for (const task of arns) session.call("ecs", "StopTask", { task });
  });
  const end = seconds(() => {
    settle(session);
    while (session.nextDueMs !== undefined) session.advance({});
  });
  if (session.tables.tasks.size !== 0) throw new Error(`${session.tables.tasks.size} tasks did not expire`);
  return { start, run, stop, end, steps: session.steps, bytes };
}

life(2_000);
const { start, run, stop, end, steps, bytes } = life(count);
console.log(
  JSON.stringify({
    tasks: count,
    steps,
    stepsPerSecond: perSecond(steps, run + end),
    runTaskPerSecond: perSecond(count, start),
    stopTaskPerSecond: perSecond(count, stop),
    bytesPerTask: Math.round(bytes),
    seconds: Number((start + run + stop + end).toFixed(2)),
  }),
);
