/**
 * The simulator's tables of operations against AWS's models: every operation of ECS must be in its table, modelled or
 * refused with a reason, and nothing else may be. The compiler proves it, the page of the site lists it. Of the other
 * services only what is simulated is kept; a test proves that model and table agree.
 */
import { type ecsOperations, type OperationEntry, serviceOperations } from "@quayside/simulator";
import type { OperationName } from "./generated/operation-names.ts";
import { type AwsService, operationNames } from "./model.ts";

// Fails to compile when the table lacks an operation of the API or holds one that the API does not have.
type Missing = Exclude<OperationName, keyof typeof ecsOperations>;
type Invented = Exclude<keyof typeof ecsOperations, OperationName>;
const COMPLETE: [Missing, Invented] extends [never, never] ? true : [Missing, Invented] = true;

/** Whether an operation is simulated, and if not, why. */
export interface OperationCoverage {
  readonly service: AwsService;
  readonly operation: string;
  readonly modelled: boolean;
  readonly reason?: string;
}

/** Every operation of a service that can be called, in AWS's order. */
export function operationCoverage(service: AwsService = "ecs"): OperationCoverage[] {
  if (!COMPLETE) throw new Error("unreachable: the compiler refuses an incomplete table");
  const table: Readonly<Record<string, OperationEntry>> = serviceOperations[service];
  return operationNames(service).map((operation) => {
    const entry = table[operation];
    if (entry === undefined) throw new Error(`the simulator's table has no ${service} ${operation}`);
    return entry.modelled
      ? { service, operation, modelled: true }
      : { service, operation, modelled: false, reason: entry.reason };
  });
}
