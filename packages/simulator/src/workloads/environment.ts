/**
 * The environment variables that a container gets: from environment files, by the definition, by RunTask, and from secrets
 * without their values.
 */
import type { ContainerOverride } from "../model/ecs.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";

/** One variable of a container. */
export interface Variable {
  readonly name: string;
  /** Which of the lists it comes from. */
  readonly source: "file" | "environment" | "override" | "secret";
  /** What it says; where a secret's value comes from, never the value itself. */
  readonly shown: string;
}

/**
 * Variables in the order of the definition, those of files first; what RunTask gives replaces what the definition says, and
 * the definition wins over files.
 * @param files variables of the environment files that were read
 */
export function environmentOf(
  container: ContainerDefinition,
  override?: ContainerOverride,
  files: FileVariables = {},
): Variable[] {
  const variables = new Map<string, Variable>();
  for (const [name, value] of Object.entries(files)) variables.set(name, { name, source: "file", shown: value });
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

/** What environment files gave a container, by name. */
type FileVariables = Readonly<Record<string, string>>;

const NO_VALUES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * The variables as the process reads them, by name.
 * Simplified: a secret reads as `(secret)`, because no secret of the simulator has a value; in AWS it reads as it is.
 */
export function valuesOf(
  container: ContainerDefinition,
  override?: ContainerOverride,
  files?: FileVariables,
): Readonly<Record<string, string>> {
  if (!container.environment && !container.secrets && !override?.environment && !files) return NO_VALUES;
  const variables = environmentOf(container, override, files);
  return Object.fromEntries(
    variables.map(({ name, source, shown }) => [name, source === "secret" ? "(secret)" : shown]),
  );
}
