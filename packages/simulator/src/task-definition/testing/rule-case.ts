/** What a test of a rule is made of. */
import type { Changes } from "./change.ts";
import type { ValidName } from "./valid-samples.ts";

/** A near miss and a hit of one rule, both changes to the same sample. */
export interface RuleCase {
  readonly rule: string;
  readonly base: ValidName;
  /** Changes that the rule lets pass; as close to the hit as possible. */
  readonly good: Changes;
  readonly bad: Changes;
  /** Where the finding stands, in the short form of `Changes`. */
  readonly at: string;
  /** The whole message. */
  readonly says: string;
}

/** A case in one line. */
export function ruleCase(
  rule: string,
  base: ValidName,
  good: Changes,
  bad: Changes,
  at: string,
  says: string,
): RuleCase {
  return { rule, base, good, bad, at, says };
}
