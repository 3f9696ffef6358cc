/**
 * Where a session finds operations. They wait for somebody to call them: the entry `@quayside/simulator/engine` brings
 * them, and a page needs it only when something is asked of the cloud.
 */
import type { OperationEntry } from "./outcome.ts";
import type { ServiceName } from "./service-names.ts";

type Operations = Readonly<Record<string, OperationEntry>>;

/** By service and name; empty until the operations are there. */
const BOOK: Partial<Record<ServiceName, Operations>> = {};

/** Adds every operation. The same ones every time: which world asks makes no difference. */
export function installOperations(operations: Readonly<Record<ServiceName, Operations>>): void {
  Object.assign(BOOK, operations);
}

/** The operation of that name, or undefined when the service has none, or it has not been installed. */
export function operationInBook(service: ServiceName, operation: string): OperationEntry | undefined {
  const operations = BOOK[service] ?? {};
  return Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}
