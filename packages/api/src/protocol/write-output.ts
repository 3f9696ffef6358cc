/**
 * Puts an answer into the form in which AWS sends it: members in the model's order, absent ones left out, members that
 * the API does not know dropped. The AWS clients rebuild the same order, so every output format starts from here.
 */
import type { Shape } from "../model.ts";

/** Whether the keys of the object stand in the model's order, all known, none null. */
function isInOrder(names: readonly string[], value: Record<string, unknown>): boolean {
  let at = 0;
  for (const key in value) {
    while (at < names.length && names[at] !== key) at += 1;
    if (at === names.length || value[key] === null) return false;
  }
  return true;
}

/** Puts the members themselves into form; undefined when none of them had to change. */
function changedMembers(shape: Shape, value: Record<string, unknown>): Record<string, unknown> | undefined {
  let changed: Record<string, unknown> | undefined;
  for (const key in value) {
    const member = shape.members.get(key);
    if (member === undefined || isPlain(member) || value[key] === undefined) continue;
    const written = write(member, value[key]);
    if (written === value[key]) continue;
    changed ??= { ...value };
    changed[key] = written;
  }
  return changed;
}

function writeStructure(shape: Shape, value: Record<string, unknown>): Record<string, unknown> {
  if (shape.document) return value;
  // Most of the simulator's answers are in order already; then nothing is copied.
  if (isInOrder(shape.memberNames, value)) return changedMembers(shape, value) ?? value;
  const result: Record<string, unknown> = {};
  for (const [name, member] of shape.members) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined && given !== null) result[name] = isPlain(member) ? given : write(member, given);
  }
  return result;
}

function isPlain(shape: Shape): boolean {
  return shape.type !== "structure" && shape.type !== "list";
}

function writeList(element: Shape, items: readonly unknown[]): readonly unknown[] {
  if (isPlain(element)) return items;
  let changed: unknown[] | undefined;
  for (let at = 0; at < items.length; at += 1) {
    const written = write(element, items[at]);
    if (written === items[at]) continue;
    changed ??= items.slice();
    changed[at] = written;
  }
  return changed ?? items;
}

function write(shape: Shape, value: unknown): unknown {
  if (shape.type === "structure") return writeStructure(shape, value as Record<string, unknown>);
  if (shape.type === "list") return writeList(shape.element as Shape, value as readonly unknown[]);
  return value;
}

/**
 * An output in AWS's order. What is given is not changed; parts that are in order already are shared. Absent members
 * may still be there as `undefined`, which JSON leaves out.
 */
export function writeOutput(shape: Shape, output: Record<string, unknown>): Record<string, unknown> {
  return writeStructure(shape, output);
}

/** A copy of plain data without members that are undefined, for those who look at keys. */
export function withoutAbsent<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutAbsent) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutAbsent(item)])) as Value;
}
