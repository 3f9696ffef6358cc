/** What texts are filled in with. */

/** A task as one sentence names it; empty strings where nothing is known yet. */
export interface TaskText {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly subnet: string;
  readonly address: string;
  readonly containers: string;
}

/** A length of time, already written out. */
export interface Wait {
  readonly text: string;
}
