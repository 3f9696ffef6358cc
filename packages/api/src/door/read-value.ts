/** Reads plain values that come from outside, one by one. What is not as it should be is refused with its place, in a sentence. */
import { RunRefused } from "@quayside/simulator";

/** The members of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Deepest nesting. AWS's shapes stay far below. */
const MAX_DEPTH = 64;

/** Refuses a value: `place` is a member such as `commands[2].atMs`, `why` the end of the sentence. */
export function refuse(place: string, why: string): never {
  throw new RunRefused(`${place} ${why}.`, { place });
}

/** Refuses what no program of ours writes and some programs stumble over: prototypes as members, deep nesting. */
export function refuseTricks(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      throw new RunRefused(`It is nested deeper than ${MAX_DEPTH} levels.`, { place: "nesting" });
    }
    const objects = level.filter((each): each is object => typeof each === "object" && each !== null);
    if (objects.some((each) => Object.hasOwn(each, "__proto__"))) {
      throw new RunRefused("It has a member __proto__, which nothing of ours has.", { place: "__proto__" });
    }
    level = objects.flatMap((each) => Object.values(each) as unknown[]);
  }
}

/**
 * The members of an object.
 * @param known the members that it may have; without a list, any
 */
export function fieldsOf(value: unknown, place: string, known?: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(place, "is not a JSON object");
  const stranger =
    known && Object.entries(value).find(([name, member]) => member !== undefined && !known.includes(name));
  if (stranger !== undefined) refuse(memberOf(place, stranger[0]), `is unknown; known are ${known?.join(", ")}`);
  return value as Fields;
}

/** A list with at most so many entries. */
export function listOf(value: unknown, place: string, most = Number.POSITIVE_INFINITY): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(place, "is not a list");
  if (value.length > most)
    throw new RunRefused(`${place} has more than ${most} entries.`, { fault: "too-long", place });
  return value;
}

/** A text that is not empty and, where a form is given, has it. */
export function textOf(value: unknown, place: string, form?: { readonly is: RegExp; readonly like: string }): string {
  if (typeof value !== "string" || value === "") return refuse(place, "is not a text");
  if (form !== undefined && !form.is.test(value)) refuse(place, `is not of the form ${form.like}`);
  return value;
}

/** One of a few texts. */
export function oneOf<Word extends string>(value: unknown, place: string, words: readonly Word[]): Word {
  return words.find((word) => word === value) ?? refuse(place, `is none of ${words.join(", ")}`);
}

/** A number from 0, or from `least`, to `most`. */
export function numberUpTo(value: unknown, most: number, place: string, least = 0): number {
  const isInside = typeof value === "number" && value >= least && value <= most;
  return isInside ? value : refuse(place, `is not a number from ${least} to ${most}`);
}

/** The same, without a fraction. */
export function wholeUpTo(value: unknown, most: number, place: string, least = 0): number {
  const isInside = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return isInside ? (value as number) : refuse(place, `is not a whole number from ${least} to ${most}`);
}

/** The same name as a member of a place; the outermost value has no name of its own. */
export function memberOf(place: string, name: string): string {
  return place === WHOLE ? name : `${place}.${name}`;
}

/** What the outermost value of a file is called in a sentence. */
export const WHOLE = "The run";
