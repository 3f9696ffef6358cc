/** The plugin for Monaco: what it takes over, what it leaves alone, and that a changed Monaco stops the build. */
import { expect, test } from "vitest";
import { monaco } from "./vite-monaco.ts";

const plugin = monaco();
const resolve = (id: string, importer: string | undefined) =>
  plugin.resolveId.call({ resolve: (inner) => `resolved ${inner}` }, id, importer);
const BROWSER = "/r/node_modules/monaco-editor/esm/vs/editor/browser";

test("a style sheet that Monaco imports becomes a module that adopts it", () => {
  const id = resolve("./widget.css", `${BROWSER}/widget.js?v=1`);
  expect(id).toContain(`${BROWSER}/widget.css`);
  const code = plugin.load(id as string);
  expect(code).toContain(`import text from "${BROWSER}/widget.css?inline"`);
  expect(code).toContain("adoptedStyleSheets");
});

test.each([
  ["./site.css", "/r/src/layout.ts"],
  ["./widget.css?inline", `${BROWSER}/widget.js`],
  ["./widget.js", `${BROWSER}/widget.js`],
  ["./index.html", undefined],
])("%s, imported by %s, is left alone", (id, importer) => {
  expect(resolve(id, importer)).toBeUndefined();
});

test("the module of side effects keeps its exports and loses its features", () => {
  const id = "/r/node_modules/monaco-editor/esm/vs/internal/common/workers.js";
  const code =
    "import '../../editor/contrib/find/browser/findController.js';\nimport { a } from './a.js';\nexport { a };\n";
  expect(plugin.transform(code, id)?.code.trim()).toBe("import { a } from './a.js';\nexport { a };");
});

test("a Monaco without that list of features stops the build", () => {
  const id = "/r/node_modules/monaco-editor/esm/vs/internal/common/workers.js";
  expect(() => plugin.transform("export {};", id)).toThrow("vite-monaco.ts");
});
