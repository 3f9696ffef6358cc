/** Probes worked out against probes run one by one: the same changes at the same moments, for any settings. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { HealthStatus } from "../model/ecs.ts";
import { judgeProbe, nextChangeAfter, type Probed, type Probing } from "./health-probes.ts";

interface Change extends Probed {
  readonly atMs: number;
}

const PROBES = 120;

const settings = fc.record(
  {
    interval: fc.integer({ min: 5, max: 300 }),
    timeout: fc.integer({ min: 2, max: 60 }),
    retries: fc.integer({ min: 1, max: 10 }),
    startPeriod: fc.integer({ min: 0, max: 300 }),
  },
  { requiredKeys: [] },
);

const moment = fc.oneof(
  fc.integer({ min: 1, max: 4_000_000 }),
  fc.nat(400).map((s) => 1000 * s),
);

/** Turns of what the command finds at any moments, the first one at 0. */
const probing: fc.Arbitrary<Probing> = fc.record({
  check: settings.map((given) => ({ ...given, command: ["CMD", "true"] })),
  findings: fc.tuple(fc.boolean(), fc.uniqueArray(moment, { maxLength: 4 })).map(([first, turns]) =>
    [0, ...turns.filter((atMs) => atMs > 0).sort((a, b) => a - b)].map((fromMs, at) => ({
      fromMs,
      passes: (at % 2 === 0) === first,
    })),
  ),
});

/** What a row says when a process begins, or in any later state of it. */
const beforehand: fc.Arbitrary<Probed> = fc.oneof(
  fc.constant({ healthStatus: "UNKNOWN", failedProbes: 0 } as const),
  fc.record({
    healthStatus: fc.constantFrom<HealthStatus>("UNKNOWN", "HEALTHY", "UNHEALTHY"),
    failedProbes: fc.nat(10),
  }),
);

/** Written as the agent works: every probe is run. */
function oneByOne({ check, findings }: Probing, first: Probed): Change[] {
  const { interval = 30, retries = 3, startPeriod = 0 } = check;
  const changes: Change[] = [];
  let [status, failed] = [first.healthStatus, first.failedProbes];
  for (let probe = 1; probe <= PROBES; probe += 1) {
    const atMs = probe * interval * 1000;
    const [statusBefore, failedBefore] = [status, failed];
    if (findings.filter(({ fromMs }) => fromMs <= atMs).at(-1)?.passes === true) [status, failed] = ["HEALTHY", 0];
    else if (status !== "UNKNOWN" || atMs >= startPeriod * 1000) {
      if (failed < retries) failed += 1;
      else failed = retries;
      if (failed === retries) status = "UNHEALTHY";
    }
    if (status !== statusBefore || failed !== failedBefore)
      changes.push({ atMs, healthStatus: status, failedProbes: failed });
  }
  return changes;
}

/** From change to change. */
function workedOut(given: Probing, first: Probed): Change[] {
  const untilMs = PROBES * (given.check.interval ?? 30) * 1000;
  const changes: Change[] = [];
  let state = first;
  for (let atMs = nextChangeAfter(given, state, 0); atMs !== undefined && atMs <= untilMs; ) {
    const { healthStatus, failedProbes } = judgeProbe(given, state, atMs);
    state = { healthStatus, failedProbes };
    changes.push({ atMs, ...state });
    atMs = nextChangeAfter(given, state, atMs);
  }
  return changes;
}

test("for any check, process and state, the probes that change something are those of running them all", () => {
  fc.assert(
    fc.property(probing, beforehand, (given, first) => {
      expect(workedOut(given, first)).toEqual(oneByOne(given, first));
    }),
    { numRuns: 2_000 },
  );
});

test("after the last change nothing is due: a container that stays healthy, and one that never answers", () => {
  const check = { command: ["CMD-SHELL", "curl -f http://localhost/"], interval: 10, retries: 2 };
  const findings = [
    { fromMs: 0, passes: false },
    { fromMs: 15_000, passes: true },
  ];
  expect(workedOut({ check, findings }, { healthStatus: "UNKNOWN", failedProbes: 0 })).toEqual([
    { atMs: 10_000, healthStatus: "UNKNOWN", failedProbes: 1 },
    { atMs: 20_000, healthStatus: "HEALTHY", failedProbes: 0 },
  ]);
  const fails = { check, findings: findings.slice(0, 1) };
  expect(nextChangeAfter(fails, { healthStatus: "UNHEALTHY", failedProbes: 2 }, 20_000)).toBeUndefined();
});
