/** What is wrong with a registry when an image is pulled, by the rows of its repository, its registry and all registries. */
import { EVERY_REGISTRY, type RegistryFaultRow } from "../model/registry-faults.ts";

/** Docker Hub as image references name it. */
export const DOCKER_HUB = "docker.io";

/** Registry of a repository: `docker.io` of `docker.io/library/nginx`. */
export function registryOf(repository: string): string {
  return repository.slice(0, repository.indexOf("/"));
}

type Find = (scope: string) => RegistryFaultRow | undefined;

/** How many times as long a pull takes: the worst of what concerns it. */
export function timesSlower(repository: string, find: Find): number {
  return concerning(repository, find).reduce((worst, row) => Math.max(worst, row.timesSlower), 1);
}

/** The row whose fault meets a pull, the narrowest scope first; undefined when none does. */
export function failingRow(repository: string, find: Find): RegistryFaultRow | undefined {
  return concerning(repository, find).find((row) => row.failing !== undefined);
}

/** The row after one more pull has failed; undefined when nothing is wrong any more. */
export function afterFailure(row: RegistryFaultRow): RegistryFaultRow | undefined {
  const { scope, timesSlower: slower, failing } = row;
  if (failing?.pullsLeft === undefined) return row;
  const pullsLeft = failing.pullsLeft - 1;
  if (pullsLeft > 0) return { ...row, failing: { ...failing, pullsLeft } };
  return slower === 1 ? undefined : { scope, timesSlower: slower };
}

function concerning(repository: string, find: Find): RegistryFaultRow[] {
  return [repository, registryOf(repository), EVERY_REGISTRY].flatMap((scope) => find(scope) ?? []);
}
