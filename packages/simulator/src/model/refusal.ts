/**
 * What a refusal is: a value with AWS's code and wording, and our own id for it. Each sentence stands once, as a row of a
 * table beside the code that refuses; the id is for whoever explains, teaches or tests it and is never part of an answer
 * over HTTP or the command line.
 */

/** A refusal, as the API gives it. */
export interface ApiError {
  readonly code: string;
  readonly message: string;
  /** Further members of the exception's shape, such as `resourceIds` of ConflictException. */
  readonly [more: string]: unknown;
}

/** The answer of an operation that refuses. */
export interface Refusal {
  readonly ok: false;
  /** Which refusal it is: a row of a table, or the rule of task definitions that was broken. */
  readonly id: string;
  readonly error: ApiError;
}

/**
 * How well a wording is known. `observed`: seen in answers of the service. `documented`: AWS's documentation has it, or says
 * it so. `unsourced`: taken for AWS's, where it was seen is not written down. `ours`: the refusal is AWS's, the sentence is
 * not confirmed and is ours. `quayside`: AWS does not refuse this; the simulation ends here, or the operation is ours.
 */
export type Wording = "observed" | "documented" | "unsourced" | "ours" | "quayside";

/** Ours: how the answers of the service are cited that a public emulator keeps, of Fargate tasks and the API of ECS. */
export const RECORDED = "Recorded answers of September 2026 (checked 2026-11-29)";

/** One refusal. The message is made of named values. */
export interface RefusalRow<Message extends (values: never) => string = (values: never) => string> {
  readonly code: string;
  readonly wording: Wording;
  /** Where it is documented or was seen, with the date on which that was checked. */
  readonly source?: string | undefined;
  readonly message: Message;
  /** Further members of the exception's shape, of the same values. */
  readonly more?: ((...values: Parameters<Message>) => Readonly<Record<string, unknown>>) | undefined;
}

/** Refusals by their ids. */
export type RefusalTable = Readonly<Record<string, RefusalRow>>;

/** A row of a table. */
export function row<Message extends (values: never) => string>(
  code: string,
  wording: Wording,
  message: Message,
  source?: string,
  more?: RefusalRow<Message>["more"],
): RefusalRow<Message> {
  return { code, wording, message, source, more };
}

/** Refuses with the row of an id and the values that its message names. */
export type Refuse<Table extends RefusalTable> = <Id extends keyof Table & string>(
  id: Id,
  ...values: Parameters<Table[Id]["message"]>
) => Refusal;

/** The function that refuses out of a table. */
export function refuserOf<Table extends RefusalTable>(table: Table): Refuse<Table> {
  return (id, ...values) => {
    const { code, message, more } = table[id] as RefusalRow<(...all: unknown[]) => string>;
    return { ok: false, id, error: { code, message: message(...values), ...more?.(...values) } };
  };
}
