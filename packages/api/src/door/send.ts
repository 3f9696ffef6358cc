/** The one way to send a call: its input is checked as a client of AWS checks it, then the session answers. */
import { type Command, isServiceName, type Outcome, type Session } from "@quayside/simulator";
import { isAwsService, serviceFacts } from "../model.ts";
import { type ValidationOptions, validateInput, validationMessage } from "../validate.ts";
import { inputShape } from "./read-call.ts";

/**
 * Sends a call of AWS, or of the service `quayside`. Never throws on what a user can get wrong: an input of the wrong shape is
 * refused with the code `ParamValidation` and all findings in the message, an unknown operation with `UnknownOperationException`.
 */
export function send(session: Session, { service, operation, input }: Command, options?: ValidationOptions): Outcome {
  const shape = isServiceName(service) ? inputShape(service, operation) : undefined;
  if (shape === undefined) {
    const title = isAwsService(service) ? serviceFacts(service).title : String(service);
    return refusal("call.unknown-operation", "UnknownOperationException", `${title} has no operation ${operation}.`);
  }
  const findings = validateInput(shape, input, options);
  if (findings.length > 0) return refusal("call.validation", "ParamValidation", validationMessage(findings));
  return deliver(session, { service, operation, input });
}

/**
 * Hands a call whose input has its shape to the session.
 * @throws when an operation stumbles over it all the same, which is a mistake of ours
 */
export function deliver(session: Session, { service, operation, input }: Command): Outcome {
  const outcome = session.call(service, operation, input);
  if (outcome.ok || outcome.id !== "call.unreadable-input") return outcome;
  throw new Error(`Quayside broke one of its own rules: ${outcome.error.message}`);
}

function refusal(id: string, code: string, message: string): Outcome {
  return { ok: false, id, error: { code, message } };
}
