/** The moment at which a target changes, against checks that are made one by one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckFinding, HealthCheckSettings, TargetState } from "../model/elb.ts";
import { joinFindings, nextVerdict } from "./verdict.ts";

const settings = (fields: Partial<HealthCheckSettings> = {}): HealthCheckSettings => ({
  protocol: "HTTP",
  port: "traffic-port",
  path: "/",
  matcher: "200",
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  ...fields,
});

const WELL = { passes: true } as const;
const ILL = { passes: false, reason: "Target.FailedHealthChecks", description: "Health checks failed" } as const;
const SILENT = { passes: false, reason: "Target.Timeout", description: "Request timed out", timesOut: true } as const;

/** Checks made one after the other, up to the first that changes the state. */
function checkByCheck(
  { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold }: HealthCheckSettings,
  state: TargetState,
  findings: readonly CheckFinding[],
  firstCheckAtMs: number,
): number | undefined {
  let well = 0;
  let ill = 0;
  for (let check = 0; check < 200; check += 1) {
    const atMs = firstCheckAtMs + check * intervalSeconds * 1000;
    const finding = findings.findLast(({ fromMs }) => fromMs <= atMs);
    if (finding === undefined) continue;
    well = finding.passes ? well + 1 : 0;
    ill = finding.passes ? 0 : ill + 1;
    const isWell = state !== "healthy" && well >= (state === "initial" ? 1 : healthyThreshold);
    const isIll = state !== "unhealthy" && ill >= unhealthyThreshold;
    if (isWell || isIll) return atMs + (finding.timesOut === true ? timeoutSeconds * 1000 : 0);
  }
  return undefined;
}

describe("the next verdict", () => {
  const check = { intervalSeconds: 5, timeoutSeconds: 2, healthyThreshold: 2, unhealthyThreshold: 2 };
  // Recorded: healthy by 5.1 s after the registration, unhealthy by 10.3 s.
  test.each([
    ["initial", { fromMs: 0, ...WELL }, 2_500],
    ["initial", { fromMs: 0, ...ILL }, 7_500],
    ["initial", { fromMs: 0, ...SILENT }, 9_500],
    ["healthy", { fromMs: 3_000, ...SILENT }, 14_500],
    ["unhealthy", { fromMs: 3_000, ...WELL }, 12_500],
    ["healthy", { fromMs: 0, ...WELL }, undefined],
    ["unhealthy", { fromMs: 3_000, ...ILL, description: "as before" }, 7_500],
    ["draining", { fromMs: 0, ...ILL }, undefined],
  ] as const)("of a target that is %s", (state, finding, atMs) => {
    const target = { state, description: "another", firstCheckAtMs: 2_500, findings: [finding] };
    expect(nextVerdict(settings(check), target)?.atMs).toBe(atMs);
  });

  test("is that of checks which are made one by one", () => {
    const anyFinding = fc.record({
      afterMs: fc.integer({ min: 1, max: 200_000 }),
      kind: fc.constantFrom(WELL, ILL, SILENT),
    });
    const property = fc.property(
      fc.constantFrom<TargetState>("initial", "healthy", "unhealthy"),
      fc.array(anyFinding, { minLength: 1, maxLength: 6 }),
      fc.record({
        intervalSeconds: fc.integer({ min: 5, max: 60 }),
        timeoutSeconds: fc.integer({ min: 2, max: 10 }),
        healthyThreshold: fc.integer({ min: 2, max: 10 }),
        unhealthyThreshold: fc.integer({ min: 2, max: 10 }),
      }),
      fc.integer({ min: 0, max: 5_000 }),
      (state, drawn, fields, firstCheckAtMs) => {
        let fromMs = 0;
        const findings = drawn.map(({ afterMs, kind }, index): CheckFinding => {
          fromMs += index === 0 ? 0 : afterMs;
          return { fromMs, ...kind };
        });
        // The reason of one that is ill already is another question.
        const known = { state, description: state === "unhealthy" ? undefined : "none", firstCheckAtMs, findings };
        const verdict = nextVerdict(settings(fields), known);
        const changes = verdict !== undefined && (state !== "unhealthy" || verdict.finding.passes);
        if (changes) expect(verdict.atMs).toBe(checkByCheck(settings(fields), state, findings, firstCheckAtMs));
        else if (verdict === undefined)
          expect(checkByCheck(settings(fields), state, findings, firstCheckAtMs)).toBeUndefined();
      },
    );
    fc.assert(property, { numRuns: 2_000 });
  });
});

describe("what was found", () => {
  const check = settings({ intervalSeconds: 30 });
  const joined = (findings: readonly CheckFinding[], fresh: CheckFinding) =>
    joinFindings(check, { firstCheckAtMs: 0, findings }, [fresh]);
  const before = [
    { fromMs: 0, ...WELL },
    { fromMs: 50_000, ...ILL },
  ];

  test("counts on as long as checks find the same", () => {
    expect(joined(before, { fromMs: 90_000, ...ILL })).toEqual(before);
    expect(joined(before, { fromMs: 90_000, ...SILENT })).toEqual([
      { fromMs: 50_000, ...ILL },
      { fromMs: 90_000, ...SILENT },
    ]);
    expect(joined(before, { fromMs: 90_000, ...WELL })).toEqual([{ fromMs: 90_000, ...WELL }]);
  });

  test("does not count when no check has met it", () => {
    expect(joined(before, { fromMs: 55_000, ...WELL })).toEqual([
      { fromMs: 0, ...WELL },
      { fromMs: 55_000, ...WELL },
    ]);
  });

  test("and what was to come is forgotten when it comes otherwise", () => {
    const starting = [
      { fromMs: 0, ...ILL },
      { fromMs: 200_000, ...WELL },
    ];
    expect(joined(starting, { fromMs: 90_000, ...ILL })).toEqual([{ fromMs: 0, ...ILL }]);
  });
});
