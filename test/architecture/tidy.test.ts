/** The conventions, checked over the whole repository, and proof for each rule that it can fail. */
import { globSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listSimplifications } from "@quayside/toolchain/list-simplifications";
import { describe, expect, test } from "vitest";
import { entryPoints, undocumented } from "./docstrings.ts";
import { GENERATED } from "./layers.ts";
import { treeOf } from "./source-tree.ts";
import { RULES, tidy } from "./tidy-rules.ts";

const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
const TEXTS = /^(?:packages|src|content|test|\.ci)\/|^[^/]+\.(?:ts|mjs|json|md)$/;

/** The members of Biome's configuration that forbid names. */
interface BiomeConfig {
  overrides: {
    linter: {
      rules: {
        style?: { noRestrictedGlobals?: { options: { deniedGlobals: Record<string, string> } } };
        nursery?: { noJsRestrictedProperties?: { options: { entries: { property: string; message?: string }[] } } };
      };
    };
  }[];
}

function ourTexts(): string[] {
  return treeOf(root)
    .map(({ path }) => path)
    .filter((path) => TEXTS.test(path) && !GENERATED.test(path) && path !== "package-lock.json")
    .filter((path) => !/\.(?:png|webp|ico|woff2|wasm|gz)$/.test(path));
}

describe("the repository keeps the convention", () => {
  const findings = ourTexts().flatMap((file) => tidy(file, readFileSync(join(root, file), "utf8")));

  test.each(Object.keys(RULES))("%s", (rule) => {
    const broken = findings.filter((finding) => finding.rule === rule);
    expect(broken.map(({ file, line, sentence }) => `${file}:${line} ${sentence}`)).toEqual([]);
  });

  test("docstring: what a package exports is described", () => {
    const files = globSync("packages/*", { cwd: root }).flatMap((folder) => entryPoints(join(root, folder)));
    expect(undocumented(files, root).map(({ file, line, name }) => `${file}:${line} ${name}`)).toEqual([]);
  });

  test("simplification: each one says something", () => {
    const list = listSimplifications(root);
    expect(list.length).toBeGreaterThan(0);
    expect(list.filter(({ text }) => text.length < 20)).toEqual([]);
  });

  test("replacement: a name that Biome forbids says what to use instead", () => {
    const config = JSON.parse(readFileSync(join(root, ".biome.json"), "utf8")) as BiomeConfig;
    const rules = config.overrides.map((override) => override.linter.rules);
    const messages = rules.flatMap(({ style, nursery }) => [
      ...Object.entries(style?.noRestrictedGlobals?.options.deniedGlobals ?? {}),
      ...(nursery?.noJsRestrictedProperties?.options.entries ?? []).map((entry) => [entry.property, entry.message]),
    ]);
    expect(messages.length).toBeGreaterThan(20);
    expect(messages.filter(([, message]) => !/^[A-Z].{15,}\.$/.test(message ?? ""))).toEqual([]);
  });
});

describe("the rule", () => {
  const HEADER = "/** Models a thing. */\n";
  const lines = (count: number) => "x;\n".repeat(count);
  // Written in parts, so that this file does not break the rules itself.
  const mark = ["TO", "DO"].join("");
  const path = ["", "work", "main", "x"].join("/");
  const quiet = (word: string) => `${HEADER}${["test", word].join(".")}("a", () => {});`;

  test.each([
    ["opening-comment", "packages/api/src/a.ts", "export {};"],
    ["opening-comment", "src/pages/a.astro", "---\nconst a = 1;\n---\n<p></p>"],
    ["file-length", "packages/api/src/a.ts", HEADER + lines(400)],
    ["file-length", "packages/api/src/a.ts", HEADER + lines(300)],
    ["kebab-case", "content/docs/En/a.mdx", ""],
    ["kebab-case", "src/components/my_part.astro", "---\n// A part.\n---\n"],
    ["telling-name", "packages/api/src/utils.ts", HEADER],
    ["telling-name", "packages/api/src/common/a.ts", HEADER],
    ["telling-name", "packages/api/src/task-helper.ts", HEADER],
    ["unfinished", "packages/api/src/a.ts", `${HEADER}// ${mark}: later`],
    ["quiet-test", "packages/api/src/a.test.ts", quiet("skip")],
    ["quiet-test", "packages/api/src/a.test.ts", quiet("only")],
    ["quiet-test", "packages/api/src/a.test.ts", quiet("todo")],
    ["quiet-test", "packages/api/src/a.test.ts", quiet("skipIf(true)")],
    ["machine-path", "content/docs/en/a.mdx", `See ${path}.`],
    ["cited-constant", "packages/simulator/src/model/a.ts", `${HEADER}/** A limit. */\nexport const LIMIT = 3;`],
  ])("%s finds its breach in %s", (rule, file, text) => {
    expect(tidy(file, text).map((finding) => finding.rule)).toEqual([rule]);
  });

  test.each([
    ["a shebang before the comment", "packages/cli/src/bin.mjs", `#!/usr/bin/env node\n${HEADER}`],
    ["a file of 300 lines", "packages/api/src/a.ts", HEADER + lines(299)],
    ["a long file that says why", "packages/api/src/a.ts", `/** Long because it is one table. */\n${lines(350)}`],
    ["a page of Astro's", "src/pages/[...slug].astro", "---\n// A page.\n---\n"],
    ["the word in a name", "packages/api/src/command-utility-belt.ts", HEADER],
    ["a test that runs", "packages/api/src/a.test.ts", quiet("each([1])")],
    [
      "a source",
      "packages/simulator/src/model/a.ts",
      `${HEADER}/** A. @source Guide (checked now) */\nexport const A_B = 1;`,
    ],
    ["our own number", "packages/simulator/src/model/a.ts", `${HEADER}/** Ours: small. */\nexport const A_B = 1;`],
    ["a constant elsewhere", "packages/api/src/a.ts", `${HEADER}export const LIMIT = 3;`],
  ])("%s is right", (_what, file, text) => {
    expect(tidy(file, text)).toEqual([]);
  });

  test("docstring finds an export without one behind a re-export", () => {
    const folder = join(root, "test/fixtures/docstrings");
    expect(undocumented([join(folder, "index.ts")], folder)).toEqual([{ file: "inner.ts", line: 5, name: "silent" }]);
  });
});
