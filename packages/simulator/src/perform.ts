/** One call of an operation as the session makes it: found, run, written down as the cause of what follows. */
import { assert, BrokenRule } from "./kernel/assert.ts";
import type { Cloud } from "./model/cloud.ts";
import type { CallFacts } from "./model/records/calls.ts";
import { refuseCall } from "./operations/call-refusals.ts";
import type { ModelledOperation, OperationEntry, Outcome } from "./operations/operation.ts";
import { isServiceName } from "./operations/service-names.ts";
import { serviceOperations } from "./operations/services.ts";
import { type Command, RunRefused } from "./scenario.ts";

/** Of every call that is not refused. */
const DONE = Object.freeze({ ok: true });

/** Runs a call that changes the world and writes it down, the refusal, too. */
export function perform(sim: Cloud, command: Command): Outcome {
  const entry = findOperation(command.service, command.operation);
  if (entry === undefined) return unknownOperation(command.operation);
  if (!entry.modelled) return notModelled(command.operation, entry.reason);
  return sim.command(() => {
    const { service, operation, input } = command;
    // The record must come first, as the cause of what follows; its outcome is filled in before anyone can read it.
    const facts: CallFacts & { outcome: CallFacts["outcome"] } = { service, operation, input, outcome: DONE };
    sim.record("CALL", operation, facts);
    const next = sim.nextRecord;
    const outcome = run(sim, entry, input);
    if (!outcome.ok) {
      assert(sim.nextRecord === next, () => `${operation} was refused and left something behind`);
      facts.outcome = outcome;
    }
    return outcome;
  });
}

/**
 * Runs a call of a run or a scenario that comes from outside. Throws `RunRefused` when the operation stumbles over its input: it was
 * never made, because a session refuses such a call and writes none down.
 * @param place of the call, such as `commands[2]`
 */
export function performAgain(sim: Cloud, command: Command, place: string): Outcome {
  try {
    return perform(sim, command);
  } catch (problem) {
    if (problem instanceof BrokenRule) throw problem;
    throw new RunRefused(`${place}, ${command.service} ${command.operation}, has an input that it cannot read.`, {
      place,
    });
  }
}

/** The operation of that name, or undefined when the service has none. */
export function findOperation(service: string, operation: string): OperationEntry | undefined {
  if (!isServiceName(service)) return undefined;
  const operations: Readonly<Record<string, OperationEntry>> = serviceOperations[service];
  return Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}

/** Runs an operation whose name came from outside; whoever takes a call from there checks the shape of its input. */
export function run(sim: Cloud, { run: runs }: ModelledOperation, input: unknown): Outcome {
  return runs(sim, input as never) as Outcome;
}

/**
 * What becomes of a call that threw: who calls the session itself may give an input of any shape, and an operation that stumbles over
 * one has refused it. A rule of our own that broke is no answer.
 */
export function unreadable(operation: string, problem: unknown): Outcome {
  if (problem instanceof BrokenRule) throw problem;
  return refuseCall("call.unreadable-input", { operation, problem: (problem as Error).message });
}

export function unknownOperation(operation: string): Outcome {
  return refuseCall("call.unknown-operation", { operation });
}

export function notModelled(operation: string, reason: string): Outcome {
  return refuseCall("call.not-modelled", { operation, reason });
}
