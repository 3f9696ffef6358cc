/**
 * Environment files: objects of Amazon S3 with one `NAME=VALUE` a line.
 * Source: API Reference, EnvironmentFile; the public agent, which reads them (checked 2026-11-29).
 */
import type { ContainerOverride } from "../model/ecs.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";

/** An object by the ARN of an environment file; undefined when the ARN names none. */
export function objectNamed(value: string): { readonly bucket: string; readonly key: string } | undefined {
  const [, bucket, key] = /^arn:aws[a-z-]*:s3:::([^/]+)\/(.+)$/.exec(value) ?? [];
  return bucket === undefined || key === undefined ? undefined : { bucket, key };
}

/** The files of a container in their order. Those that RunTask gives stand in the place of the definition's. */
export function environmentFilesOf(container: ContainerDefinition, override?: ContainerOverride): readonly string[] {
  return (override?.environmentFiles ?? container.environmentFiles ?? []).map(({ value }) => value);
}

/**
 * The variables of several files, by name; the first file that has a name decides. Lines that begin with `#`, that have no
 * `=`, or nothing on one side of it, say nothing; quotes belong to the value, and `export ` to the name.
 */
export function variablesOf(texts: readonly string[]): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const text of texts) {
    const own: Record<string, string> = {};
    for (const line of text.split(/\r?\n/)) {
      const at = line.indexOf("=");
      if (line.startsWith("#") || at <= 0 || at === line.length - 1) continue;
      own[line.slice(0, at)] = line.slice(at + 1);
    }
    for (const [name, value] of Object.entries(own)) if (!Object.hasOwn(variables, name)) variables[name] = value;
  }
  return variables;
}
