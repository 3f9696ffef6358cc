/** How conditions answer, and how they are put together: all, any, not. */
import type { Condition, Verdict } from "../condition.ts";
import { joinTexts, type Text } from "../text.ts";

/** The condition holds. */
export function passed(observed: Text, evidence: readonly number[]): Verdict {
  return { passed: true, observed, evidence: inOrder(evidence) };
}

/** The condition does not hold (yet). */
export function failed(observed: Text, evidence: readonly number[] = []): Verdict {
  return { passed: false, observed, evidence: inOrder(evidence) };
}

/** Passes when every condition passes. Reports those that do not, or else all of them. */
export function all(...conditions: readonly Condition[]): Condition {
  return (view) => {
    const verdicts = conditions.map((condition) => condition(view));
    const missing = verdicts.filter((verdict) => !verdict.passed);
    return missing.length > 0 ? summed(false, missing) : summed(true, verdicts);
  };
}

/** Passes when every condition passes. Reports only the first that does not, or else all of them. */
export function inTurn(...conditions: readonly Condition[]): Condition {
  return (view) => {
    const verdicts: Verdict[] = [];
    for (const condition of conditions) {
      const verdict = condition(view);
      if (!verdict.passed) return verdict;
      verdicts.push(verdict);
    }
    return summed(true, verdicts);
  };
}

/** Passes when one of the conditions passes. Reports those that pass, or else all of them. */
export function any(...conditions: readonly Condition[]): Condition {
  return (view) => {
    const verdicts = conditions.map((condition) => condition(view));
    const found = verdicts.filter((verdict) => verdict.passed);
    return found.length > 0 ? summed(true, found) : summed(false, verdicts);
  };
}

/** Passes when the condition does not. The sentence stays: it says what is there. */
export function not(condition: Condition): Condition {
  return (view) => {
    const { passed: held, observed, evidence } = condition(view);
    return { passed: !held, observed, evidence };
  };
}

function summed(outcome: boolean, verdicts: readonly Verdict[]): Verdict {
  const observed = joinTexts(verdicts.map((verdict) => verdict.observed));
  const evidence = verdicts.flatMap((verdict) => verdict.evidence);
  return outcome ? passed(observed, evidence) : failed(observed, evidence);
}

function inOrder(evidence: readonly number[]): readonly number[] {
  return [...new Set(evidence)].sort((a, b) => a - b);
}
