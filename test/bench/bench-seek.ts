/**
 * How long it takes to look at any moment of a run, and to make any moment the present, back and ahead: ten minutes in which
 * 200 tasks come, work and go, and a week of 200 tasks with a health
 * check, of which some are replaced four times a day.
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
  const { journal } = session;
  const view = new JournalView(journal);
  const { back, ahead } = timedSeeks(session, spanMs);
  return [
    { what: `${name}: look at a moment (${journal.length} records)`, value: timedLooks(view, spanMs) },
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
  const run = (count: number) => send("RunTask", { ...runTaskInput(count), taskDefinition: "web" });
  for (let started = 0; started < TASKS; started += 10) run(10);
  // Every six hours ten of them are replaced.
  while (session.nowMs < WEEK_MS) {
    session.advance({ byMs: 6 * 3_600_000, maxSteps: Number.POSITIVE_INFINITY });
    for (const { taskArn: task } of [...session.tables.tasks.values()].slice(0, 10)) send("StopTask", { task });
    run(10);
  }
  return session;
}

/** Moments in no order: steps of the golden section reach all parts of the run, as often ahead as back. */
function momentOf(count: number, spanMs: number): number {
  return Math.floor(((count * 0.618_033_988_75) % 1) * spanMs);
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
