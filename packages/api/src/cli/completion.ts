/** One completion of a word. */

/** One way to go on. */
export interface Completion {
  /** What the word becomes. */
  readonly text: string;
  /** What it is, in a few words. */
  readonly detail: string;
}
