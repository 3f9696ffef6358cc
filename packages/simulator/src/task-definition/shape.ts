/**
 * Reads JSON of any shape as a value of a known one: members of the wrong type are reported as faults and not known, so
 * that rules never meet a wrong type. Recursion goes as deep as the known shape, never as deep as the JSON.
 */

/** Where a node stands: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[];

/** A node that is not what the API's model says: of another type, or not in the model at all. */
export interface Fault {
  readonly kind: "type" | "unknown";
  readonly path: Path;
}

/**
 * Stands in JSON for a value that nobody knows yet, such as a placeholder in a template. A rule that reads it gets
 * nothing, and `Unknowns` keeps that it asked.
 */
export const NOT_KNOWN: unique symbol = Symbol("not known");

/** Whether a value that is not known was asked for since this was last set to false; the names of things apart. */
export interface Unknowns {
  wereRead: boolean;
  namesWereRead: boolean;
}

/** What reading leaves behind: the faults so far, and the path of the node being read. */
class Reading {
  readonly faults: Fault[] = [];
  readonly unknowns: Unknowns = { wereRead: false, namesWereRead: false };
  readonly path: (string | number)[] = [];

  fault(kind: Fault["kind"]): undefined {
    this.faults.push({ kind, path: [...this.path] });
    return undefined;
  }

  /** Puts a member in its place whose value is not known: `filler` is what a reader gets. */
  hide(target: object, key: string | number, filler: unknown, isName = false): void {
    const { unknowns } = this;
    const get = () => {
      if (isName) unknowns.namesWereRead = true;
      else unknowns.wereRead = true;
      return filler;
    };
    Object.defineProperty(target, key, { enumerable: true, configurable: true, get });
  }

  /** Reads a node one level further down. */
  inside<T>(part: string | number, shape: Shape<T>, value: unknown): T | undefined {
    this.path.push(part);
    const result = shape.read(value, this);
    this.path.pop();
    return result;
  }
}

/** A known shape. `filler` stands in a list for an element of the wrong type, so that the others keep their index. */
export interface Shape<T> {
  readonly filler: T;
  readonly read: (value: unknown, reading: Reading) => T | undefined;
  /** What a message calls the thing while its name is not known. */
  readonly nameless?: T;
}

type Read<S> = S extends Shape<infer T> ? T : never;
type Members<M> = { readonly [Name in keyof M]?: Read<M[Name]> };

function scalar<T>(filler: T, fits: (value: unknown) => boolean): Shape<T> {
  return { filler, read: (value, reading) => (fits(value) ? (value as T) : reading.fault("type")) };
}

/** A string. */
export const text = scalar("", (value) => typeof value === "string");
/** A string that names a thing in messages: most rules only pass it on. */
export const label: Shape<string> = { ...text, nameless: "…" };
/** A whole number. */
export const whole = scalar(0, Number.isInteger);
/** `true` or `false`. */
export const flag = scalar(false, (value) => typeof value === "boolean");

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list of one shape. */
export function list<T>(element: Shape<T>): Shape<readonly T[]> {
  return {
    filler: [],
    read: (value, reading) => {
      if (!Array.isArray(value)) return reading.fault("type");
      // Unlike `map`, this makes something of the holes that a list can have outside of JSON.
      const items = Array.from(value, (item, index) =>
        item === NOT_KNOWN ? element.filler : (reading.inside(index, element, item) ?? element.filler),
      );
      for (const [index, item] of value.entries()) if (item === NOT_KNOWN) reading.hide(items, index, element.filler);
      return items;
    },
  };
}

/** Any keys, strings as values. */
export const texts: Shape<ReadonlyMap<string, string>> = {
  filler: new Map(),
  read: (value, reading) => {
    if (!isObject(value)) return reading.fault("type");
    const someHidden = Object.values(value).includes(NOT_KNOWN);
    const entries = someHidden ? new PartlyKnown(reading.unknowns) : new Map<string, string>();
    for (const key of Object.keys(value)) {
      const isHidden = value[key] === NOT_KNOWN;
      if (isHidden) entries.set(key, "");
      const item = isHidden || isAbsent(value[key]) ? undefined : reading.inside(key, text, value[key]);
      if (item !== undefined) entries.set(key, item);
    }
    return entries;
  },
};

/** Texts of which some are not known: their keys are, so only a look at the values counts. */
class PartlyKnown extends Map<string, string> {
  readonly #unknowns: Unknowns;

  constructor(unknowns: Unknowns) {
    super();
    this.#unknowns = unknowns;
  }

  override get(key: string): string | undefined {
    this.#unknowns.wereRead = true;
    return super.get(key);
  }

  override values(): MapIterator<string> {
    this.#unknowns.wereRead = true;
    return super.values();
  }

  override entries(): MapIterator<[string, string]> {
    this.#unknowns.wereRead = true;
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}

/** An object with these members, each of which may be absent. `null` counts as absent, as in the service. */
export function struct<M extends Record<string, Shape<unknown>>>(members: M): Shape<Members<M>> {
  return {
    filler: {} as Members<M>,
    read: (value, reading) => {
      if (!isObject(value)) return reading.fault("type");
      const result: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        if (isAbsent(value[key])) continue;
        const shape = Object.hasOwn(members, key) ? members[key] : undefined;
        if (shape === undefined) reading.inside(key, UNKNOWN, undefined);
        else {
          const read = value[key] === NOT_KNOWN ? undefined : reading.inside(key, shape, value[key]);
          // What was meant by a value of the wrong type is not known either.
          if (read === undefined) reading.hide(result, key, shape.nameless, shape.nameless !== undefined);
          else result[key] = read;
        }
      }
      return result as Members<M>;
    },
  };
}

/** What a member is read as that the model does not have. */
const UNKNOWN: Shape<undefined> = { filler: undefined, read: (_value, reading) => reading.fault("unknown") };

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

/** What reading a value gives. */
export interface WhatWasRead<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
  readonly unknowns: Unknowns;
}

/** Reads a value; gives the filler of the shape when the value itself is of another type. */
export function readAs<T>(shape: Shape<T>, value: unknown): WhatWasRead<T> {
  const reading = new Reading();
  return { value: shape.read(value, reading) ?? shape.filler, faults: reading.faults, unknowns: reading.unknowns };
}
