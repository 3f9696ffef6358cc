/**
 * The AWS SDK's part of a call without its network: the client checks the shape of the input, the session decides, the
 * answer comes back with its members in AWS's order. Tests, labs and the command line call through it.
 */
import type { Outcome, Session } from "@quayside/simulator";
import { type AwsService, type Operation, operationModel, serviceFacts } from "./model.ts";
import { withoutAbsent, writeOutput } from "./protocol/write-output.ts";
import { type ValidationOptions, validateInput, validationMessage } from "./validate.ts";

/** A client of one service of a session. */
export interface Client {
  /**
   * Calls an operation. Never throws on what a user can get wrong: an input of the wrong shape is refused with the code
   * `ParamValidation` and all findings in the message, an unknown operation with `UnknownOperationException`.
   */
  send(operation: string, input: unknown, options?: ValidationOptions): Outcome;
}

/** A client of a session, for ECS unless another service is named. */
export function createClient(session: Session, service: AwsService = "ecs"): Client {
  return {
    send(name, input, options) {
      const operation = operationModel(name, service);
      if (operation !== undefined) return send(session, operation, input, options);
      const message = `${serviceFacts(service).title} has no operation ${name}.`;
      return { ok: false, id: "call.unknown-operation", error: { code: "UnknownOperationException", message } };
    },
  };
}

function send(session: Session, operation: Operation, input: unknown, options?: ValidationOptions): Outcome {
  const findings = validateInput(operation.input, input, options);
  if (findings.length > 0) {
    return {
      ok: false,
      id: "call.validation",
      error: { code: "ParamValidation", message: validationMessage(findings) },
    };
  }
  const outcome = session.call(operation.service, operation.name, input);
  return outcome.ok ? { ok: true, output: withoutAbsent(writeOutput(operation.output, outcome.output)) } : outcome;
}
