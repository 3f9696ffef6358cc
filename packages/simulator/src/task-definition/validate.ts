/**
 * The rules in the order in which the service applies them. The service answers with the first violation; editor and
 * linter show all of them. Source of the order: observed hints only, the rest is ours.
 */
import { ACCOUNT_ID } from "../model/place.ts";
import { readDefinition } from "./definition.ts";
import { type Finding, forgetUnknowns, type Rule, type RuleContext } from "./rule.ts";
import { containerRules, essentialRules } from "./rules/containers.ts";
import { dependencyRules } from "./rules/dependencies.ts";
import { enumRules } from "./rules/enums.ts";
import { fargateNeeds } from "./rules/fargate.ts";
import { fargateRefusals } from "./rules/fargate-refusals.ts";
import { healthRules } from "./rules/health.ts";
import { launchTypeRules } from "./rules/launch-types.ts";
import { loggingRules } from "./rules/logging.ts";
import { networkRules } from "./rules/network.ts";
import { portRules } from "./rules/ports.ts";
import { resourceRules, taskSizeRules } from "./rules/resources.ts";
import { secretRules } from "./rules/secrets.ts";
import { volumeRules } from "./rules/volumes.ts";
import { placementRules, sizeRules, tagRules } from "./rules/whole.ts";
import { type Fault, NOT_KNOWN, type Path, type Unknowns } from "./shape.ts";

/** Every rule, in order. */
export const TASK_DEFINITION_RULES: readonly Rule[] = [
  ...containerRules,
  ...taskSizeRules,
  ...essentialRules,
  ...resourceRules,
  ...enumRules,
  ...networkRules,
  ...portRules,
  ...volumeRules,
  ...dependencyRules,
  ...healthRules,
  ...loggingRules,
  ...secretRules,
  ...placementRules,
  ...fargateNeeds,
  ...fargateRefusals,
  ...launchTypeRules,
  ...tagRules,
  ...sizeRules,
];

/** Findings that one rule may give: nobody reads more, and a hostile file could ask for millions. */
const MOST_FINDINGS = 100;

const HERE: RuleContext = { accountId: ACCOUNT_ID };

/** What to judge by. */
export interface ValidationOptions {
  /** Account that registers, 12 digits; the simulated one by default, undefined when nobody knows. */
  readonly accountId?: string | undefined;
  /** The rules; all of the service's by default. */
  readonly rules?: readonly Rule[];
}

/**
 * All findings of any JSON value, in the service's order; empty when it would be registered. Never throws. Members of
 * the wrong type are for the API's schema to report: the rules say nothing about them. Where `NOT_KNOWN` stands for a
 * value, findings that depend on that value are left out.
 */
export function validateTaskDefinition(definition: unknown, options: ValidationOptions = HERE): Finding[] {
  const { rules = TASK_DEFINITION_RULES, accountId } = options;
  const read = readDefinition(definition);
  const broken = brokenPaths(read.faults);
  const context: RuleContext = { accountId, unknowns: read.unknowns };
  return rules.flatMap((rule) => {
    const findings: Finding[] = [];
    forgetUnknowns(context);
    for (const violation of rule.check(read.definition, context)) {
      if (!isDoubtful(rule, read.unknowns, definition, violation.path) && !liesIn(broken, violation.path))
        findings.push(asFinding(rule, violation));
      if (findings.length === MOST_FINDINGS) break;
    }
    return findings;
  });
}

/** The finding that the service would answer with, or undefined when it would register the definition. */
export function firstFinding(definition: unknown, context: RuleContext = HERE): Finding | undefined {
  const read = readDefinition(definition);
  for (const rule of TASK_DEFINITION_RULES) {
    if (rule.severity === "warning") continue;
    for (const violation of rule.check(read.definition, context)) return asFinding(rule, violation);
  }
  return undefined;
}

function asFinding(rule: Rule, { message, path }: { message: string; path: Path }): Finding {
  const { id: ruleId, code, severity, evidence, source, hint } = rule;
  return { ruleId, code, severity, evidence, source, hint, message, path };
}

/** True when the violation may be gone once everything is known. */
function isDoubtful(rule: Rule, unknowns: Unknowns, json: unknown, path: Path): boolean {
  if (rule.valueByValue === true) return isHidden(json, path);
  return unknowns.wereRead || (rule.judgesNames === true && unknowns.namesWereRead);
}

/** True when the value at a path, or one that it stands in, is not known. */
function isHidden(json: unknown, path: Path): boolean {
  let value = json;
  for (const step of path) {
    if (value === NOT_KNOWN) return true;
    value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  }
  return value === NOT_KNOWN;
}

/** Paths of wrong types, as text. */
function brokenPaths(faults: readonly Fault[]): ReadonlySet<string> {
  return new Set(faults.filter(({ kind }) => kind === "type").map(({ path }) => pathKey(path)));
}

/** True when the path is a broken one or lies below one. */
function liesIn(broken: ReadonlySet<string>, path: Path): boolean {
  if (broken.size === 0) return false;
  for (let length = 0; length <= path.length; length += 1) if (broken.has(pathKey(path.slice(0, length)))) return true;
  return false;
}

function pathKey(path: Path): string {
  return JSON.stringify(path);
}
