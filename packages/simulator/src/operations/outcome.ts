/** What an operation answers: AWS's output, or a refusal with AWS's code and wording. Refusals are values. */
import type { Cloud } from "../model/cloud.ts";
import type { ApiError, Refusal } from "../model/refusal.ts";

export type { ApiError, Refusal };

export type Outcome = { readonly ok: true; readonly output: Record<string, unknown> } | Refusal;

/** An operation that the simulator knows. */
export interface ModelledOperation {
  readonly modelled: true;
  /** True when it changes nothing: it leaves no trace in the journal. */
  readonly readOnly: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the table holds operations of every input shape; each file types its own.
  readonly run: (sim: Cloud, input: any) => Outcome;
}

/** An operation that AWS has and the simulator does not. */
export interface UnmodelledOperation {
  readonly modelled: false;
  /** Why, in one sentence for the learner. */
  readonly reason: string;
}

export type OperationEntry = ModelledOperation | UnmodelledOperation;

export function answer(output: Record<string, unknown>): Outcome {
  return { ok: true, output };
}

export function refuse(code: string, message: string, more: Record<string, unknown> = {}): Refusal {
  return { ok: false, error: { code, message, ...more } };
}

/** Declares an operation that changes the cloud. */
export function command<Input>(run: (sim: Cloud, input: Input) => Outcome): ModelledOperation {
  return { modelled: true, readOnly: false, run };
}

/** Declares an operation that only reads. */
export function query<Input>(run: (sim: Cloud, input: Input) => Outcome): ModelledOperation {
  return { modelled: true, readOnly: true, run };
}

export function notModelled(reason: string): UnmodelledOperation {
  return { modelled: false, reason };
}

/** The commonest refusal: InvalidParameterException. */
export function invalid(message: string): Refusal {
  return refuse("InvalidParameterException", message);
}
