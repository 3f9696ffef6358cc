/**
 * Biome notices what it is for: the tree of canaries (test/fixtures/canary) is judged by the repository's own
 * configuration, and each breach must be found where it is.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "@quayside/toolchain/run-process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const canary = join(root, "test/fixtures/canary");

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
