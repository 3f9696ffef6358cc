/** The one way to send a call: its input is checked as a client of AWS checks it, then the session answers. */
import {
  type Command,
  isServiceName,
  type OperationName,
  type Origin,
  type Outcome,
  type Output,
  regionOf,
  type ServiceName,
  type Session,
} from "@quayside/simulator";
import { isAwsService, serviceFacts } from "../model.ts";
import { type ValidationOptions, validateInput, validationMessage } from "../validate.ts";
import { inputShape } from "./read-call.ts";

/** A call on its way: by the learner unless it says otherwise. */
export type SentCall = Command & Partial<Origin>;

/**
 * Sends a call of AWS, or of the service `quayside`. Never throws on what a user can get wrong: an input of the wrong shape is
 * refused with the code `ParamValidation` and all findings in the message, an unknown operation with `UnknownOperationException`.
 */
export function send<Service extends ServiceName, Name extends OperationName<Service>>(
  session: Session,
  call: SentCall & { readonly service: Service; readonly operation: Name },
  options?: ValidationOptions,
): Outcome<Output<Service, Name>>;
export function send(session: Session, call: SentCall, options?: ValidationOptions): Outcome;
export function send(session: Session, call: SentCall, options?: ValidationOptions): Outcome {
  const { service, operation, input, region } = call;
  const here = regionOf(session.tables);
  const shape = isServiceName(service) ? inputShape(service, operation) : undefined;
  if (shape === undefined) {
    const title = isAwsService(service) ? serviceFacts(service).title : String(service);
    const message = `Quayside does not simulate ${operation} of ${title}.`;
    return refusal("call.unknown-operation", "UnknownOperationException", message);
  }
  if (region !== undefined && region !== here) {
    const message = `Quayside simulates ${here} here, not ${region}.`;
    return refusal("call.other-region", "NotModelledException", message);
  }
  const findings = validateInput(shape, input, options);
  if (findings.length > 0) return refusal("call.validation", "ParamValidation", validationMessage(findings));
  return deliver(session, call);
}

/**
 * Hands a call whose input has its shape to the session.
 * @throws when an operation stumbles over it all the same, which is a mistake of ours
 */
export function deliver(session: Session, { service, operation, input, ...origin }: SentCall): Outcome {
  const outcome = session.call(service, operation, input, origin);
  if (outcome.ok || outcome.id !== "call.unreadable-input") return outcome;
  throw new Error(`Quayside broke one of its own rules: ${outcome.error.message}`);
}

function refusal(id: string, code: string, message: string): Outcome {
  return { ok: false, id, error: { code, message } };
}
