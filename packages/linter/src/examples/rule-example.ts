/** What a rule is shown by. */

/** Two files that differ in what the rule is about. */
export interface RuleExample {
  /** The name decides how a file is read. */
  readonly name: string;
  readonly fails: string;
  readonly passes: string;
}
