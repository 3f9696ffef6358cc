/** How the records of one area are written down: what each kind is about, and what it says. */
import type { TableName } from "../tables.ts";

/**
 * A kind of record whose subject is the key of a row in a table, with its facts. `name` is a subject that is no key: an
 * operation, a log group, a place where images come from.
 */
export interface About<Subject extends TableName | "name", Facts = undefined> {
  readonly subject: Subject;
  readonly facts: Facts;
}
