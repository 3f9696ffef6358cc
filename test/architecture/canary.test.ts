/**
 * The layering gate notices what it is for: a tree in which every file breaks one rule (test/fixtures/canary) is judged
 * by the repository's own table, and each breach must be found where it is. As long as there are ways around the table.
 */
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
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
    [
      "an import over several lines in the midst of a lesson",
      "content/docs/en/01-part/02-lesson/index.mdx",
      7,
      'imports "@quayside/grader"',
    ],
    ["an import in braces of a lesson", "content/docs/en/01-part/02-lesson/index.mdx", 11, 'imports "@quayside/api"'],
    [
      "dice in a lesson",
      "content/docs/en/01-part/02-lesson/index.mdx",
      13,
      "reads a clock or draws dice: a page is the same in every build",
    ],
    [
      "an entry that a package does not export",
      "packages/api/src/deep-entry.ts",
      2,
      'imports "@quayside/simulator/kernel/pure": the exports of @quayside/simulator have no such entry',
    ],
    [
      "generated code that passes the clock on",
      "packages/api/src/generated/clock-itself.ts",
      2,
      'is generated and runs "Date": a generated file holds data and types only',
    ],
    [
      "generated code that reads the clock",
      "packages/api/src/generated/clock.ts",
      2,
      'is generated and runs "() => Date.now() + Math.random()": a generated file holds data and types only',
    ],
    ["a shortcut through generated code", "packages/api/src/generated/shortcut.ts", 2, 'imports "@quayside/grader"'],
    [
      "the address of a folder",
      "packages/simulator/src/kernel/address-of-folder.ts",
      2,
      'takes the address of a folder, "../": name the file',
    ],
    [
      "the address of a file above",
      "packages/simulator/src/kernel/address.ts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "a module above that is added to",
      "packages/simulator/src/kernel/augments.ts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "an address that is computed",
      "packages/simulator/src/kernel/computed-address.ts",
      2,
      'computes what it loads in "new URL(name, import.meta.url)"',
    ],
    ["an import that is computed", "packages/simulator/src/kernel/computed.ts", 2, "computes what it loads"],
    ["the DOM by a directive", "packages/simulator/src/kernel/directive-lib.ts", 1, 'imports "lib:dom"'],
    ["a package by a directive", "packages/simulator/src/kernel/directive-types.ts", 1, 'imports "xstate"'],
    [
      "a file above by a directive",
      "packages/simulator/src/kernel/directive.ts",
      1,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "a path that loaders read otherwise",
      "packages/simulator/src/kernel/encoded.ts",
      2,
      'imports "./%2e%2e/model/rows.ts": write the path in plain letters and with "/"',
    ],
    [
      "a rule that is switched off",
      "packages/simulator/src/kernel/excused.ts",
      2,
      "switches off a rule that everything here stands on",
    ],
    [
      "a folder that no gate reads",
      "packages/simulator/src/kernel/fixture.ts",
      2,
      'imports "../../../../test/fixtures/shortcut.ts", which no gate reads',
    ],
    [
      "a glob over everything",
      "packages/simulator/src/kernel/globs.ts",
      2,
      'globs "../**/*.ts": kernel may not know session',
    ],
    ["a name that a package.json explains", "packages/simulator/src/kernel/hash.ts", 2, 'imports "#anything"'],
    [
      "a file above by its name after compiling",
      "packages/simulator/src/kernel/js-name.ts",
      2,
      'imports "../model/rows.js": kernel may not know model',
    ],
    [
      "an import tag of JSDoc",
      "packages/simulator/src/kernel/jsdoc-import.ts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "a type in JSDoc",
      "packages/simulator/src/kernel/jsdoc-type.ts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "a test that a source knows",
      "packages/simulator/src/kernel/knows-test.ts",
      2,
      'imports "./pure.test.ts": only tests may know a test',
    ],
    [
      "a loader that is made",
      "packages/simulator/src/kernel/makes-require.mjs",
      2,
      'computes what it loads in "module.createRequire("/")"',
    ],
    [
      "a folder as a module",
      "packages/simulator/src/kernel/no-ending.ts",
      2,
      'imports "../model", which names no file: write its ending',
    ],
    [
      "a path in other letters",
      "packages/simulator/src/kernel/other-letters.ts",
      2,
      'imports "./Pure.ts": the file is packages/simulator/src/kernel/pure.ts, in these letters',
    ],
    [
      "a file's own address",
      "packages/simulator/src/kernel/own-address.ts",
      2,
      'takes the address of a folder, "./": name the file',
    ],
    [
      "everything of a layer above passed on",
      "packages/simulator/src/kernel/passes-all-on.ts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "text that is run",
      "packages/simulator/src/kernel/runs-text.ts",
      2,
      'computes what it loads in "new Function("name", "return import(name)")"',
    ],
    [
      "an ending that no gate reads",
      "packages/simulator/src/kernel/unread.coffee",
      1,
      "has an ending that no gate reads: name its kind in source-tree.ts",
    ],
    [
      "require in .cjs",
      "packages/simulator/src/kernel/upward-cjs.cjs",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "an import in .cts",
      "packages/simulator/src/kernel/upward-cts.cts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "an import in .jsx",
      "packages/simulator/src/kernel/upward-jsx.jsx",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "an import in .mts",
      "packages/simulator/src/kernel/upward-mts.mts",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    [
      "an import in .tsx",
      "packages/simulator/src/kernel/upward-tsx.tsx",
      2,
      'imports "../model/rows.ts": kernel may not know model',
    ],
    ["a thread", "packages/simulator/src/kernel/worker.ts", 2, 'imports "../model/rows.ts": kernel may not know model'],
    [
      "a session in the model of causes",
      "packages/simulator/src/why/runs-things.ts",
      2,
      'imports "../session.ts": why may not know session',
    ],
    [
      "a script's source in a page",
      "src/pages/expression.astro",
      5,
      'reaches into another package by "../../packages/api/src/kinds.ts": import it by its name',
    ],
    [
      "an import in a page's template",
      "src/pages/expression.astro",
      4,
      'reaches into another package by "../../packages/api/src/index.ts": import it by its name',
    ],
    [
      "names with # in a package.json",
      "packages/simulator/package.json",
      1,
      'has "imports": a name with # hides what it means',
    ],
    [
      "names that TypeScript's settings explain",
      "packages/api/tsconfig.json",
      1,
      'sets "paths": an import must mean what it says',
    ],
    [
      "a circle of files",
      "packages/simulator/src/kernel/circle-a.ts",
      2,
      "is in a circle of files: packages/simulator/src/kernel/circle-b.ts leads back here",
    ],
    [
      "the same from its other side",
      "packages/simulator/src/kernel/circle-b.ts",
      2,
      "is in a circle of files: packages/simulator/src/kernel/circle-a.ts leads back here",
    ],
    [
      "a circle of types",
      "packages/simulator/src/kernel/type-circle-a.ts",
      2,
      "is in a circle of files: packages/simulator/src/kernel/type-circle-b.ts leads back here",
    ],
    [
      "the same circle of types from its other side",
      "packages/simulator/src/kernel/type-circle-b.ts",
      2,
      "is in a circle of files: packages/simulator/src/kernel/type-circle-a.ts leads back here",
    ],
    [
      "folders that know each other",
      "packages/api/src/left/one.ts",
      2,
      "is in a circle of folders: packages/api/src/right leads back to packages/api/src/left",
    ],
    [
      "the same folders from the other side",
      "packages/api/src/right/three.ts",
      2,
      "is in a circle of folders: packages/api/src/left leads back to packages/api/src/right",
    ],
  ])("%s", (_what, file, line, sentence) => {
    expect(breaches.filter((breach) => breach.file === file && breach.line === line)).toEqual([
      { file, line, sentence: expect.stringContaining(sentence) },
    ]);
  });

  test("a link to a file", () => {
    const tree = mkdtempSync(join(tmpdir(), "quayside-links-"));
    symlinkSync(join(canary, "package.json"), join(tree, "linked.ts"));
    expect(checkLayers(tree)).toEqual([{ file: "linked.ts", line: 1, sentence: expect.stringContaining("is a link") }]);
    rmSync(tree, { recursive: true });
  });

  test("nothing else", () => {
    expect(breaches).toHaveLength(68);
  });
});
