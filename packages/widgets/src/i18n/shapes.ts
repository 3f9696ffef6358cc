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

/** An EC2 instance as one sentence names it; amounts are "free/all", empty while it is not registered. */
export interface MachineText {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly zone: string;
  readonly running: number;
  readonly pending: number;
  readonly cpu: string;
  readonly memory: string;
}

/** A length of time, already written out. */
export interface Wait {
  readonly text: string;
}

/** A family of task definitions on the map, for its sentence. */
export interface DefinitionText {
  readonly family: string;
  /** Such as `:1 :2`. */
  readonly revisions: string;
}
