/**
 * The budgets of pages, checked in `npm test`: what each loads before the learner touches it. It leaves out times, which a shared machine cannot promise; `npm run bench` prints them.
 */
import { globSync } from "node:fs";
import { type PageWeight, weighPages } from "./page-weight.ts";
import { inRepository } from "./repository.ts";
import { serveDist } from "./serve-dist.ts";

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
export function overBudget({ path, before }: Pick<PageWeight, "path" | "before">): string[] {
  const complain = (what: string, ending: string, bytes: number, budget: number): string[] => {
    if (bytes <= budget) return [];
    const files = before.files.filter((file) => file.path.endsWith(ending)).slice(0, 8);
    const heaviest = files.map((file) => `${file.path} ${kilobytes(file.bytes)}`).join(", ");
    return [`${path} loads ${kilobytes(bytes)} of ${what}, more than ${kilobytes(budget)}: ${heaviest}`];
  };
  return [
    ...complain("JavaScript", ".js", before.jsBytes, budgetOf(path)),
    ...complain("CSS", ".css", before.cssBytes, CSS_BUDGET_BYTES),
  ];
}

/** Paths of the lesson pages in a built site: those that hold a folder behind the language and the part. */
export function lessonPaths(dist: string): string[] {
  return globSync("{en,vi}/*/*/index.html", { cwd: dist })
    .map((file) => `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`)
    .filter((path) => !path.includes("/internals/"))
    .sort();
}

/** The stage: one check a page. */
export async function checkWeights(): Promise<{ passed: number; failed: number; output: string }> {
  const dist = inRepository("dist");
  const lessons = lessonPaths(dist);
  if (lessons.length === 0) return { passed: 0, failed: 1, output: "dist/ holds no lesson page to weigh." };
  const paths = ["/", "/vi/", ...lessons, "/sandbox/", "/vi/sandbox/"];
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
