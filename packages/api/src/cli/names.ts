/** Names as the AWS CLI spells them: `RunTask` is `run-task`, `enableECSManagedTags` is `--enable-ecs-managed-tags`. */
import { AWS_SERVICES, type AwsService, operationNames, waitersOf } from "../model.ts";

/** The API's spelling of a name in the AWS CLI's spelling. */
export function kebab(name: string): string {
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const split = plural === undefined ? name : `${name.slice(0, -plural.length)}-${plural.toLowerCase()}`;
  return split
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

const BY_CLI_NAME: ReadonlyMap<AwsService, ReadonlyMap<string, string>> = new Map(
  AWS_SERVICES.map((service) => [service, new Map(operationNames(service).map((name) => [kebab(name), name]))]),
);

/** Every operation of a service by its name in the AWS CLI. */
export function operationsByCliName(service: AwsService): ReadonlyMap<string, string> {
  return BY_CLI_NAME.get(service) ?? new Map();
}

const WAITERS_BY_CLI_NAME: ReadonlyMap<AwsService, ReadonlyMap<string, string>> = new Map(
  AWS_SERVICES.map((service) => [service, new Map(Object.keys(waitersOf(service)).map((name) => [kebab(name), name]))]),
);

/** Every waiter of a service by its name in the AWS CLI; none for a service that cannot be waited for. */
export function waitersByCliName(service: AwsService): ReadonlyMap<string, string> {
  return WAITERS_BY_CLI_NAME.get(service) ?? new Map();
}
