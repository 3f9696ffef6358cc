/** What a rule is: one small function with an id, AWS's message, and how well that message is known. */
import type { Container, Definition } from "./definition.ts";
import type { Path, Unknowns } from "./shape.ts";

export type { Path } from "./shape.ts";

/**
 * How well the wording is known. `exact`: seen in replies of the real service. `near`: quoted, perhaps shortened.
 * `ours`: the rule is AWS's, the wording is not confirmed and is ours.
 */
export type Evidence = "exact" | "near" | "ours";

/** What is wrong, and where. A member that is missing is named as if it were there. */
export interface Violation {
  readonly message: string;
  readonly path: Path;
}

/** What a rule must know besides the definition. */
export interface RuleContext {
  /** Account that registers, 12 digits; undefined when nobody knows, as for a file of somebody's repository. */
  readonly accountId: string | undefined;
  /** Set by whoever reads the definition; tells whether a rule looked at a value that is not known. */
  readonly unknowns?: Unknowns;
}

export interface Rule {
  readonly id: string;
  /** Exception of the service. */
  readonly code: "ClientException" | "InvalidParameterException";
  /** A warning is not refused by the service, as far as is known. */
  readonly severity: "error" | "warning";
  readonly evidence: Evidence;
  /** Where the rule is documented or was seen, with the date on which that was checked. */
  readonly source: string;
  /** What to do, in one sentence. */
  readonly hint: string;
  /**
   * Our words, and yet an error: AWS documents a set, a bound or a demand that its service checks. Other rules without
   * AWS's words are warnings.
   */
  readonly certain?: true;
  /** Each violation depends on the value at its path alone, so that other values need not be known. */
  readonly valueByValue?: true;
  /** The names of containers decide, not only the message: where one is not known, the rule cannot tell. */
  readonly judgesNames?: true;
  readonly check: (definition: Definition, context: RuleContext) => Iterable<Violation>;
}

/** A violation of a rule in a particular definition. */
export interface Finding extends Violation {
  readonly ruleId: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly evidence: Evidence;
  readonly source: string;
  readonly hint: string;
}

/** A rule without its function. The exception is ClientException; the severity a warning where nobody knows AWS's words. */
export type RuleText = Omit<Rule, "check" | "code" | "severity"> & Partial<Pick<Rule, "code" | "severity">>;

/** Declares a rule. */
export function rule(text: RuleText, check: Rule["check"]): Rule {
  const severity = text.evidence === "ours" && text.certain !== true ? "warning" : "error";
  return { code: "ClientException", severity, ...text, check };
}

/** Declares a rule that looks at one container after the other; its paths begin at the container. */
export function containerRule(
  text: RuleText,
  check: (container: Container, definition: Definition, context: RuleContext) => Iterable<Violation>,
): Rule {
  return rule(text, function* (definition, context) {
    for (const [index, container] of definition.containerDefinitions.entries()) {
      for (const { message, path } of check(container, definition, context)) {
        yield { message, path: ["containerDefinitions", index, ...path] };
      }
      forgetUnknowns(context);
    }
  });
}

/** What is not known of one element of a list is no reason to doubt what is found in the next. */
export function forgetUnknowns({ unknowns }: RuleContext): void {
  if (unknowns === undefined) return;
  unknowns.wereRead = false;
  unknowns.namesWereRead = false;
}

/** A violation at a path. */
export function at(message: string, ...path: Path): Violation {
  return { message, path };
}

/** The same rules, for definitions that ask to be checked for a launch type. */
export function onlyFor(launchType: string, rules: readonly Rule[]): readonly Rule[] {
  return rules.map((each) => ({
    ...each,
    check: (definition, context) => (asksFor(definition, launchType) ? each.check(definition, context) : []),
  }));
}

/** True when the definition asks to be checked for a launch type. */
export function asksFor(definition: Definition, launchType: string): boolean {
  return definition.requiresCompatibilities?.includes(launchType) === true;
}

/** True when the definition is for Windows containers. */
export function isWindows({
  runtimePlatform,
}: {
  readonly runtimePlatform?: { readonly operatingSystemFamily?: string | undefined } | undefined;
}): boolean {
  return runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS") === true;
}

/** True when a member says something: neither absent nor `false` nor empty. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === false || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}
