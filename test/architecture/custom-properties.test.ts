/** A colour that is named and nowhere given is no colour: every custom property that is used has a value somewhere. */
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { treeOf } from "./source-tree.ts";

const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));
/** Those of Starlight and of the editor are theirs to give. */
const THEIRS = /^--(?:sl|vscode)-/;

/** Properties without a value, in `texts`. */
function undefinedProperties(texts: readonly string[]): string[] {
  const used = texts.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name as string));
  const given = texts.flatMap((text) =>
    [...text.matchAll(/(--[\w-]+)["']?\s*[:,]/g)].map(([, name]) => name as string),
  );
  const known = new Set(given);
  return [...new Set(used)].filter((name) => !known.has(name) && !THEIRS.test(name)).sort();
}

test("every custom property that styles use has a value", () => {
  const files = treeOf(root).filter(({ path }) => /^(?:src|packages)\/.*\.(?:astro|css|ts)$/.test(path));
  expect(undefinedProperties(files.map(({ path }) => readFileSync(join(root, path), "utf8")))).toEqual([]);
});

test("one that has none is found", () => {
  expect(
    undefinedProperties([":root { --q-ink: black; }", "a { color: var(--q-ink); border: var(--q-accent); }"]),
  ).toEqual(["--q-accent"]);
});
