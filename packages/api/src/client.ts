/**
 * The AWS SDK's part of a call without its network: the client checks the shape of the input, the session decides, the
 * answer comes back with its members in AWS's order. Tests, labs and the command line call through it.
 */
import type { Outcome, Session } from "@quayside/simulator";
import { operationModel } from "./model.ts";
import { withoutAbsent, writeOutput } from "./protocol/write-output.ts";
import { type ValidationOptions, validateInput, validationMessage } from "./validate.ts";

/** A client of one session. */
export interface Client {
  /**
   * Calls an operation. Never throws on what a user can get wrong: an input of the wrong shape is refused with the code
   * `ParamValidation` and all findings in the message, an unknown operation with `UnknownOperationException`.
   */
  send(operation: string, input: unknown, options?: ValidationOptions): Outcome;
}

/** A client of a session. */
export function createClient(session: Session): Client {
  return { send: (operation, input, options) => send(session, operation, input, options) };
}

function send(session: Session, name: string, input: unknown, options?: ValidationOptions): Outcome {
  const operation = operationModel(name);
  if (operation === undefined) {
    const message = `Amazon ECS has no operation ${name}.`;
    return { ok: false, error: { code: "UnknownOperationException", message } };
  }
  const findings = validateInput(operation.input, input, options);
  if (findings.length > 0) {
    return { ok: false, error: { code: "ParamValidation", message: validationMessage(findings) } };
  }
  const outcome = session.call("ecs", name, input);
  return outcome.ok ? { ok: true, output: withoutAbsent(writeOutput(operation.output, outcome.output)) } : outcome;
}
