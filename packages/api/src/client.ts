/**
 * The AWS SDK's part of a call without its network: the client checks the shape of the input, the session decides, the
 * answer comes back with its members in AWS's order. Tests, labs and the command line call through it.
 */
import type { Outcome, Session } from "@quayside/simulator";
import { send } from "./door/send.ts";
import { type AwsService, operationModel } from "./model.ts";
import { withoutAbsent, writeOutput } from "./protocol/write-output.ts";
import type { ValidationOptions } from "./validate.ts";

/** A client of one service of a session. */
export interface Client {
  /** Calls an operation; what cannot be sent is refused as `send` refuses it. */
  send(operation: string, input: unknown, options?: ValidationOptions): Outcome;
}

/** A client of a session, for ECS unless another service is named. */
export function createClient(session: Session, service: AwsService = "ecs"): Client {
  return {
    send(operation, input, options) {
      const outcome = send(session, { service, operation, input }, options);
      const model = operationModel(operation, service);
      if (!outcome.ok || model === undefined) return outcome;
      return { ok: true, output: withoutAbsent(writeOutput(model.output, outcome.output)) };
    },
  };
}
