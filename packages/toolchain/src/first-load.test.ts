/** What a page loads by itself, from HTML and chunks of a small site. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { FirstLoads } from "./first-load.ts";

const dist = mkdtempSync(join(tmpdir(), "quayside-first-load-"));
afterAll(() => rmSync(dist, { recursive: true }));

mkdirSync(join(dist, "_astro"));
const chunk = (name: string, modules: string[], imports: string[] = []) => {
  writeFileSync(join(dist, "_astro", `${name}.js`), imports.map((file) => `import "./${file}.js";`).join(""));
  return { file: `_astro/${name}.js`, modules, imports: imports.map((file) => `_astro/${file}.js`) };
};
const chunks = [
  chunk("head", ["src/head.ts"], ["shared"]),
  chunk("shared", ["src/a.ts", "src/b.ts"]),
  chunk("offline", ["src/islands/offline.ts"], ["shared"]),
  chunk("files", ["src/islands/lab-files.ts"]),
  chunk("element", ["packages/widgets/src/lab/quayside-lab.ts"]),
  chunk("lab", ["content/docs/en/01-a/02-b/lab.ts?begun"], ["check"]),
  chunk("check", ["packages/grader/src/checks/tasks.ts"]),
  chunk("unasked", ["packages/widgets/src/terminal/quayside-terminal.ts"]),
];

const load = (html: string) => {
  writeFileSync(join(dist, "index.html"), `<html>${html}`);
  const { scripts, cssBytes } = new FirstLoads(dist, chunks).of("/");
  return { names: scripts.map(({ path }) => path.replace(/^\/_astro\/|\.js$/g, "")).sort(), cssBytes };
};
const HEAD = '<script type="module" src="/_astro/head.js"></script>';

test("a page without a lab: its scripts, what they import, and what comes when the browser is idle", () => {
  expect(load(HEAD).names).toEqual(["head", "offline", "shared"]);
});

test("a lesson: the element, the lab of its own, and the checks that it imports; no part of the lab that is not seen", () => {
  const names = ["check", "element", "files", "head", "lab", "offline", "shared"];
  expect(load(`${HEAD}<quayside-lab lab="01/02" lang="en">`).names).toEqual(names);
});

test("a module or a script that the build does not know is said", () => {
  expect(() => load(`${HEAD}<quayside-lab lab="09/09" lang="en">`)).toThrow("09/09");
  expect(() => load(`${HEAD}<quayside-hero>`)).toThrow("story-film.ts");
  writeFileSync(join(dist, "_astro/old.js"), 'import "./older.js"');
  expect(() => load('<script type="module" src="/_astro/old.js"></script>')).toThrow("build again");
});

test("sheets in the page count like those that are linked", () => {
  expect(load("").cssBytes).toBeLessThan(25);
  expect(load(`<style>${"p { top: 1px } q { top: 2px } ".repeat(3)}</style>`).cssBytes).toBeGreaterThan(30);
});
