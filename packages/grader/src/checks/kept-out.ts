/** A requirement on the whole of a definition: what must not be written down in it. */
import type { Requirement, TaskDefinition } from "./requirements.ts";

/** The definition says this text nowhere: in no variable, command, label or option. */
export function keepsOut(secretText: string): Requirement {
  const placeOf = (definition: TaskDefinition) => placesOf(definition, secretText, "")[0];
  const nowhere = "nowhere";
  return {
    field: JSON.stringify(secretText),
    wanted: nowhere,
    found: (definition) => {
      const place = placeOf(definition);
      return place === undefined ? nowhere : `in ${place}`;
    },
    holds: (definition) => placeOf(definition) === undefined,
  };
}

/** Paths of all texts that hold this one: `containerDefinitions[0].environment[2].value`. */
function placesOf(value: unknown, wanted: string, path: string): string[] {
  if (typeof value === "string") return value.includes(wanted) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? `[${key}]` : `${path === "" ? "" : "."}${key}`;
    return placesOf(inner, wanted, path + step);
  });
}
