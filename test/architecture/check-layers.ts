/**
 * Compares what the files of a tree reach for with the table in `layers.ts` and says in sentences what breaks it, and
 * which files no gate could read. It does not ask whether an import exists (TypeScript does).
 */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type Edge, fileCircles, folderCircles } from "./circles.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import { type Import, importsOf } from "./imports.ts";
import { LAYERS, type Layer, NOT_OURS, TEST_PACKAGES } from "./layers.ts";
import { brokenDoors, type Doors, doorsOf } from "./package-doors.ts";
import { impurities } from "./purity.ts";
import { CODE, isKnownKind, treeOf } from "./source-tree.ts";

/** One place that breaks the table. */
export interface Breach {
  /** Path from the root of the tree, with forward slashes. */
  file: string;
  line: number;
  sentence: string;
}

/** A tree as a whole: what the answer to one import depends on besides the import. */
interface Whole {
  files: ReadonlySet<string>;
  /** The files by their names in small letters. */
  anyCase: ReadonlyMap<string, string>;
  doors: Doors;
}

/** One reach for a file or package. */
interface Reach extends Import {
  file: string;
  layer: Layer;
}

/** The files with code of a tree, sorted, with forward slashes. */
export function sourceFiles(root: string): string[] {
  return treeOf(root)
    .map(({ path }) => path)
    .filter((path) => CODE.test(path));
}

/** Everything in a tree that the table does not allow. `exceptions` are those of the repository. */
export function checkLayers(root: string, exceptions = EXCEPTIONS): Breach[] {
  const tree = treeOf(root);
  const files = new Set(tree.map(({ path }) => path));
  const anyCase = new Map([...files].map((path) => [path.toLowerCase(), path]));
  const whole: Whole = { files, anyCase, doors: doorsOf(root, [...files]) };
  const edges: Edge[] = [];
  const breaches = tree.flatMap(({ path: file, isLink }): Breach[] => {
    if (isLink) return [{ file, line: 1, sentence: "is a link: put the file itself here" }];
    if (!isKnownKind(file))
      return [{ file, line: 1, sentence: "has an ending that no gate reads: name its kind in source-tree.ts" }];
    if (!CODE.test(file)) return [];
    const layer = layerOf(file);
    if (!layer)
      return [{ file, line: 1, sentence: "belongs to no layer: add its folder to test/architecture/layers.ts" }];
    const text = readFileSync(join(root, file), "utf8");
    const reached = importsOf(file, text).flatMap((found) => {
      const reach = { ...found, file, layer };
      const sentence = refuse(reach, whole);
      // An upward reach is told once, and not as a circle with everything that leads to it.
      if (sentence === undefined) edges.push(...edgesOf(reach, whole));
      const isExcepted = exceptions.some((each) => each.file === file && found.specifier.startsWith(each.what));
      return sentence === undefined || isExcepted ? [] : [{ file, line: found.line, sentence }];
    });
    return [...reached, ...impurities(file, text).map((found) => ({ file, ...found }))];
  });
  return [...breaches, ...brokenDoors(root, [...files]), ...fileCircles(edges), ...folderCircles(edges)];
}

/**
 * The layer of a file: the row with the longest path that fits, and with an ending before one without. A test belongs
 * to the layer of the file that it tests.
 */
export function layerOf(path: string): Layer | undefined {
  const file = path.replace(/\.test\.([cm]?tsx?)$/, ".$1");
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

/** The files that a reach leads to. */
function edgesOf(reach: Reach, whole: Whole): Edge[] {
  const target = reach.how === "computed" ? undefined : localTarget(reach, whole);
  if (target === undefined || !whole.files.has(target)) return [];
  return [{ file: reach.file, line: reach.line, target, isTest: isTest(reach.file) }];
}

/** Why a reach is not allowed, or undefined when it is. */
function refuse(reach: Reach, whole: Whole): string | undefined {
  const { how, specifier, layer } = reach;
  if (how === "computed") {
    return `computes what it loads in "${specifier}": write the name out, or give a reason in exceptions.ts`;
  }
  if (how === "glob") return refuseGlob(reach, whole);
  const target = localTarget(reach, whole);
  if (target === undefined) return refusePackage(reach, whole);
  // Whoever has Node can read any folder; for the others a folder's address is a way to any file in it.
  if (how === "address" && /(?:^|\/)\.{0,2}$/.test(specifier)) {
    if (layer.packages?.includes("node:") || isTest(reach.file)) return undefined;
    return `takes the address of a folder, "${specifier}": name the file`;
  }
  return refusePath(reach, target, whole) ?? refuseFile(reach, target);
}

/** The file that a relative name means; undefined for the name of a package. */
function localTarget({ file, specifier }: Reach, whole: Whole): string | undefined {
  const bare = specifier.split(/[?#]/, 1)[0] as string;
  if (bare.startsWith("/")) return bare;
  if (!bare.startsWith(".")) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(file), bare));
  // TypeScript finds a .ts behind a .js.
  const source = target.replace(/\.([cm]?)js(x?)$/, ".$1ts$2");
  return !whole.files.has(target) && whole.files.has(source) ? source : target;
}

/** What a path must be whatever it leads to: something that means one file on every machine. */
function refusePath({ file, specifier }: Reach, target: string, whole: Whole): string | undefined {
  if (/[\\%]/.test(specifier)) return `imports "${specifier}": write the path in plain letters and with "/"`;
  if (!/\.[a-z0-9]+$/.test(target)) return `imports "${specifier}", which names no file: write its ending`;
  const parts = target.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"));
  if (parts.some((part) => NOT_OURS.some((pattern) => pattern.test(part))))
    return `imports "${specifier}", which no gate reads`;
  if (!isTest(file) && isTest(target)) return `imports "${specifier}": only tests may know a test`;
  const exact = whole.anyCase.get(target.toLowerCase());
  if (exact !== undefined && exact !== target && !whole.files.has(target))
    return `imports "${specifier}": the file is ${exact}, in these letters`;
  return undefined;
}

function refuseFile({ file, layer, specifier }: Reach, target: string): string | undefined {
  if (packageOf(file) !== packageOf(target) && packageOf(target) !== "") {
    return `reaches into another package by "${specifier}": import it by its name`;
  }
  // Data beside the source, such as a package.json or a style sheet, belongs to whoever holds it.
  const targetLayer = layerOf(target);
  if (targetLayer === layer && layer.apart && pathIn(layer, file) !== pathIn(layer, target)) {
    return `imports "${specifier}": the folders of ${layer.name} do not know each other`;
  }
  const isData = /\.(json|css|svg|md)$/.test(target) && !target.startsWith("/");
  if (targetLayer === layer || (targetLayer === undefined && isData)) return undefined;
  if (targetLayer === undefined) return `imports "${specifier}", which belongs to no layer`;
  if (layer.below?.includes(targetLayer.name)) return undefined;
  // What the tests of a layer may use has what lies below it, too.
  const forTests = isTest(file) ? (layer.tests ?? []) : [];
  const ofTests = LAYERS.filter(({ name }) => forTests.includes(name)).flatMap(({ name, below = [] }) => [
    name,
    ...below,
  ]);
  if (ofTests.includes(targetLayer.name)) return undefined;
  const allowed = layer.below?.join(", ") ?? "nothing";
  return `imports "${specifier}": ${layer.name} may not know ${targetLayer.name} (only ${allowed})`;
}

/** A glob may only match what an import may name, and its folder must be a place that the layer knows. */
function refuseGlob(reach: Reach, whole: Whole): string | undefined {
  const { file, specifier } = reach;
  if (!specifier.startsWith(".")) return `globs "${specifier}": begin the pattern with "./" or "../"`;
  const pattern = posix.normalize(posix.join(posix.dirname(file), specifier));
  const folder = pattern.slice(0, pattern.search(/[*?{[]|$/)).replace(/[^/]*$/, "");
  const matched = [...whole.files].filter((path) => posix.matchesGlob(path, pattern));
  const refusals = [folder, ...matched].map((target) => refuseFile(reach, target));
  return refusals.find((sentence) => sentence !== undefined)?.replace("imports", "globs");
}

/** The folder of a layer that a file lies in. */
function pathIn(layer: Layer, file: string): string | undefined {
  return layer.paths.find((path) => file.startsWith(path));
}

function refusePackage({ file, layer, specifier }: Reach, { doors }: Whole): string | undefined {
  const allowed = [...(layer.packages ?? []), ...(isTest(file) ? TEST_PACKAGES : [])];
  const bare = specifier.split("?", 1)[0] as string;
  if (!allowed.some((name) => fits(bare, name)))
    return `imports "${specifier}": ${layer.name} may only use ${allowed.join(", ") || "no package"}`;
  const [, name = "", entry = ""] = /^(@quayside\/[^/]+)(.*)$/.exec(bare) ?? [];
  const isOpen = doors.get(name)?.some((key) => posix.matchesGlob(`.${entry}`, key)) ?? true;
  return isOpen ? undefined : `imports "${specifier}": the exports of ${name} have no such entry`;
}

/** Whether the name of a package, or of one of its entries, is meant by an entry of the table. */
export function fits(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`);
}

function isTest(file: string): boolean {
  return /\.test\.[cm]?tsx?$/.test(file);
}

/** `packages/api` for what lies in there, "" for the rest of the repository. */
function packageOf(file: string): string {
  return /^packages\/[^/]+/.exec(file)?.[0] ?? "";
}
