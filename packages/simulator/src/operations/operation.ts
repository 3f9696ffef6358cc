/** What an operation is and what it answers: AWS's output, or a refusal. Refusals are values. */
import type { Cloud } from "../model/cloud.ts";
import type { Refusal } from "../model/refusal.ts";
import type { ServiceName } from "./service-names.ts";
import type { Input, OperationName, Output } from "./shapes.ts";

/** An answer as the caller gets it. */
export type Outcome<Answer extends object = Record<string, unknown>> =
  | { readonly ok: true; readonly output: Answer }
  | Refusal;

/** An operation that the simulator knows. */
export interface ModelledOperation<Asked = never, Answer extends object = object> {
  readonly modelled: true;
  /** True when it changes nothing: it leaves no trace in the journal. */
  readonly readOnly: boolean;
  readonly run: (sim: Cloud, input: Asked) => Outcome<Answer>;
}

/** An operation that AWS has and the simulator does not. */
export interface UnmodelledOperation {
  readonly modelled: false;
  /** Why, in one sentence for the learner. */
  readonly reason: string;
}

/** How an operation runs, or why it does not; `never` stands for the input of any of them. */
export type OperationEntry<Asked = never, Answer extends object = object> =
  | ModelledOperation<Asked, Answer>
  | UnmodelledOperation;

/** The table of a service: every operation that it has types for, and no other. */
export type OperationTable<Service extends ServiceName> = {
  readonly [Name in OperationName<Service>]: OperationEntry<Input<Service, Name>, Output<Service, Name>>;
};

/** How an operation of a service runs. */
type Run<Service extends ServiceName, Name extends OperationName<Service>> = ModelledOperation<
  Input<Service, Name>,
  Output<Service, Name>
>["run"];

/** An answer; its type comes from what the function around it has to give. */
export function answer<Answer extends object>(output: NoInfer<Answer>): { readonly ok: true; readonly output: Answer } {
  return { ok: true, output };
}

/** Declares an operation that changes the cloud: its input and output are those of AWS's model. */
export function command<Service extends ServiceName, Name extends OperationName<Service>>(
  run: Run<Service, Name>,
): ModelledOperation<Input<Service, Name>, Output<Service, Name>> {
  return { modelled: true, readOnly: false, run };
}

/** Declares an operation that only reads. */
export function query<Service extends ServiceName, Name extends OperationName<Service>>(
  run: Run<Service, Name>,
): ModelledOperation<Input<Service, Name>, Output<Service, Name>> {
  return { modelled: true, readOnly: true, run };
}

/** Declares an operation that AWS has and the simulator does not. */
export function notModelled(reason: string): UnmodelledOperation {
  return { modelled: false, reason };
}
