/** Judges the checks of a lab and finds the mistake behind each that fails. Pure: a view in, verdicts out. */
import type { Mistake } from "./answers.ts";
import type { CheckView } from "./condition.ts";
import type { Lab } from "./lab.ts";
import type { CheckResult, Mark } from "./mark.ts";
import { joinTexts } from "./text.ts";

/** The verdict of every check, in the lab's order. */
export function evaluateChecks(lab: Lab, view: CheckView): readonly CheckResult[] {
  return lab.checks.map(({ id, title, test }) => ({ id, title, ...test(view) }));
}

/**
 * Looks for mistakes behind the checks that do not pass. A recognised mistake brings its feedback and
 * its evidence; a check without one keeps its own.
 */
export function findMistakes(
  mistakes: readonly Mistake[],
  results: readonly CheckResult[],
  view: CheckView,
): readonly CheckResult[] {
  return results.map((result) => {
    const found = result.passed ? undefined : latestMistake(result.id, mistakes, view);
    if (found === undefined) return result;
    return { ...result, mistake: found.mistake.id, feedback: found.mistake.feedback, evidence: found.evidence };
  });
}

/** Sums results up as the report of "Check my work". */
export function markOf(lab: Lab, results: readonly CheckResult[], hintsTaken = 0): Mark {
  const score = results.filter((result) => result.passed).length;
  const wrong = results.find((result) => result.mistake !== undefined && result.feedback !== undefined);
  return {
    labId: lab.id,
    passed: score === results.length,
    score,
    max: results.length,
    checks: results.map(({ id, title, passed, observed, feedback, evidence }) => ({
      id,
      title,
      passed,
      sentence: feedback === undefined ? observed : joinTexts([observed, feedback]),
      observed,
      ...(feedback === undefined ? {} : { feedback }),
      evidence,
    })),
    ...(wrong?.mistake !== undefined && wrong.feedback !== undefined
      ? { mistake: { id: wrong.mistake, feedback: wrong.feedback } }
      : {}),
    hintsTaken,
  };
}

/** The mistake that shows in the newest record: a learner who made two is told about the last one. */
function latestMistake(
  checkId: string,
  mistakes: readonly Mistake[],
  view: CheckView,
): { mistake: Mistake; evidence: readonly number[] } | undefined {
  let found: { mistake: Mistake; evidence: readonly number[]; newest: number } | undefined;
  for (const mistake of mistakes) {
    if (mistake.fails !== checkId) continue;
    const { passed, evidence } = mistake.seen(view);
    if (!passed) continue;
    const newest = Math.max(-1, ...evidence);
    if (found === undefined || newest > found.newest) found = { mistake, evidence, newest };
  }
  return found;
}
