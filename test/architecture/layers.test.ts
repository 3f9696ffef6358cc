/** The layering gate: the table is sound, and every import of the repository keeps to it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkLayers, fits, layerOf, sourceFiles } from "./check-layers.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import { importsOf } from "./imports.ts";
import { LAYERS } from "./layers.ts";
import { README, withTable } from "./readme-table.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("a row of the table names only rows above itself", () => {
  const upward = LAYERS.flatMap((layer, at) =>
    (layer.below ?? [])
      .filter((name) => LAYERS.findIndex((other) => other.name === name) >= at || !LAYERS.some((o) => o.name === name))
      .map((name) => `${layer.name} -> ${name}`),
  );
  expect(upward).toEqual([]);
});

test("our packages know each other only downwards", () => {
  const order = ["simulator", "api", "linter", "grader", "widgets", "cli", "toolchain"];
  const upward = LAYERS.flatMap(({ name, paths, packages = [] }) => {
    const own = /^packages\/(\w+)\/src/.exec(paths[0] ?? "")?.[1];
    const known = packages.map((other) => /^@quayside\/(\w+)/.exec(other)?.[1]).filter((other) => other !== undefined);
    return own === undefined
      ? []
      : known.filter((o) => order.indexOf(o) >= order.indexOf(own)).map((o) => `${name} -> ${o}`);
  });
  expect(upward).toEqual([]);
});

test("the most particular row wins", () => {
  expect(layerOf("packages/simulator/src/session.ts")?.name).toBe("session");
  expect(layerOf("packages/simulator/src/kernel/agenda.ts")?.name).toBe("kernel");
  expect(layerOf("packages/grader/src/schema.ts")?.name).toBe("grader schema");
  expect(layerOf("packages/grader/src/schema.test.ts")?.name).toBe("grader schema");
  expect(layerOf("content/docs/en/lesson/lab.ts")?.name).toBe("labs");
  expect(layerOf("content/docs/en/lesson/index.mdx")?.name).toBe("lessons");
  expect(layerOf("elsewhere/a.ts")).toBeUndefined();
});

test("the gate sees the sources", () => {
  expect(sourceFiles(root)).toContain("packages/simulator/src/kernel/agenda.ts");
  expect(sourceFiles(root)).toContain("test/architecture/layers.test.ts");
});

test("every import of the repository keeps to the table", () => {
  expect(checkLayers(root).map(({ file, line, sentence }) => `${file}:${line} ${sentence}`)).toEqual([]);
});

test("a row names no package that none of its files imports, and no folder that is not there", () => {
  const used = new Map(LAYERS.map((layer) => [layer, new Set<string>()]));
  for (const file of sourceFiles(root)) {
    const layer = layerOf(file);
    if (layer === undefined) continue;
    for (const { specifier } of importsOf(file, readFileSync(join(root, file), "utf8")))
      used.get(layer)?.add(specifier);
  }
  const idle = LAYERS.flatMap((layer) => {
    const names = [...(used.get(layer) ?? [])];
    const packages = (layer.packages ?? []).filter((name) => !names.some((specifier) => fits(specifier, name)));
    return [...packages, ...layer.paths.filter((path) => !existsSync(join(root, path)))].map(
      (stale) => `${layer.name}: ${stale}`,
    );
  });
  expect(idle).toEqual([]);
});

test("every exception is needed", () => {
  const needed = checkLayers(root, []);
  const idle = EXCEPTIONS.filter(({ file }) => !needed.some((breach) => breach.file === file));
  expect(idle).toEqual([]);
  expect(needed.length).toBeGreaterThanOrEqual(EXCEPTIONS.length);
});

test("README shows the table: node test/architecture/readme-table.ts --write", () => {
  const readme = readFileSync(README, "utf8");
  expect(readme).toBe(withTable(readme));
});
