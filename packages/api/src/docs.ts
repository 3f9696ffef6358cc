/** AWS's descriptions of operations and members, for `help` and hovers. Heavy (about 30 KB gzip): import it lazily. */
import { INPUT_DOCS, OPERATION_DOCS } from "./generated/docs-operations.ts";
import { TASK_DEFINITION_DOCS } from "./generated/docs-task-definition.ts";

/** Descriptions of the operations that are modelled and of the members of their inputs. */
export interface ApiDocs {
  /** The description of an operation as paragraphs, or undefined when none is kept. */
  operation(name: string): string | undefined;
  /** The description of a member of a shape, or undefined when none is kept. */
  member(shape: string, member: string): string | undefined;
}

function find<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The descriptions of the generated model. */
export const apiDocs: ApiDocs = {
  operation: (name) => find(OPERATION_DOCS, name),
  member: (shape, member) => find(find(INPUT_DOCS, shape) ?? find(TASK_DEFINITION_DOCS, shape) ?? {}, member),
};
