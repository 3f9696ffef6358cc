/**
 * What the health checks of a target say, worked out: the k-th check comes k intervals after the first one, and what it finds depends
 * on that moment alone. So the one that changes the state of a target can be named without making those before it.
 * Source: Application Load Balancers guide, "Health checks for Application Load Balancer target groups"; recorded targets (checked 2026-11-29).
 * Simplified: a check that fails without an answer in time is known when it times out, any other one at once; each node of a load
 * balancer finds the same; and a target of a Network Load Balancer is healthy as soon as one of an Application Load Balancer is, which
 * AWS gives minutes.
 */
import type { CheckFinding, HealthCheckSettings, TargetRow } from "../model/elb.ts";

/** A check that changes a target. */
export interface HealthVerdict {
  readonly atMs: number;
  readonly finding: CheckFinding;
}

type Checked = Pick<TargetRow, "state" | "description" | "firstCheckAtMs" | "findings">;

/** Checks in a row that find well, or ill. */
interface Run {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly findings: readonly [CheckFinding, ...CheckFinding[]];
}

/** The next check that changes a target; undefined when all of them repeat what is known. It may be over already. */
export function nextVerdict(settings: HealthCheckSettings, target: Checked): HealthVerdict | undefined {
  for (const run of runsOf(settings, target)) {
    const verdict = verdictIn(settings, target, run);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

function verdictIn(settings: HealthCheckSettings, target: Checked, run: Run): HealthVerdict | undefined {
  const needed = checksNeeded(settings, target, run);
  if (needed === undefined) return otherWords(settings, target, run);
  const checkedAtMs = firstCheckFrom(settings, target, run.fromMs) + (needed - 1) * settings.intervalSeconds * 1000;
  if (checkedAtMs >= run.untilMs) return undefined;
  return verdictAt(settings, run, checkedAtMs);
}

/**
 * How many checks in a row change the state. A target that is new needs to pass one.
 * @source Application Load Balancers guide, "Target health status"; recorded targets (checked 2026-11-29)
 */
function checksNeeded(
  settings: HealthCheckSettings,
  { state }: Checked,
  { findings: [first] }: Run,
): number | undefined {
  if (!first.passes) return state === "initial" || state === "healthy" ? settings.unhealthyThreshold : undefined;
  if (state === "initial") return 1;
  return state === "unhealthy" ? settings.healthyThreshold : undefined;
}

/** A target that is unhealthy may become so for another reason. */
function otherWords(settings: HealthCheckSettings, target: Checked, run: Run): HealthVerdict | undefined {
  if (target.state !== "unhealthy" || run.findings[0].passes) return undefined;
  const other = run.findings.findLast(({ description }) => description !== target.description);
  if (other === undefined || other !== run.findings.at(-1)) return undefined;
  const checkedAtMs = firstCheckFrom(settings, target, other.fromMs);
  return checkedAtMs >= run.untilMs ? undefined : verdictAt(settings, run, checkedAtMs);
}

function verdictAt({ timeoutSeconds }: HealthCheckSettings, { findings }: Run, checkedAtMs: number): HealthVerdict {
  const finding = findings.findLast(({ fromMs }) => fromMs <= checkedAtMs) ?? findings[0];
  return { finding, atMs: checkedAtMs + (finding.timesOut === true ? timeoutSeconds * 1000 : 0) };
}

/** The moment of the first check at or after another moment. */
function firstCheckFrom(
  { intervalSeconds }: HealthCheckSettings,
  { firstCheckAtMs }: Pick<Checked, "firstCheckAtMs">,
  fromMs: number,
): number {
  const intervalMs = intervalSeconds * 1000;
  return firstCheckAtMs + intervalMs * Math.max(0, Math.ceil((fromMs - firstCheckAtMs) / intervalMs));
}

function runsOf(settings: HealthCheckSettings, target: Checked): readonly Run[] {
  const runs: [CheckFinding, ...CheckFinding[]][] = [];
  for (const finding of metBy(settings, target, target.findings ?? [], Number.POSITIVE_INFINITY)) {
    const last = runs.at(-1);
    if (last !== undefined && last[0].passes === finding.passes) last.push(finding);
    else runs.push([finding]);
  }
  return runs.map((all, index) => ({
    fromMs: all[0].fromMs,
    untilMs: runs[index + 1]?.[0].fromMs ?? Number.POSITIVE_INFINITY,
    findings: all,
  }));
}

/** Findings that a check meets: what comes and goes between two checks is not seen. @param untilMs when the last one ends */
function metBy(
  settings: HealthCheckSettings,
  target: Pick<TargetRow, "firstCheckAtMs">,
  findings: readonly CheckFinding[],
  untilMs: number,
): readonly CheckFinding[] {
  return findings.filter(
    ({ fromMs }, index) => firstCheckFrom(settings, target, fromMs) < (findings[index + 1]?.fromMs ?? untilMs),
  );
}

/**
 * What is kept of what checks found and will find, when it is looked at anew: of what was found, those in a row that count still.
 * @param fresh from this moment on
 */
export function joinFindings(
  settings: HealthCheckSettings,
  target: Pick<TargetRow, "firstCheckAtMs" | "findings">,
  fresh: readonly [CheckFinding, ...CheckFinding[]],
): readonly CheckFinding[] {
  const [now, ...later] = fresh;
  const before = (target.findings ?? []).filter(({ fromMs }) => fromMs <= now.fromMs);
  if (sameWords(before.at(-1), now)) return [...before, ...later];
  const past = metBy(settings, target, before, now.fromMs);
  const breaks = past.findLastIndex(({ passes }) => passes !== now.passes);
  const row = past.slice(breaks + 1);
  return [...row, now, ...later];
}

/** Whether two findings say the same. */
export function sameWords(one: CheckFinding | undefined, other: CheckFinding | undefined): boolean {
  return one?.passes === other?.passes && one?.description === other?.description && one?.timesOut === other?.timesOut;
}
