/**
 * The budgets of pages, checked in `npm test`: what each loads before the learner touches it. It leaves out times, which a shared machine cannot promise; `npm run bench` prints them.
 */
import { globSync } from "node:fs";
import { type FirstLoad, FirstLoads } from "./first-load.ts";
import { type PageWeight, weighPages } from "./page-weight.ts";
import { inRepository } from "./repository.ts";
import { serveDist } from "./serve-dist.ts";
import { readModuleGraph } from "./vite-module-graph.ts";

/** JavaScript of pages before the first touch, in bytes under gzip, KB = 1000 bytes. Ours. */
export const JS_BUDGET_BYTES = { home: 80_000, lesson: 80_000, sandbox: 90_000 } as const;

/** Style sheets of a page, in bytes under gzip. Ours: Starlight alone brings 17 KB. */
export const CSS_BUDGET_BYTES = 40_000;

/** What may be loaded by a page of this path. */
export function budgetOf(path: string): number {
  if (/^\/(vi\/)?$/.test(path)) return JS_BUDGET_BYTES.home;
  return /^\/(vi\/)?sandbox\/$/.test(path) ? JS_BUDGET_BYTES.sandbox : JS_BUDGET_BYTES.lesson;
}

/** Sentences on what is over budget; none when the page is light enough. */
export function overBudget({ path, jsBytes, cssBytes, scripts }: FirstLoad): string[] {
  const sentences: string[] = [];
  if (jsBytes > budgetOf(path)) {
    const heaviest = scripts.slice(0, 8).map((script) => `${script.path} ${kilobytes(script.bytes)}`);
    sentences.push(
      `${path} loads ${kilobytes(jsBytes)} of JavaScript, more than ${kilobytes(budgetOf(path))}: ${heaviest.join(", ")}`,
    );
  }
  if (cssBytes > CSS_BUDGET_BYTES)
    sentences.push(`${path} loads ${kilobytes(cssBytes)} of CSS, more than ${kilobytes(CSS_BUDGET_BYTES)}`);
  return sentences;
}

/** Sentences on what a browser loaded and the computation does not know, and the other way round. */
export function disagreements(computed: FirstLoad, { path, before }: Pick<PageWeight, "path" | "before">): string[] {
  const loaded = new Set(before.files.filter((file) => file.path.endsWith(".js")).map((file) => file.path));
  const known = new Set(computed.scripts.map((script) => script.path));
  return [
    ...[...loaded]
      .filter((script) => !known.has(script))
      .map((script) => `${path} loads ${script}, which first-load.ts leaves out`),
    ...[...known]
      .filter((script) => !loaded.has(script))
      .map((script) => `${path} does not load ${script}, which first-load.ts counts`),
  ];
}

/** Paths of the lesson pages in a built site: those that hold a folder behind the language and the part. */
export function lessonPaths(dist: string): string[] {
  return globSync("{en,vi}/*/*/index.html", { cwd: dist })
    .map((file) => `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`)
    .filter((path) => !/^\/(?:[^/]+\/)?(?:internals|rules)\//.test(path))
    .sort();
}

/** The stage: one check a page, and one for each kind of page whose heaviest is opened in a browser, too. */
export async function checkWeights(): Promise<{ passed: number; failed: number; output: string }> {
  const dist = inRepository("dist");
  const lessons = lessonPaths(dist);
  if (lessons.length === 0) return { passed: 0, failed: 1, output: "dist/ holds no lesson page to weigh." };
  const kinds = [["/", "/vi/"], lessons, ["/sandbox/", "/vi/sandbox/"]];
  const computation = new FirstLoads(dist, readModuleGraph());
  const loads = kinds.map((paths) => paths.map((path) => computation.of(path)).sort((a, b) => b.jsBytes - a.jsBytes));
  const heaviest = loads.flatMap((kind) => kind.slice(0, 1));
  const weights = await weighServed(dist, heaviest);
  const complaints = [
    ...loads.flat().map(overBudget),
    ...weights.map((weight, index) => disagreements(heaviest[index] as FirstLoad, weight)),
  ];
  const failed = complaints.filter((sentences) => sentences.length > 0).length;
  const figures = heaviest.map(({ path, jsBytes }) => `${path} ${kilobytes(jsBytes)}`).join(", ");
  return {
    passed: complaints.length - failed,
    failed,
    output: [...complaints.flat(), `Heaviest: ${figures}`].join("\n"),
  };
}

async function weighServed(dist: string, loads: readonly FirstLoad[]): Promise<PageWeight[]> {
  const server = await serveDist({ root: dist });
  try {
    const expected = (page: string) =>
      loads.filter(({ path }) => path === page).flatMap(({ scripts }) => scripts.map(({ path }) => path));
    return await weighPages(
      server.url,
      loads.map(({ path }) => path),
      { expected },
    );
  } finally {
    await server.close();
  }
}

/** Thousands of bytes with one digit, such as `65.9 KB`. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

if (import.meta.main) console.log((await checkWeights()).output);
