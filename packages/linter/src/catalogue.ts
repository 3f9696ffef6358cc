/** Every rule that the linter can speak of, from whomever it comes: for configurations, lists and pages. */
import { type Evidence, type Rule, TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";
import { FAULT_TEXTS, faultId } from "./json/fault-texts.ts";
import { NOTES } from "./notes.ts";
import { PRACTICES } from "./practices.ts";
import type { Problem, ProblemSource } from "./problem.ts";

/** A rule as a list shows it. */
export interface LintRule {
  readonly id: string;
  readonly source: ProblemSource;
  /** What a finding is when nobody sets it otherwise. */
  readonly severity: Problem["severity"];
  /** How well AWS's words are known; undefined where the words are not AWS's. */
  readonly evidence: Evidence | undefined;
  /** Where it is documented or was seen, with the date of the check; undefined for our own notes. */
  readonly reference: string | undefined;
  /** What to do, in a sentence. */
  readonly hint: string;
}

const ofRule =
  (source: ProblemSource) =>
  ({ id, severity, evidence, source: reference, hint }: Rule): LintRule => {
    return { id, source, severity, evidence: source === "practice" ? undefined : evidence, reference, hint };
  };

const BOTOCORE = "botocore, validate.py: what the AWS CLI and boto3 check before they send (checked 2026-11-21)";

/** Of what the clients check, by the kind of the mistake. */
const CLIENT_HINTS = {
  "missing-parameter": "Add the member.",
  "unknown-parameter": "Write the member as the API does, or remove it.",
  "invalid-type-parameter": "Write a value of the type that the API has: numbers without quotes, texts with them.",
  "invalid-length-parameter": "Write something: the member must not be empty.",
} as const;

/** Every rule, each id once. */
export const LINT_RULES: readonly LintRule[] = [
  ...TASK_DEFINITION_RULES.map(ofRule("service")),
  ...Object.entries(CLIENT_HINTS).map(([id, hint]): LintRule => {
    return { id, source: "client", severity: "error", evidence: "exact", reference: BOTOCORE, hint };
  }),
  ...PRACTICES.map(ofRule("practice")),
  ...Object.entries(NOTES).map(([id, { severity, hint }]): LintRule => {
    return { id, source: "note", severity, evidence: undefined, reference: undefined, hint };
  }),
  ...Object.entries(FAULT_TEXTS).map(([code, text]): LintRule => {
    const severity = code === "duplicateKey" ? "warning" : "error";
    const hint = text("…");
    return { id: faultId(code), source: "json", severity, evidence: undefined, reference: "RFC 8259 (JSON)", hint };
  }),
  {
    id: "yaml",
    source: "json",
    severity: "error",
    evidence: undefined,
    reference: "YAML 1.2.2",
    hint: "Write YAML that can be read: the message says where it cannot.",
  },
];

const BY_ID = new Map(LINT_RULES.map((rule) => [rule.id, rule]));

/** The rule of an id; undefined when there is none. */
export function lintRule(id: string): LintRule | undefined {
  return BY_ID.get(id);
}
