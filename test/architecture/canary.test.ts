/**
 * The gates notice what they are for: a tree in which every file breaks one rule (test/fixtures/canary) is judged by
 * the same table and the same Biome configuration as the repository, and each breach must be found where it is.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "@quayside/toolchain/run-process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLayers } from "./check-layers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const canary = join(root, "test/fixtures/canary");

describe("the layering gate notices", () => {
  const breaches = checkLayers(canary);

  test.each([
    ["an upward import", "packages/simulator/src/kernel/upward-value.ts", 2, "kernel may not know model"],
    ["an upward import of a type", "packages/simulator/src/kernel/upward-type.ts", 2, "kernel may not know model"],
    [
      "an import inside of a type",
      "packages/simulator/src/kernel/upward-type-query.ts",
      2,
      "kernel may not know model",
    ],
    ["a dynamic import", "packages/simulator/src/kernel/upward-dynamic.ts", 2, "kernel may not know model"],
    ["an import that is passed on", "packages/simulator/src/kernel/upward-export.ts", 2, "kernel may not know model"],
    ["Node in the simulator", "packages/simulator/src/kernel/reads-files.ts", 2, 'imports "node:fs"'],
    ["XState outside of the charts", "packages/simulator/src/operations/uses-xstate.ts", 2, 'imports "xstate"'],
    ["an undeclared package", "packages/simulator/src/operations/undeclared.ts", 2, 'imports "effect"'],
    ["a relative path into another package", "packages/api/src/reaches-over.ts", 2, "import it by its name"],
    ["a package above", "packages/api/src/knows-grader.ts", 2, 'imports "@quayside/grader"'],
    ["zod where the page would load it", "packages/grader/src/loads-zod.ts", 2, 'imports "zod"'],
    ["the toolchain in what ships", "packages/widgets/src/uses-toolchain.ts", 2, 'imports "@quayside/toolchain'],
    ["Monaco outside of the editor", "packages/widgets/src/map/loads-monaco.ts", 2, 'imports "monaco-editor"'],
    ["a part that knows its lab", "packages/widgets/src/map/knows-lab.ts", 2, "widget parts may not know lab"],
    ["a part that knows another", "packages/widgets/src/timeline/knows-map.ts", 2, "do not know each other"],
    ["a lab that goes around the grader", "content/docs/en/01-part/01-lesson/lab.ts", 2, 'imports "@quayside/api/cli"'],
    ["a lesson that takes code", "content/docs/en/01-part/01-lesson/index.mdx", 6, "import it by its name"],
    ["a page that reaches into a package", "src/pages/index.astro", 3, "import it by its name"],
    ["the same in a script of a page", "src/pages/index.astro", 7, "import it by its name"],
    ["a folder without a layer", "packages/attic/src/forgotten.ts", 1, "belongs to no layer"],
  ])("%s", (_what, file, line, sentence) => {
    expect(breaches.filter((breach) => breach.file === file && breach.line === line)).toEqual([
      { file, line, sentence: expect.stringContaining(sentence) },
    ]);
  });

  test("nothing else", () => {
    expect(breaches).toHaveLength(20);
  });
});

/** The members in use of `biome lint --reporter=json`. */
interface BiomeReport {
  diagnostics: { category: string; severity: string; location: { path: string | { file: string } } }[];
}

describe("Biome notices", () => {
  const found = new Map<string, string[]>();
  let copy: string;

  beforeAll(async () => {
    // Inside of the repository the canaries are left out, so they are judged as a repository of their own.
    copy = mkdtempSync(join(tmpdir(), "quayside-canary-"));
    cpSync(canary, copy, { recursive: true });
    cpSync(join(root, ".biome.json"), join(copy, ".biome.json"));
    const { output } = await runProcess({
      program: "node_modules/@biomejs/biome/bin/biome",
      args: ["lint", "--reporter=json", "--max-diagnostics=none", "--vcs-enabled=false", `--config-path=${copy}`, copy],
      limitMs: 60_000,
    });
    const report = JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as BiomeReport;
    for (const { category, location, severity } of report.diagnostics) {
      if (severity !== "error") continue;
      const path = typeof location.path === "string" ? location.path : location.path.file;
      const file = path.replaceAll("\\", "/").split("/src/").at(-1) as string;
      found.set(file, [...(found.get(file) ?? []), category]);
    }
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  test.each([
    ["a circle of imports", "kernel/circle-a.ts", "lint/suspicious/noImportCycles"],
    ["a circle of types", "kernel/type-circle-a.ts", "lint/suspicious/noImportCycles"],
    ["the wall clock", "kernel/asks-the-time.ts", "lint/style/noRestrictedGlobals"],
    ["the wall clock behind globalThis", "kernel/hides-the-time.ts", "lint/style/noRestrictedGlobals"],
    ["a timer", "kernel/waits.ts", "lint/style/noRestrictedGlobals"],
    ["the network", "kernel/asks-the-net.ts", "lint/style/noRestrictedGlobals"],
    ["the DOM", "kernel/touches-the-page.ts", "lint/style/noRestrictedGlobals"],
    ["Math.random", "kernel/rolls-dice.ts", "lint/nursery/noJsRestrictedProperties"],
    ["Math.random taken apart", "kernel/rolls-hidden-dice.ts", "lint/nursery/noJsRestrictedProperties"],
    ["Math.random in the grader", "rolls-dice.ts", "lint/nursery/noJsRestrictedProperties"],
    ["an undeclared package", "operations/undeclared.ts", "lint/correctness/noUndeclaredDependencies"],
    ["a file name that is not kebab-case", "BadName.ts", "lint/style/useFilenamingConvention"],
    ["an enum", "kinds.ts", "lint/style/noEnum"],
    ["a function beyond the wall", "long-function.ts", "lint/complexity/noExcessiveLinesPerFunction"],
    ["a test that runs alone", "only.test.ts", "lint/suspicious/noFocusedTests"],
  ])("%s", (_what, file, rule) => {
    expect(found.get(file) ?? []).toContain(rule);
  });

  test("nothing in the files that keep the rules", () => {
    expect(found.get("model/rows.ts")).toBeUndefined();
    expect(found.get("controllers/allowed.ts")).toBeUndefined();
  });
});
