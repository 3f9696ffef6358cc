/**
 * Event patterns of EventBridge: which events a rule is for. A pattern names fields; each must have one of the values in its list.
 * Fields that it does not name do not matter. Source: EventBridge User Guide, event patterns (checked 2026-11-29).
 * Simplified: field names with dots stand for themselves; AWS also takes them for paths.
 */
import { isObject, type Json, type Matcher, matcherOf } from "./matchers.ts";
import { fault, PatternFault } from "./pattern-faults.ts";

/** A pattern that can be asked. */
export type EventPattern = (event: Json) => boolean;

/** A pattern, or the reason for which it is none, in AWS's words. */
export type CompiledPattern =
  | { readonly ok: true; readonly matches: EventPattern }
  | { readonly ok: false; readonly reason: string };

/** Asks the value at a place of the event; `undefined` where the event has nothing. */
type Question = (value: Json | undefined) => boolean;

/** Reads a pattern. */
export function compilePattern(text: string): CompiledPattern {
  let pattern: Json;
  try {
    pattern = JSON.parse(text) as Json;
  } catch (problem) {
    return { ok: false, reason: (problem as Error).message };
  }
  try {
    return { ok: true, matches: isObject(pattern) ? fieldsOf(pattern) : fault("Filter is not an object") };
  } catch (problem) {
    if (problem instanceof PatternFault) return { ok: false, reason: problem.message };
    throw problem;
  }
}

/** All of the fields must fit; of an array of objects one object with all of them. */
function fieldsOf(pattern: { readonly [member: string]: Json }): Question {
  const entries = Object.entries(pattern);
  if (entries.length === 0) return fault("Empty objects are not allowed");
  const questions = entries.map(([name, asked]) => fieldOf(name, asked));
  const asks = (value: Json | undefined) => questions.every((question) => question(value));
  return (value) => (Array.isArray(value) && value.length > 0 ? (value as readonly Json[]).some(asks) : asks(value));
}

function fieldOf(name: string, asked: Json): Question {
  if (name === "$or" && Array.isArray(asked) && asked.length > 1 && (asked as readonly Json[]).every(isObject)) {
    const ways = asked.map(fieldsOf);
    return (value) => ways.some((way) => way(value));
  }
  const question = questionOf(name, asked);
  return (value) => question(isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
}

function questionOf(name: string, asked: Json): Question {
  if (isObject(asked)) return fieldsOf(asked);
  if (!Array.isArray(asked)) return fault(`"${name}" must be an object or an array`);
  if (asked.length === 0) return fault("Empty arrays are not allowed");
  const matchers = (asked as readonly Json[]).map(matcherOf);
  return (value) => matchers.some((matcher) => fitsLeaf(matcher, value));
}

/** Only leaves are compared. An array fits when one of its values does; an empty one is as if it were not there. */
function fitsLeaf(matcher: Matcher, value: Json | undefined): boolean {
  if (!Array.isArray(value)) return isObject(value) ? false : matcher(value);
  return value.length === 0 ? matcher(undefined) : (value as readonly Json[]).some((each) => fitsLeaf(matcher, each));
}
