/**
 * Reads JSON of any shape as a value of a known one: members of the wrong type are left out and reported as faults, so
 * that rules never meet a wrong type. Recursion goes as deep as the known shape, never as deep as the JSON.
 */

/** Where a node stands: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[];

/** A node that is not what the API's model says: of another type, or not in the model at all. */
export interface Fault {
  readonly kind: "type" | "unknown";
  readonly path: Path;
}

/** What reading leaves behind: the faults so far, and the path of the node being read. */
class Reading {
  readonly faults: Fault[] = [];
  readonly path: (string | number)[] = [];

  fault(kind: Fault["kind"]): undefined {
    this.faults.push({ kind, path: [...this.path] });
    return undefined;
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
}

type Read<S> = S extends Shape<infer T> ? T : never;
type Members<M> = { readonly [Name in keyof M]?: Read<M[Name]> };

function scalar<T>(filler: T, fits: (value: unknown) => boolean): Shape<T> {
  return { filler, read: (value, reading) => (fits(value) ? (value as T) : reading.fault("type")) };
}

/** A string. */
export const text = scalar("", (value) => typeof value === "string");
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
      return Array.from(value, (item, index) => reading.inside(index, element, item) ?? element.filler);
    },
  };
}

/** Any keys, strings as values. */
export const texts: Shape<ReadonlyMap<string, string>> = {
  filler: new Map(),
  read: (value, reading) => {
    if (!isObject(value)) return reading.fault("type");
    const entries = new Map<string, string>();
    for (const key of Object.keys(value)) {
      const item = isAbsent(value[key]) ? undefined : reading.inside(key, text, value[key]);
      if (item !== undefined) entries.set(key, item);
    }
    return entries;
  },
};

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
        else result[key] = reading.inside(key, shape, value[key]);
      }
      return result as Members<M>;
    },
  };
}

/** What a member is read as that the model does not have. */
const UNKNOWN: Shape<undefined> = { filler: undefined, read: (_value, reading) => reading.fault("unknown") };

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

/** Reads a value; gives the filler of the shape when the value itself is of another type. */
export function readAs<T>(shape: Shape<T>, value: unknown): { readonly value: T; readonly faults: readonly Fault[] } {
  const reading = new Reading();
  return { value: shape.read(value, reading) ?? shape.filler, faults: reading.faults };
}
