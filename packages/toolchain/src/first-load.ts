/**
 * Which scripts a page of the built site loads before anybody touches it, worked out from its HTML and from what the bundler
 * wrote down, in a window as wide as a desk's. What scripts import by themselves once they run stands here by name; pages
 * in a browser prove that nothing is missing and nothing too much (check-weights.ts).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BuiltChunk } from "./vite-module-graph.ts";

/** A script with its size under `gzip -9`. */
export interface LoadedScript {
  path: string;
  bytes: number;
}

/** What one page loads: its scripts, heaviest first, and the style sheets that stand in its HTML. */
export interface FirstLoad {
  path: string;
  scripts: LoadedScript[];
  jsBytes: number;
  cssBytes: number;
}

const PROGRESS = "packages/widgets/src/run/progress.ts";
const WIDGETS = "packages/widgets/src";

/** Modules that an untouched page imports dynamically when its HTML holds what the pattern finds. */
const ASKED_BY: readonly (readonly [RegExp, readonly string[]])[] = [
  [/<html/, ["src/islands/offline.ts"]],
  [/\sdata-(?:step|question)\b/, ["src/islands/lesson.ts", PROGRESS]],
  [/\sdata-course-progress\b/, ["src/islands/course-progress.ts", PROGRESS]],
  [/\sdata-door=/, ["src/islands/doors.ts"]],
  [/<quayside-hero\b/, ["src/course/story-film.ts?recorded", `${WIDGETS}/hero/quayside-hero.ts`]],
  [/<quayside-lab\b/, ["src/islands/lab-files.ts", `${WIDGETS}/lab/quayside-lab.ts`]],
  [/<quayside-lab\b[^>]*\ssandbox\b/, ["src/course/sandbox-lab.ts?begun", `${WIDGETS}/lab/answer-key.ts`]],
  [/<quayside-(?:lab|hero)\b[^>]*\slang="vi"/, [`${WIDGETS}/i18n/vi.ts`]],
  [/<quayside-hero\b[^>]*\slang="vi"/, [`${WIDGETS}/hero/texts/vi.ts`]],
];

/** Works out what pages load; reads each chunk once. */
export class FirstLoads {
  readonly #dist: string;
  readonly #chunks: ReadonlyMap<string, BuiltChunk>;
  readonly #places = new Map<string, string>();
  readonly #sizes = new Map<string, number>();

  /**
   * @param dist absolute path of the built site
   * @param chunks what the bundler wrote down about the same build
   */
  constructor(dist: string, chunks: readonly BuiltChunk[]) {
    this.#dist = dist;
    this.#chunks = new Map(chunks.map((chunk) => [chunk.file, chunk]));
    for (const { file, modules } of chunks) for (const module of modules) this.#places.set(module, file);
  }

  /**
   * What a page loads.
   * @param path such as `/en/tasks/life-of-a-task/`
   * @throws when HTML, chunks and the rules above do not fit each other
   */
  of(path: string): FirstLoad {
    const html = readFileSync(join(this.#dist, path, "index.html"), "utf8");
    const asked = [...askedModules(html), ...this.#lab(html)].map((module) => this.#chunkOf(module));
    const files = new Set<string>();
    for (const file of [...scriptsIn(html), ...asked]) this.#collect(file, files);
    const scripts = [...files].map((file) => ({ path: `/${file}`, bytes: this.#sizeOf(file) }));
    scripts.sort((a, b) => b.bytes - a.bytes);
    const jsBytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    return { path, scripts, jsBytes, cssBytes: this.#styles(html) };
  }

  /** The lab of `lab="03/05"`: the module of the lesson in these folders. */
  #lab(html: string): string[] {
    const [, part, lesson] = html.match(/<quayside-lab\b[^>]*\slab="(\d+)\/(\d+)"/) ?? [];
    if (part === undefined) return [];
    const place = new RegExp(`^content/docs/en/${part}-[^/]+/${lesson}-[^/]+/lab\\.ts\\?begun$`);
    const module = [...this.#places.keys()].find((each) => place.test(each));
    if (module === undefined) throw new Error(`No script holds the lab ${part}/${lesson}.`);
    return [module];
  }

  #chunkOf(module: string): string {
    const file = this.#places.get(module);
    if (file === undefined) throw new Error(`No script of the site holds ${module}: look at first-load.ts.`);
    return file;
  }

  #collect(file: string, into: Set<string>): void {
    if (into.has(file)) return;
    const chunk = this.#chunks.get(file);
    // What does not come from the bundler, such as the copy button of Expressive Code, imports nothing.
    if (chunk === undefined && !this.#standsAlone(file)) throw new Error(`Nothing is known of ${file}: build again.`);
    into.add(file);
    for (const other of chunk?.imports ?? []) this.#collect(other, into);
  }

  #standsAlone(file: string): boolean {
    return !/\bimport\b/.test(readFileSync(join(this.#dist, file), "utf8"));
  }

  #sizeOf(file: string): number {
    const known = this.#sizes.get(file);
    if (known !== undefined) return known;
    const bytes = gzipSync(readFileSync(join(this.#dist, file)), { level: 9 }).length;
    this.#sizes.set(file, bytes);
    return bytes;
  }

  /** Sheets that are linked, and those that stand in the page: most do. */
  #styles(html: string): number {
    const linked = [...html.matchAll(/<link\b[^>]*\srel="stylesheet"[^>]*\shref="\/([^"]+)"/g)];
    const inline = [...html.matchAll(/<style\b[^>]*>([^<]*)/g)].map(([, text]) => text).join("\n");
    return linked.reduce((sum, [, file]) => sum + this.#sizeOf(file as string), gzipSync(inline, { level: 9 }).length);
  }
}

function askedModules(html: string): string[] {
  return ASKED_BY.filter(([pattern]) => pattern.test(html)).flatMap(([, modules]) => modules);
}

/** Scripts that the HTML names, in `src` or in an import of a script that stands in it. */
function scriptsIn(html: string): string[] {
  return [...html.matchAll(/["'`]\/(_astro\/[^"'`]+\.js)["'`]/g)].map(([, file]) => file as string);
}
