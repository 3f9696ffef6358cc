/**
 * Compares the imports of a source tree with the table in `layers.ts` and says in sentences what breaks it. It does
 * not ask whether an import exists (TypeScript does), and it does not look for circles (Biome does).
 */
import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { importsOf } from "./imports.ts";
import { LAYERS, type Layer, NOT_OURS, TEST_PACKAGES } from "./layers.ts";

/** One import that breaks the table. */
export interface Breach {
  /** Path from the root of the tree, with forward slashes. */
  file: string;
  line: number;
  sentence: string;
}

const SOURCES = ["{packages,src,content,test}/**/*.{ts,mts,mjs,js,astro,mdx}", "*.{ts,mjs}"];

/** The source files of a tree, sorted, with forward slashes. */
export function sourceFiles(root: string): string[] {
  const files = globSync(SOURCES, { cwd: root, exclude: [...NOT_OURS] });
  return files.map((file) => file.replaceAll("\\", "/")).sort();
}

/** Every import in a tree that the table does not allow, and every file that belongs to no layer. */
export function checkLayers(root: string): Breach[] {
  return sourceFiles(root).flatMap((file) => {
    const layer = layerOf(file);
    if (!layer)
      return [{ file, line: 1, sentence: "belongs to no layer: add its folder to test/architecture/layers.ts" }];
    return importsOf(file, readFileSync(join(root, file), "utf8")).flatMap(({ specifier, line }) => {
      const sentence = refuse({ file, layer, specifier });
      return sentence ? [{ file, line, sentence }] : [];
    });
  });
}

/**
 * The layer of a file: the row with the longest path that fits, and with an ending before one without. A test belongs
 * to the layer of the file that it tests.
 */
export function layerOf(path: string): Layer | undefined {
  const file = path.replace(/\.test\.ts$/, ".ts");
  let best: Layer | undefined;
  let weight = 0;
  for (const layer of LAYERS) {
    if (layer.ending !== undefined && !file.endsWith(layer.ending)) continue;
    for (const path of layer.paths) {
      const fits = path.endsWith("/") ? file.startsWith(path) : file === path;
      const own = 2 * path.length + (layer.ending === undefined ? 0 : 1);
      if (fits && own > weight) [best, weight] = [layer, own];
    }
  }
  return best;
}

/** Why an import is not allowed, or undefined when it is. */
function refuse(what: { file: string; layer: Layer; specifier: string }): string | undefined {
  const target = localTarget(what.file, what.specifier);
  return target === undefined ? refusePackage(what) : refuseFile({ ...what, target });
}

/** The file that a relative import means; undefined for the name of a package. */
function localTarget(file: string, specifier: string): string | undefined {
  const bare = specifier.split("?", 1)[0] as string;
  if (bare.startsWith(".")) return posix.normalize(posix.join(posix.dirname(file), bare));
  return bare.startsWith("/") ? bare : undefined;
}

function refuseFile(what: { file: string; layer: Layer; specifier: string; target: string }): string | undefined {
  const { file, layer, specifier, target } = what;
  if (packageOf(file) !== packageOf(target) && packageOf(target) !== "") {
    return `reaches into another package by "${specifier}": import it by its name`;
  }
  // Data beside the source, such as a package.json or a style sheet, belongs to whoever holds it.
  const targetLayer = layerOf(target);
  if (targetLayer === layer && layer.apart && pathIn(layer, file) !== pathIn(layer, target)) {
    return `imports "${specifier}": the folders of ${layer.name} do not know each other`;
  }
  if (targetLayer === layer || (targetLayer === undefined && /\.(json|css|svg)$/.test(target))) return undefined;
  if (targetLayer === undefined) return `imports "${specifier}", which belongs to no layer`;
  if (layer.below?.includes(targetLayer.name)) return undefined;
  const allowed = layer.below?.join(", ") ?? "nothing";
  return `imports "${specifier}": ${layer.name} may not know ${targetLayer.name} (only ${allowed})`;
}

/** The folder of a layer that a file lies in. */
function pathIn(layer: Layer, file: string): string | undefined {
  return layer.paths.find((path) => file.startsWith(path));
}

function refusePackage({
  file,
  layer,
  specifier,
}: {
  file: string;
  layer: Layer;
  specifier: string;
}): string | undefined {
  const allowed = [...(layer.packages ?? []), ...(isTest(file) ? TEST_PACKAGES : [])];
  if (allowed.some((name) => fits(specifier, name))) return undefined;
  return `imports "${specifier}": ${layer.name} may only use ${allowed.join(", ") || "no package"}`;
}

function fits(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`);
}

function isTest(file: string): boolean {
  return /\.test\.ts$/.test(file);
}

/** `packages/api` for what lies in there, "" for the rest of the repository. */
function packageOf(file: string): string {
  return /^packages\/[^/]+/.exec(file)?.[0] ?? "";
}
