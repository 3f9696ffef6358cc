/** Being replaced by operation.ts and the tables of refusals, one folder at a time. */
import type { Cloud } from "../model/cloud.ts";
import type { Refusal } from "../model/refusal.ts";
import type { ModelledOperation, Outcome } from "./operation.ts";

export type { Refusal } from "../model/refusal.ts";
export { notModelled, type OperationEntry, type Outcome } from "./operation.ts";

export function answer(output: Record<string, unknown>): Outcome {
  return { ok: true, output };
}

export function refuse(code: string, message: string, more: Record<string, unknown> = {}): Refusal {
  return { ok: false, id: "", error: { code, message, ...more } };
}

/** Declares an operation that changes the cloud. */
export function command<Asked>(run: (sim: Cloud, input: Asked) => Outcome): ModelledOperation<Asked> {
  return { modelled: true, readOnly: false, run };
}

/** Declares an operation that only reads. */
export function query<Asked>(run: (sim: Cloud, input: Asked) => Outcome): ModelledOperation<Asked> {
  return { modelled: true, readOnly: true, run };
}

/** The commonest refusal: InvalidParameterException. */
export function invalid(message: string): Refusal {
  return refuse("InvalidParameterException", message);
}
