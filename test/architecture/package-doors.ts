/**
 * The doors of packages: what `exports` lets in, and the settings by which a name could come to mean another file than
 * the gate thinks: `imports` of a package, `paths` and the like of TypeScript.
 */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** By the name of a package the entries that it exports; undefined or missing: it names none. */
export type Doors = ReadonlyMap<string, readonly string[] | undefined>;

interface Description {
  name: string;
  exports?: Record<string, unknown>;
  imports?: unknown;
}

const SETTINGS = ["paths", "baseUrl", "rootDirs", "rootDir"] as const;

function descriptions(root: string, files: readonly string[]): { file: string; description: Description }[] {
  const found = files.filter((file) => /^packages\/[^/]+\/package\.json$/.test(file) || file === "package.json");
  return found.map((file) => ({ file, description: JSON.parse(readFileSync(join(root, file), "utf8")) }));
}

/** The doors of the packages of a tree. */
export function doorsOf(root: string, files: readonly string[]): Doors {
  return new Map(
    descriptions(root, files).map(({ description: { name, exports } }) => [
      name,
      exports === undefined ? undefined : Object.keys(exports),
    ]),
  );
}

/** Settings of a tree that make a name mean something else. */
export function brokenDoors(
  root: string,
  files: readonly string[],
): { file: string; line: number; sentence: string }[] {
  const inPackages = descriptions(root, files).flatMap(({ file, description }) => {
    const targets = Object.values(description.exports ?? {});
    const outside = targets.filter(
      (target) => typeof target !== "string" || !posix.normalize(target).startsWith("src/"),
    );
    return [
      ...(description.imports === undefined ? [] : ['has "imports": a name with # hides what it means']),
      ...outside.map((target) => `exports ${JSON.stringify(target)}, which is no file in its src/`),
    ].map((sentence) => ({ file, line: 1, sentence }));
  });
  const inSettings = files
    .filter((file) => /(?:^|\/)[tj]sconfig[^/]*\.json$/.test(file))
    .flatMap((file) => {
      const { config } = ts.parseConfigFileTextToJson(file, readFileSync(join(root, file), "utf8"));
      const options = (config as { compilerOptions?: Record<string, unknown> } | undefined)?.compilerOptions ?? {};
      return SETTINGS.filter((name) => options[name] !== undefined).map((name) => ({
        file,
        line: 1,
        sentence: `sets "${name}": an import must mean what it says`,
      }));
    });
  return [...inPackages, ...inSettings];
}
