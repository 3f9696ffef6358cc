/**
 * The budgets of a lesson page, checked in `npm test`: what it loads before the learner touches the lab. It leaves out
 * times, which a shared machine cannot promise; `npm run bench` prints them.
 */
import { globSync } from "node:fs";
import { type PageWeight, weighPages } from "./page-weight.ts";
import { inRepository } from "./repository.ts";
import { serveDist } from "./serve-dist.ts";

/** JavaScript of a lesson page before the first touch, in bytes under gzip: 100 KB, KB = 1000 bytes. Ours. */
export const LESSON_JS_BUDGET_BYTES = 100_000;

/** Style sheets of a lesson page, in bytes under gzip. Ours: Starlight alone brings 17 KB. */
export const LESSON_CSS_BUDGET_BYTES = 40_000;

/** Sentences on what is over budget; none when the page is light enough. */
export function overBudget({ path, before }: Pick<PageWeight, "path" | "before">): string[] {
  const complain = (what: string, ending: string, bytes: number, budget: number): string[] => {
    if (bytes <= budget) return [];
    const files = before.files.filter((file) => file.path.endsWith(ending)).slice(0, 8);
    const heaviest = files.map((file) => `${file.path} ${kilobytes(file.bytes)}`).join(", ");
    return [`${path} loads ${kilobytes(bytes)} of ${what}, more than ${kilobytes(budget)}: ${heaviest}`];
  };
  return [
    ...complain("JavaScript", ".js", before.jsBytes, LESSON_JS_BUDGET_BYTES),
    ...complain("CSS", ".css", before.cssBytes, LESSON_CSS_BUDGET_BYTES),
  ];
}

/** Paths of the lesson pages in a built site: those that hold a folder behind the language and the part. */
export function lessonPaths(dist: string): string[] {
  return globSync("{en,vi}/*/*/index.html", { cwd: dist })
    .map((file) => `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`)
    .filter((path) => !path.includes("/internals/"))
    .sort();
}

/** The stage: one check a lesson page. */
export async function checkWeights(): Promise<{ passed: number; failed: number; output: string }> {
  const dist = inRepository("dist");
  const paths = lessonPaths(dist);
  if (paths.length === 0) return { passed: 0, failed: 1, output: "dist/ holds no lesson page to weigh." };
  const server = await serveDist({ root: dist });
  try {
    const weights = await weighPages(server.url, paths);
    const complaints = weights.map(overBudget);
    const failed = complaints.filter((sentences) => sentences.length > 0).length;
    return { passed: paths.length - failed, failed, output: complaints.flat().join("\n") };
  } finally {
    await server.close();
  }
}

/** Thousands of bytes with one digit, such as `65.9 KB`. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
