/** A form as a tree: `Filter.1.Value.2=x` is the value at Filter, 1, Value, 2. */

/** A place in the tree. */
export interface QueryNode {
  value?: string;
  readonly children: Map<string, QueryNode>;
}

/** Text that is no form. The front turns it into EC2's error. */
export class MalformedForm extends Error {}

/** Levels of names; the deepest of EC2 that we answer has nine. */
const MAX_DEPTH = 16;
/** Names in one form. */
const MAX_NAMES = 10_000;

/**
 * Reads a form.
 * @throws MalformedForm when its escapes are broken, or it is too deep or too long
 */
export function readForm(body: string): QueryNode {
  const root: QueryNode = { children: new Map() };
  const pairs = body.split("&", MAX_NAMES + 1);
  if (pairs.length > MAX_NAMES) throw new MalformedForm(`The request has more than ${MAX_NAMES} parameters.`);
  for (const pair of pairs) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const path = name.split(".", MAX_DEPTH + 1);
    if (path.length > MAX_DEPTH) throw new MalformedForm("A parameter's name is nested too deeply.");
    let node = root;
    for (const step of path) {
      const next: QueryNode = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, next);
      node = next;
    }
    node.value = equals === -1 ? "" : decode(pair.slice(equals + 1));
  }
  return root;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new MalformedForm(`The query string is malformed: ${text.slice(0, 100)}`);
  }
}
