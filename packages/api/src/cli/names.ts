/** Names as the AWS CLI spells them: `RunTask` is `run-task`, `enableECSManagedTags` is `--enable-ecs-managed-tags`. */
import { OPERATION_NAMES, type OperationName } from "../generated/operation-names.ts";
import { WAITERS } from "../model.ts";

/** The API's spelling of a name in the AWS CLI's spelling. */
export function kebab(name: string): string {
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const split = plural === undefined ? name : `${name.slice(0, -plural.length)}-${plural.toLowerCase()}`;
  return split
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

/** Every operation by its name in the AWS CLI. */
export const OPERATIONS_BY_CLI_NAME: ReadonlyMap<string, OperationName> = new Map(
  OPERATION_NAMES.map((name) => [kebab(name), name]),
);

/** Every waiter by its name in the AWS CLI. */
export const WAITERS_BY_CLI_NAME: ReadonlyMap<string, string> = new Map(
  [...WAITERS.keys()].map((name) => [kebab(name), name]),
);
