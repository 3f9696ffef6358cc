/**
 * Health checks through the whole engine: for random settings, images, commands and restarts, the journal tells the same
 * changes of health, at the same moments, as running every probe by hand from the moments at which processes began and ended.
 */
import { DEFAULT_SUBNETS, type JournalRecord, Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";

const UNTIL_MS = 40 * 60_000;

const CURL = "curl -f http://localhost";

/** Images and commands, a check that asks them, and the milliseconds after which it passes. */
const WORK = [
  { image: "nginx:latest", asked: `${CURL}/ || exit 1`, answersAfterMs: 0 },
  { image: "nginx:latest", asked: `${CURL}:3000/`, answersAfterMs: Number.POSITIVE_INFINITY },
  { image: "quayside/cache:1", asked: "cache-cli ping", answersAfterMs: 12_000 },
  { image: "quayside/slow-start:1", asked: `${CURL}:8080/health`, answersAfterMs: 40_000 },
  { image: "busybox", command: ["sh", "-c", "sleep 150; exit 3"], asked: "true", answersAfterMs: 0 },
];

const plan = fc.record({
  seed: fc.nat(1_000),
  work: fc.constantFrom(...WORK),
  asks: fc.boolean(),
  restarts: fc.boolean(),
  check: fc.record(
    {
      interval: fc.integer({ min: 5, max: 60 }),
      retries: fc.integer({ min: 1, max: 5 }),
      startPeriod: fc.integer({ min: 0, max: 120 }),
    },
    { requiredKeys: [] },
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

function run({ seed, work, asks, restarts, check }: Plan): readonly JournalRecord[] {
  const session = Session.start({ seed });
  const { answersAfterMs: _, asked, ...container } = work;
  session.call("ecs", "RegisterTaskDefinition", {
    family: "checked",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [
      {
        name: "app",
        ...container,
        healthCheck: { command: ["CMD-SHELL", asks ? asked : "exit 1"], ...check },
        ...(restarts ? { restartPolicy: { enabled: true, restartAttemptPeriod: 60 } } : {}),
      },
    ],
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  const input = { taskDefinition: "checked", launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } };
  const outcome = session.call("ecs", "RunTask", input);
  expect(outcome.ok).toBe(true);
  session.advance({ untilMs: UNTIL_MS });
  return session.journal.records;
}

/** Every probe of every run of the process. */
function probedByHand(records: readonly JournalRecord[], { work, asks, check }: Plan): string[] {
  const { interval = 30, retries = 3, startPeriod = 0 } = check;
  const began = records.filter(({ kind }) => kind === "CONTAINER_STARTED" || kind === "CONTAINER_RESTARTED");
  const ended = records.filter(({ kind }) => kind === "CONTAINER_EXITED" || kind === "SIGTERM_SENT");
  const changes: string[] = [];
  for (const { atMs } of began) {
    const endMs = ended.find((record) => record.atMs > atMs)?.atMs ?? Number.POSITIVE_INFINITY;
    let [status, failed] = ["UNKNOWN", 0];
    for (let probeMs = atMs + 1000 * interval; probeMs < endMs && probeMs <= UNTIL_MS; probeMs += 1000 * interval) {
      const before = `${status} ${failed}`;
      if (asks && probeMs - atMs >= work.answersAfterMs) [status, failed] = ["HEALTHY", 0];
      else if (status !== "UNKNOWN" || probeMs - atMs >= 1000 * startPeriod) failed = Math.min(retries, failed + 1);
      if (failed === retries) status = "UNHEALTHY";
      if (before !== `${status} ${failed}`) changes.push(`${probeMs} ${status} ${failed}`);
    }
  }
  return changes;
}

test("the journal tells the changes of health that running every probe finds", () => {
  fc.assert(
    fc.property(plan, (given) => {
      const records = run(given);
      const told = records
        .filter(({ kind }) => kind === "HEALTH_CHANGED")
        .map(({ atMs, facts }) => {
          const { healthStatus, failedProbes } = facts as { healthStatus: string; failedProbes: number };
          return `${atMs} ${healthStatus} ${failedProbes}`;
        });
      expect(told).toEqual(probedByHand(records, given));
    }),
    { numRuns: 150 },
  );
});
