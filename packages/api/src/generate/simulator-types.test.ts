/** The simulator's types of AWS's operations are those of the generated model. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simulatorTypes, TYPES_FOLDER } from "./simulator-types.ts";

const folder = join(import.meta.dirname, "../../../..", TYPES_FOLDER);

test("are up to date: node packages/api/src/generate/generate-types.ts", () => {
  const files = simulatorTypes();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), "utf8"), name).toBe(text);
});

test("know what must be given, what is a list or a map, and the values of what only AWS says", () => {
  const { "ecs.ts": ecs = "" } = simulatorTypes();
  for (const line of ["readonly taskDefinition: string;", "readonly containers?: readonly Container[];"]) {
    expect(ecs).toContain(line);
  }
  expect(ecs).toContain('readonly healthStatus?: "HEALTHY" | "UNHEALTHY" | "UNKNOWN";');
  expect(ecs).toContain("readonly dockerLabels?: { readonly [key: string]: string };");
  // A caller may send any text.
  expect(ecs).toContain("readonly launchType?: string;");
});
