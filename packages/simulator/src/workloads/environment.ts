/**
 * The environment variables that a container gets: by the definition, by RunTask, and from secrets without their values.
 * Simplified: `environmentFiles` are kept and given back, but there is no Amazon S3 to read them from.
 */
import type { ContainerOverride } from "../model/ecs.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";

/** One variable of a container. */
export interface Variable {
  readonly name: string;
  /** Which of the three lists it comes from. */
  readonly source: "environment" | "override" | "secret";
  /** What it says; where a secret's value comes from, never the value itself. */
  readonly shown: string;
}

/** Variables in the order of the definition; what RunTask gives replaces what the definition says. */
export function environmentOf(container: ContainerDefinition, override?: ContainerOverride): Variable[] {
  const variables = new Map<string, Variable>();
  for (const { name = "", value = "" } of container.environment ?? []) {
    variables.set(name, { name, source: "environment", shown: value });
  }
  for (const { name, valueFrom } of container.secrets ?? []) {
    variables.set(name, { name, source: "secret", shown: valueFrom });
  }
  for (const { name = "", value = "" } of override?.environment ?? []) {
    variables.set(name, { name, source: "override", shown: value });
  }
  return [...variables.values()];
}

const NO_VALUES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * The variables as the process reads them, by name.
 * Simplified: a secret reads as `(secret)`, because no secret of the simulator has a value; in AWS it reads as it is.
 */
export function valuesOf(
  container: ContainerDefinition,
  override?: ContainerOverride,
): Readonly<Record<string, string>> {
  if (!container.environment && !container.secrets && !override?.environment) return NO_VALUES;
  const variables = environmentOf(container, override);
  return Object.fromEntries(
    variables.map(({ name, source, shown }) => [name, source === "secret" ? "(secret)" : shown]),
  );
}
