/**
 * The simulator's table of operations against AWS's: every operation of the API must be in the table, modelled or
 * refused with a reason, and nothing else may be. The compiler proves it, the page of the site lists it.
 */
import { ecsOperations } from "@quayside/simulator";
import { OPERATION_NAMES, type OperationName } from "./generated/operation-names.ts";

// Fails to compile when the table lacks an operation of the API or holds one that the API does not have.
type Missing = Exclude<OperationName, keyof typeof ecsOperations>;
type Invented = Exclude<keyof typeof ecsOperations, OperationName>;
const COMPLETE: [Missing, Invented] extends [never, never] ? true : [Missing, Invented] = true;

/** Whether an operation is simulated, and if not, why. */
export interface OperationCoverage {
  readonly operation: OperationName;
  readonly modelled: boolean;
  readonly reason?: string;
}

/** Every operation of the API in AWS's order. */
export function operationCoverage(): OperationCoverage[] {
  if (!COMPLETE) throw new Error("unreachable: the compiler refuses an incomplete table");
  return OPERATION_NAMES.map((operation) => {
    const entry = ecsOperations[operation];
    return entry.modelled ? { operation, modelled: true } : { operation, modelled: false, reason: entry.reason };
  });
}
