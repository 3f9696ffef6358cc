/** Two texts of a task definition laid out alike, for showing what registering the second one would change. */
export interface Comparison {
  /** Name of the revision, `web:3`; undefined when the family has none yet. */
  readonly revision: string | undefined;
  readonly family: string | undefined;
  readonly before: string;
  /** Undefined while the text cannot be compared. */
  readonly after: string | undefined;
}
