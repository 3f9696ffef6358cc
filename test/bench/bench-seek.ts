/**
 * How long it takes to look at any moment of a run, and to make any moment the present: ten minutes, 200 tasks that
 * come, work and go.
 */
import { createClient } from "@quayside/api";
import { JournalView, Session } from "@quayside/simulator";
import type { Row } from "./bench-calls.ts";
import { LARGE_SCENARIO, runTaskInput } from "./bench-world.ts";

const TASKS = 200;
const MINUTES = 10;
const SEEKS = 400;

/** Median and 95th percentile over moments in no order. */
export function benchSeek(): Row[] {
  const session = tenMinutes();
  const view = new JournalView(session.journal);
  return [
    { what: `look at a moment (${session.journal.length} records)`, value: timed((atMs) => view.moveTo(atMs)) },
    { what: "make a moment the present", value: timed((atMs) => session.seek(atMs)) },
  ];
}

function tenMinutes(): Session {
  const session = Session.start({ scenario: LARGE_SCENARIO });
  const { send } = createClient(session);
  const hello = { name: "job", image: "quayside/hello:1" };
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  send("RegisterTaskDefinition", { family: "job", ...size, containerDefinitions: [hello] });
  for (let started = 0; session.nowMs < MINUTES * 60_000; session.advance({ byMs: 25_000 })) {
    for (const taskDefinition of ["webserver", "job"]) {
      if (started < TASKS) send("RunTask", { ...runTaskInput(5), taskDefinition });
      started += 5;
    }
  }
  return session;
}

function timed(seek: (atMs: number) => void): string {
  const times: number[] = [];
  for (let count = 1; count <= SEEKS; count += 1) {
    // Steps of a prime number of milliseconds reach all parts of the run in no order.
    const atMs = (count * 223_543) % (MINUTES * 60_000);
    const before = performance.now();
    seek(atMs);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] as number).toFixed(2);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`;
}
