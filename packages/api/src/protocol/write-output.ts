/**
 * Puts an answer into the form in which AWS sends it: members in the model's order, absent ones left out, members that
 * the API does not know dropped. The AWS clients rebuild the same order, so every output format starts from here.
 */
import type { Shape } from "../model.ts";

function writeStructure(shape: Shape, value: Record<string, unknown>): Record<string, unknown> {
  if (shape.document) return value;
  const result: Record<string, unknown> = {};
  for (const [name, member] of shape.members) {
    const given = value[name];
    if (given !== undefined && given !== null) result[name] = write(member, given);
  }
  return result;
}

function write(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case "structure":
      return writeStructure(shape, value as Record<string, unknown>);
    case "list": {
      const element = shape.element as Shape;
      return element.members.size === 0 && element.element === undefined
        ? value
        : (value as readonly unknown[]).map((item) => write(element, item));
    }
    default:
      return value;
  }
}

/** An output in AWS's order. The input is not changed; leaves are shared. */
export function writeOutput(shape: Shape, output: Record<string, unknown>): Record<string, unknown> {
  return writeStructure(shape, output);
}
