/**
 * What may stand in the list of a field of an event pattern: a value, or one of EventBridge's comparisons. Each becomes a
 * question about one value of the event. Source: EventBridge User Guide, comparison operators; AWS's Event Ruler (checked 2026-11-29).
 */
import { fault, textOf } from "./pattern-faults.ts";

/** Any JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** Whether one value of an event fits; `undefined` stands for a field that the event lacks. */
export type Matcher = (value: Json | undefined) => boolean;

/** True for a JSON object. */
export function isObject(value: Json | undefined): value is { readonly [member: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The question that one entry of a list asks. */
export function matcherOf(entry: Json): Matcher {
  if (Array.isArray(entry)) return fault("Match value must be String, number, true, false, or null");
  if (!isObject(entry)) return (value) => value === entry;
  const [[name, argument] = [], ...more] = Object.entries(entry);
  if (name === undefined) return fault("Match expression name not found");
  const make = Object.hasOwn(MATCHERS, name) ? MATCHERS[name] : undefined;
  if (make === undefined) return fault(`Unrecognized match type ${name}`);
  const matcher = make(argument as Json);
  return more.length === 0 ? matcher : fault("Only one key allowed in match expression");
}

const MATCHERS: Readonly<Record<string, (argument: Json) => Matcher>> = {
  prefix: (argument) => edge(argument, "prefix", (value, text) => value.startsWith(text)),
  suffix: (argument) => edge(argument, "suffix", (value, text) => value.endsWith(text)),
  "equals-ignore-case": (argument) => {
    const text = textOf(argument, "equals-ignore-case").toLowerCase();
    return ofText((value) => value.toLowerCase() === text);
  },
  wildcard: (argument) => wildcard(textOf(argument, "wildcard")),
  exists: (argument) =>
    typeof argument === "boolean"
      ? (value) => (value !== undefined) === argument
      : fault("exists match pattern must be either true or false."),
  numeric: (argument) => numeric(argument),
  cidr: (argument) => cidr(textOf(argument, "prefix")),
  "anything-but": (argument) => anythingBut(argument),
};

function ofText(fits: (value: string) => boolean): Matcher {
  return (value) => typeof value === "string" && fits(value);
}

/** `{"prefix": "a"}`, or `{"prefix": {"equals-ignore-case": "a"}}`. */
function edge(argument: Json, name: string, fits: (value: string, text: string) => boolean): Matcher {
  const entries = isObject(argument) ? Object.entries(argument) : [];
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "equals-ignore-case") {
    const text = textOf(first[1], "equals-ignore-case").toLowerCase();
    return ofText((value) => fits(value.toLowerCase(), text));
  }
  const text = textOf(argument, name);
  return ofText((value) => fits(value, text));
}

/** `*` stands for any text, `\*` for a star. */
function wildcard(text: string): Matcher {
  let source = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter === "*") {
      if (text[at + 1] === "*") fault(`Consecutive wildcard characters at pos ${at + 1}`);
      source += ".*";
    } else if (letter === "\\") {
      at += 1;
      const next = text[at];
      if (next !== "*" && next !== "\\") fault(`Invalid escape character at pos ${at}`);
      source += `\\${next}`;
    } else source += letter.replace(/[.+^${}()|[\]?/]/, "\\$&");
  }
  const expression = new RegExp(`^${source}$`, "s");
  return ofText((value) => expression.test(value));
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "=": (value, limit) => value === limit,
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
};

/** `["=", 5]`, `[">", 0]`, `[">", 0, "<=", 5]`. */
function numeric(argument: Json): Matcher {
  if (!Array.isArray(argument)) return fault("Value of numeric must be an array.");
  const [operator, limit, second, top, ...more] = argument as readonly Json[];
  const low = comparison(operator, limit);
  if (second === undefined) return low;
  if (String(operator).startsWith("<") || operator === "=" || more.length > 0) {
    return fault("Too many elements in numeric expression");
  }
  if (!String(second).startsWith("<")) return fault(`Bad numeric range operator: ${String(second)}`);
  const high = comparison(second, top);
  if ((limit as number) >= (top as number)) return fault("Bottom must be less than top");
  return (value) => low(value) && high(value);
}

function comparison(operator: Json | undefined, limit: Json | undefined): Matcher {
  if (typeof operator !== "string") return fault(`Invalid member in numeric match: ${String(operator)}`);
  const compare = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (compare === undefined) return fault(`Unrecognized numeric range operator: ${operator}`);
  if (typeof limit !== "number") {
    return fault(`Value of ${operator === "=" ? "equals" : operator} must be numeric`);
  }
  return (value) => typeof value === "number" && compare(value, limit);
}

/** Simplified: blocks of IPv4 only; AWS compares IPv6 addresses, too. */
function cidr(text: string): Matcher {
  const [address = "", length, ...more] = text.split("/");
  if (length === undefined || more.length > 0) return fault("Malformed CIDR, one '/' required");
  const bits = Number(length);
  const base = addressNumber(address);
  if (base === undefined) return fault(`Nonstandard IP address: ${address}`);
  if (!/^\d+$/.test(length) || bits > 32) return fault("Malformed CIDR, mask bits must be an integer");
  const size = 2 ** (32 - bits);
  return ofText((value) => {
    const number = addressNumber(value);
    return number !== undefined && Math.floor(number / size) === Math.floor(base / size);
  });
}

function addressNumber(text: string): number | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}

/** Comparisons that may stand behind `anything-but`, each with what it says of a value that is no text. */
const NEGATED: ReadonlySet<string> = new Set(["prefix", "suffix", "equals-ignore-case", "wildcard"]);

/** A value that is there and is none of these. */
function anythingBut(argument: Json): Matcher {
  if (isObject(argument)) {
    const [[name = "", inner = null] = []] = Object.entries(argument);
    if (!NEGATED.has(name)) return fault(`Unsupported anything-but pattern: ${name}`);
    const forbidden = forbiddenTexts(name, inner).map((text) => matcherOf({ [name]: text }));
    return (value) => value !== undefined && !forbidden.some((fits) => fits(value));
  }
  const list: readonly Json[] = Array.isArray(argument) ? argument : [argument as Json];
  const types = new Set(list.map((each) => typeof each));
  if (list.some((each) => typeof each !== "string" && typeof each !== "number")) {
    return Array.isArray(argument)
      ? fault("Inside anything but list, start|null|boolean is not supported.")
      : fault("Value of anything-but must be an array or single string/number value.");
  }
  if (list.length === 0) return fault("Empty arrays are not allowed");
  if (types.size > 1) {
    return fault("Inside anything but list, either all values are number or string, mixed type is not supported");
  }
  return (value) => value !== undefined && !list.includes(value);
}

function forbiddenTexts(name: string, inner: Json): readonly string[] {
  const list = Array.isArray(inner) ? (inner as readonly Json[]) : [inner];
  if (list.every((text): text is string => typeof text === "string" && (text !== "" || name === "wildcard")))
    return list;
  if (name === "equals-ignore-case") {
    return fault("Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.");
  }
  return list.includes("")
    ? fault("Null prefix/suffix not allowed")
    : fault("prefix/suffix match pattern must be a string");
}
