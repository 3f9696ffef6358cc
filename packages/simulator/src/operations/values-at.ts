/** What stands at a path of members in an input, in every item of the lists on its way. */

/** A value with its place as AWS writes places: `actions.1.member.type`. */
export interface Placed {
  readonly place: string;
  readonly value: unknown;
}

/** The values at a path. Members that are not there give none. */
export function valuesAt(value: unknown, [member, ...rest]: readonly string[], place = ""): readonly Placed[] {
  const steps = member === undefined ? [] : [member, ...rest];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => valuesAt(item, steps, `${place}.${index + 1}.member`));
  }
  if (member === undefined) return [{ place: place.slice(1), value }];
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, member)) return [];
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  return valuesAt((value as Readonly<Record<string, unknown>>)[member], rest, `${place}.${name}`);
}
