/** What the linter says: one sentence about one place, whoever found it. */
import type { InputProblem } from "@quayside/api";
import type { JsonPath } from "./json/locate.ts";
import type { JsonProblem } from "./json/scan-json.ts";

/**
 * Who found it. `json`: the text is no JSON. `client`: the AWS CLI and the SDKs refuse before they send. `service`:
 * Amazon ECS refuses. `practice`: AWS takes it, people regret it. `note`: worth knowing, nothing to mend.
 */
export const PROBLEM_SOURCES = ["json", "client", "service", "practice", "note"] as const;

export type ProblemSource = (typeof PROBLEM_SOURCES)[number];

/** Offsets in UTF-16 units from the start of the text, `end` exclusive; lines and columns from 1. */
export interface Problem {
  readonly source: ProblemSource;
  readonly severity: "error" | "warning" | "info";
  /** Id of the rule. */
  readonly code: string;
  /** AWS's words where AWS has words, ours in English elsewhere. */
  readonly message: string;
  readonly hint: string | undefined;
  /** Keys and indexes from the definition, as the API names them. */
  readonly path: JsonPath;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** What the sentence is made of, for those who say it in another language. */
  readonly fault?: JsonProblem;
  readonly input?: InputProblem;
}
