/** Definitions for tests: a sample and what is changed in it, written as paths and values. */

/** Any JSON object. */
export type Json = Record<string, unknown>;

/**
 * Paths to new values; a value of undefined removes the member. `c0` stands for the first container and `v0` for the
 * first volume, so `c0.portMappings.0.hostPort` is a path.
 */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of a sample with the changes made. Objects and lists on the way are made when they are missing. */
export function changed(sample: Json, changes: Changes): Json {
  const copy = structuredCopy(sample);
  for (const [path, value] of Object.entries(changes)) put(copy, keysOf(path), value);
  return copy;
}

/** A path as findings have it, in the short form of `Changes`. */
export function shortPath(path: readonly (string | number)[]): string {
  return path
    .join(".")
    .replace(/^containerDefinitions\.(\d+)/, "c$1")
    .replace(/^volumes\.(\d+)/, "v$1");
}

function structuredCopy(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function keysOf(path: string): string[] {
  const full = path.replace(/^c(\d+)(?=\.|$)/, "containerDefinitions.$1").replace(/^v(\d+)(?=\.|$)/, "volumes.$1");
  return full.split(".");
}

function put(root: Json, keys: readonly string[], value: unknown): void {
  let node: Json = root;
  for (const [index, key] of keys.slice(0, -1).entries()) {
    if (node[key] === undefined) node[key] = /^\d+$/.test(keys[index + 1] as string) ? [] : {};
    node = node[key] as Json;
  }
  const last = keys.at(-1) as string;
  if (value !== undefined) node[last] = value;
  else if (Array.isArray(node)) node.splice(Number(last), 1);
  else delete node[last];
}
