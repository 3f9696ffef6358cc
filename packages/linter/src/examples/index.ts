/** @quayside/linter/examples: for every rule, a file that fails and one that passes, as its page shows them. */
import { validateTaskDefinition } from "@quayside/simulator/task-definition";
import { CASES, changed, type Json, VALID } from "@quayside/simulator/task-definition/samples";
import { JSON_EXAMPLES } from "./json-examples.ts";
import { OTHER_EXAMPLES } from "./other-examples.ts";
import type { RuleExample } from "./rule-example.ts";

export type { RuleExample } from "./rule-example.ts";

const TEXTS: Readonly<Record<string, RuleExample>> = { ...OTHER_EXAMPLES, ...JSON_EXAMPLES };

/** The example of a rule. @throws when it has none, which a test forbids */
export function exampleOf(id: string): RuleExample {
  const own = Object.hasOwn(TEXTS, id) ? TEXTS[id] : undefined;
  if (own !== undefined) return own;
  const cases = CASES.filter(({ rule }) => rule === id);
  const [first] = cases;
  if (first === undefined) throw new Error(`the rule ${id} has no example`);
  // The near miss of a rule may break another: then the sample itself is what passes.
  const found = cases.find(({ base, good }) => isRight(changed(VALID[base], good))) ?? { ...first, good: {} };
  const text = (changes: typeof first.good): string =>
    `${JSON.stringify(changed(VALID[found.base], changes), null, 2)}\n`;
  return { name: "task.json", fails: text(found.bad), passes: text(found.good) };
}

function isRight(definition: Json): boolean {
  return validateTaskDefinition(definition).every(({ severity }) => severity !== "error");
}
