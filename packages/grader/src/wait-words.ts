/** Waits in words: what is waited for, and that it did not come within the bound. */
import { type Advanced, type AwaitedCondition, LONGEST_WAIT_STEPS, partsOf, type Wait } from "@quayside/simulator";
import { byLanguage, type TranslationOf } from "./by-language.ts";
import type { Text } from "./text.ts";
import { en } from "./wait-texts/en.ts";

type WaitTexts = TranslationOf<typeof en>;

/** English is at hand for what a command prints. */
const texts = byLanguage<WaitTexts>(en, { vi: () => import("./wait-texts/vi.ts").then((module) => module.vi) }, "late");

function conditionText(condition: AwaitedCondition, words: WaitTexts): string {
  if (condition === "settled") return words.settled;
  const [kind, name] = partsOf(condition);
  return words.things[kind](name);
}

/** What a wait does, as a step of a list. */
export function waitTitle({ until, atMost }: Wait): Text {
  return (lang) => texts(lang).title(conditionText(until, texts(lang)), atMost);
}

/** A wait and what came of it. */
export interface Waited {
  readonly wait: Wait;
  readonly advanced: Advanced;
}

/** That a wait ended at its bound, without what was waited for. */
export function unmetText({ wait: { until, atMost = "24 h" }, advanced: { steps } }: Waited): Text {
  return (lang) => {
    const words = texts(lang);
    return words.unmet(
      conditionText(until, words),
      steps < LONGEST_WAIT_STEPS ? atMost : words.steps(LONGEST_WAIT_STEPS),
    );
  };
}
