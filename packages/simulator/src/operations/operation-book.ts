/**
 * Where a session finds operations. Those that scenarios call are always there; the others wait for somebody to call
 * them, and a page brings them with the entry `@quayside/simulator/engine`.
 */
import { createCluster } from "./ecs/create-cluster.ts";
import { registerTaskDefinition } from "./ecs/register-task-definition.ts";
import { runTask } from "./ecs/run-task.ts";
import { createLogGroup } from "./logs/create-log-group.ts";
import type { OperationEntry } from "./outcome.ts";
import type { ServiceName } from "./service-names.ts";

type Operations = Readonly<Record<string, OperationEntry>>;

/** What a scenario may call: these are in every session, also on a page that has not been touched. */
export const SCENARIO_OPERATIONS: Readonly<Record<ServiceName, Operations>> = {
  ecs: { CreateCluster: createCluster, RegisterTaskDefinition: registerTaskDefinition, RunTask: runTask },
  logs: { CreateLogGroup: createLogGroup },
  quayside: {},
};

const BOOK: Record<ServiceName, Operations> = { ...SCENARIO_OPERATIONS };

/** Adds every operation. The same ones every time: which world asks makes no difference. */
export function installOperations(operations: Readonly<Record<ServiceName, Operations>>): void {
  Object.assign(BOOK, operations);
}

/** The operation of that name, or undefined when the service has none, or it has not been installed. */
export function operationInBook(service: ServiceName, operation: string): OperationEntry | undefined {
  return Object.hasOwn(BOOK[service], operation) ? BOOK[service][operation] : undefined;
}
