/**
 * How long it takes to look at any moment of a run, and to make any moment the present, back and ahead: ten minutes in which
 * 200 tasks come, work and go, and a week of 200 tasks with a health check.
 */
import { createClient } from "@quayside/api";
import { JournalView, Session } from "@quayside/simulator";
import type { Row } from "./bench-calls.ts";
import { LARGE_SCENARIO, runTaskInput } from "./bench-world.ts";

const TASKS = 200;
const TEN_MINUTES_MS = 10 * 60_000;
const WEEK_MS = 7 * 24 * 3_600_000;
const SEEKS = 400;

/** Median, 95th percentile and worst over moments in no order. */
export function benchSeek(): Row[] {
  return [...rowsOf("ten minutes", tenMinutes(), TEN_MINUTES_MS), ...rowsOf("a week", week(), WEEK_MS)];
}

function rowsOf(name: string, session: Session, spanMs: number): Row[] {
  const view = new JournalView(session.journal);
  const { back, ahead } = timedSeeks(session, spanMs);
  return [
    { what: `${name}: look at a moment (${session.journal.length} records)`, value: timedLooks(view, spanMs) },
    { what: `${name}: go back`, value: spread(back) },
    { what: `${name}: go ahead`, value: spread(ahead) },
  ];
}

function tenMinutes(): Session {
  const session = Session.start({ scenario: LARGE_SCENARIO });
  const { send } = createClient(session);
  const hello = { name: "job", image: "quayside/hello:1" };
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  send("RegisterTaskDefinition", { family: "job", ...size, containerDefinitions: [hello] });
  for (let started = 0; session.nowMs < TEN_MINUTES_MS; session.advance({ byMs: 25_000 })) {
    for (const taskDefinition of ["webserver", "job"]) {
      if (started < TASKS) send("RunTask", { ...runTaskInput(5), taskDefinition });
      started += 5;
    }
  }
  return session;
}

function week(): Session {
  const session = Session.start({ scenario: LARGE_SCENARIO });
  const { send } = createClient(session);
  const web = { name: "web", image: "nginx:1.29", healthCheck: { command: ["CMD-SHELL", "true"], interval: 30 } };
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  send("RegisterTaskDefinition", { family: "web", ...size, containerDefinitions: [web] });
  for (let started = 0; started < TASKS; started += 10) {
    send("RunTask", { ...runTaskInput(10), taskDefinition: "web" });
    session.advance({ byMs: 60_000 });
  }
  session.advance({ untilMs: WEEK_MS, maxSteps: Number.POSITIVE_INFINITY });
  return session;
}

/** Moments in no order: steps of a prime number of milliseconds reach all parts of the run. */
function momentOf(count: number, spanMs: number): number {
  return (count * 1_223_543_677) % spanMs;
}

function timedLooks(view: JournalView, spanMs: number): string {
  const times = Array.from({ length: SEEKS }, (_, count) => timed(() => view.moveTo(momentOf(count + 1, spanMs))));
  return spread(times);
}

function timedSeeks(session: Session, spanMs: number): { readonly back: number[]; readonly ahead: number[] } {
  const back: number[] = [];
  const ahead: number[] = [];
  for (let count = 1; count <= SEEKS; count += 1) {
    const atMs = momentOf(count, spanMs);
    const times = atMs < session.nowMs ? back : ahead;
    times.push(timed(() => session.seek(atMs)));
  }
  return { back, ahead };
}

function timed(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? sorted.at(-1) ?? 0).toFixed(2);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`;
}
