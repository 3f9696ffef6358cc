/**
 * What a cause is: why something in the cloud went wrong, with our own id for it and the words in which AWS says it. Each
 * wording stands once, as a row of a table in `causes/`; the id is in the records and never in an answer of the API.
 */
import type { Wording } from "./refusal.ts";

/** A wording, made of named values. */
export interface Said<Text> {
  readonly wording: Wording;
  /** Where it is documented or was seen, with the date on which that was checked. */
  readonly source?: string | undefined;
  readonly text: Text;
}

/** One cause: the usual wording, and the one of a task on a container instance where Docker or its agent says it otherwise. */
export interface CauseRow<Text extends (values: never) => string = (values: never) => string> extends Said<Text> {
  readonly onInstance?: Said<(...values: Parameters<Text>) => string> | undefined;
}

/** Causes by their ids. */
export type CauseTable = Readonly<Record<string, CauseRow>>;

/** A wording of its own, for tasks on container instances. */
export function said<Text extends (values: never) => string>(
  wording: Wording,
  text: Text,
  source?: string,
): Said<Text> {
  return { wording, text, source };
}

/** A row of a table. */
export function cause<Text extends (values: never) => string>(
  wording: Wording,
  text: Text,
  source?: string,
  onInstance?: CauseRow<Text>["onInstance"],
): CauseRow<Text> {
  return { wording, text, source, onInstance };
}

/** A cause that is told: its id, and its words as the API shows them. */
export interface Told<Why extends string = string> {
  readonly why: Why;
  readonly reason: string;
}

/** Tells the cause of an id with the values that its words name. */
export type Tell<Table extends CauseTable> = <Why extends keyof Table & string>(
  why: Why,
  ...values: Parameters<Table[Why]["text"]>
) => Told<Why>;

/** The function that tells the causes of a table: in the usual words, or in those of a container instance. */
export function tellerOf<Table extends CauseTable>(table: Table, where?: "on-instance"): Tell<Table> {
  return (why, ...values) => {
    const row = table[why] as CauseRow<(...all: unknown[]) => string>;
    const { text } = (where === undefined ? undefined : row.onInstance) ?? row;
    return { why, reason: text(...values) };
  };
}
