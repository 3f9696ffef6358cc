/** Where the output of a command goes: the terminal, or a test. */

/** Where a command writes. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
