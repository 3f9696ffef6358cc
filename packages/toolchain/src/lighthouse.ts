/**
 * Runs Lighthouse on pages of the built site: the mobile preset, three times, the median of each of four categories.
 * Ends with code 1 when a page has less than 100 in one. It leaves out the trace: `npx lighthouse` shows it.
 */
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { lessonPaths } from "./check-weights.ts";
import { CHROMIUM_ARGS, findChromium } from "./find-chromium.ts";
import { inRepository } from "./repository.ts";
import { serveDist } from "./serve-dist.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Points of one category name, 0 to 100. */
export type Scores = Record<(typeof CATEGORIES)[number], number>;

/** The medians of several runs, and the audits that cost points in the first of them. */
export interface LighthouseResult {
  path: string;
  scores: Scores;
  imperfect: string[];
}

/**
 * Judges one page.
 * @param options `runs`: how often, odd, so that there is a median; 3 by default
 */
export async function judgePage(
  baseUrl: string,
  path: string,
  options: { runs?: number } = {},
): Promise<LighthouseResult> {
  const all: Scores[] = [];
  let imperfect: string[] = [];
  for (let run = 0; run < (options.runs ?? 3); run += 1) {
    const result = await runOnce(baseUrl + path);
    all.push(result.scores);
    if (run === 0) imperfect = result.imperfect;
  }
  const medians = CATEGORIES.map((category) => [category, median(all.map((scores) => scores[category]))]);
  return { path, scores: Object.fromEntries(medians) as Scores, imperfect };
}

/** The middle one of an odd number of values, the upper middle of an even one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

async function runOnce(url: string): Promise<{ scores: Scores; imperfect: string[] }> {
  const chrome = await chromeLauncher.launch({ chromePath: await findChromium(), chromeFlags: [...CHROMIUM_ARGS] });
  try {
    const result = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error" });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse could not judge ${url}: ${runtimeError.message}`);
    const scores = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]);
    const judged = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []).filter((ref) => ref.weight > 0);
    const imperfect = judged.filter((ref) => (audits[ref.id]?.score ?? 1) < 1).map((ref) => ref.id);
    return { scores: Object.fromEntries(scores) as Scores, imperfect: [...new Set(imperfect)] };
  } finally {
    chrome.kill();
  }
}

async function main(words: readonly string[]): Promise<void> {
  const dist = inRepository("dist");
  const paths = words.length > 0 ? words : ["/", ...lessonPaths(dist), "/sandbox/"];
  const server = await serveDist({ root: dist });
  try {
    for (const path of paths) {
      const { scores, imperfect } = await judgePage(server.url, path);
      console.log(`${path.padEnd(40)} ${CATEGORIES.map((name) => `${name} ${scores[name]}`).join("  ")}`);
      if (Object.values(scores).every((score) => score === 100)) continue;
      process.exitCode = 1;
      console.log(`  not perfect: ${imperfect.join(", ")}`);
    }
  } finally {
    await server.close();
  }
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
