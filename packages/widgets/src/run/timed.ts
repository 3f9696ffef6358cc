/** What the transport acts on. Says nothing of what is shown of it. */

/** What time passes for: one run, or two that are compared. */
export interface Timed {
  /** The moment shown is not the latest one. */
  readonly inPast: boolean;
  /** The present is shown, and nothing is on its way to an end. */
  readonly atRest: boolean;
  /** Plays one frame. @returns true when the present is shown and nothing is on its way to an end */
  play(elapsedMs: number, speed: number, clock: () => number): boolean;
  step(): void;
  /** Goes on until nothing is on its way to an end; a piece takes about a millisecond. */
  settling(): Generator<void, void>;
  look(atMs: number): void;
  lookAtPresent(): void;
}
