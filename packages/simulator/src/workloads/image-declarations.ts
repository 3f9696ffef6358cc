/**
 * An image that somebody declares: it exists somewhere, and a container of it does what a container of a known image does,
 * on a port of its own, with programs of its own.
 */
import type { ImageReference } from "../model/image-reference.ts";
import type { ImageBuild, ImageRow } from "../model/registry.ts";
import { digestOf, withoutTag } from "./image-builds.ts";
import { ecrRegistryOf } from "./image-reference.ts";

/** A known image that it behaves like. */
export interface Model {
  readonly repository: string;
  readonly build: ImageBuild;
}

/** What it has of its own. */
export type OfItsOwn = Pick<ImageBuild, "architectures" | "sizeMB" | "adds">;

/** The repository once the declared build is in it; its other builds lose the tag and stay. */
export function declared(
  before: ImageRow | undefined,
  reference: ImageReference,
  model: Model,
  own: OfItsOwn,
): { readonly row: ImageRow; readonly build: ImageBuild } {
  const { repository, tag, digest } = reference;
  const { behaviour, contents, likes = model.repository } = model.build;
  const number = before === undefined ? 1 : (before.earlierBuilds?.length ?? 0) + 2;
  const build: ImageBuild = {
    tags: digest === undefined ? [tag] : [],
    imageDigest: digest ?? digestOf(`${repository} declared ${number}`),
    description: `Declared: behaves like ${likes}`,
    behaviour,
    contents,
    likes,
    ...own,
  };
  if (before === undefined) {
    const access = ecrRegistryOf(reference.host) === undefined ? {} : ({ access: "ecr" } as const);
    return { row: { ...build, ...access, repository }, build };
  }
  const without = <Build extends ImageBuild>(each: Build) => (digest === undefined ? withoutTag(each, tag) : each);
  return { row: { ...without(before), earlierBuilds: [...(before.earlierBuilds ?? []).map(without), build] }, build };
}

/**
 * Whether an image that the catalogue does not have may exist for all that: it lies in a registry of the world, and its name
 * is no misspelling of a name that the catalogue has there.
 */
export function mayExist({ host, repository, path }: ImageReference, known: Iterable<string>): boolean {
  // The world knows all of the account's registry, and what other accounts have is closed to it.
  if (ecrRegistryOf(host) !== undefined || OURS.some((prefix) => repository.startsWith(prefix))) return false;
  const registry = repository.slice(0, repository.length - path.length);
  for (const each of known) {
    if (each.startsWith(registry) && isNearly(path, each.slice(registry.length))) return false;
  }
  return true;
}

/** Registries that exist nowhere else: all of them is here. */
const OURS = ["docker.io/quayside/", "registry.example.com/"];

/** Edits from one name to another up to which it is a slip. Ours: `ngnix`, `nginxx`, `buysbox`. */
const A_SLIP = 2;

/** Whether a name is another one but for a slip or two. Names of few letters are near to many. */
function isNearly(name: string, known: string): boolean {
  if (name === known || Math.abs(name.length - known.length) > A_SLIP) return false;
  let row = Array.from({ length: known.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...name].entries()) {
    const next = [at + 1];
    for (const [column, other] of [...known].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= A_SLIP;
}
