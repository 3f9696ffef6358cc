/**
 * Weighs a page: what a real browser loads before the learner touches anything, and what opening the editor adds.
 * Sizes are of the bodies under `gzip -9`, so that they do not depend on the server; headers are left out.
 */
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page, type Response } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "./find-chromium.ts";
import { PageLoads } from "./page-loads.ts";

/** Bytes under gzip by kind, and which files they are, heaviest first. */
export interface Weight {
  htmlBytes: number;
  cssBytes: number;
  jsBytes: number;
  otherBytes: number;
  files: { path: string; bytes: number }[];
}

/** What one page weighs. `editor` is what opening the editor adds, undefined when the page holds none. */
export interface PageWeight {
  path: string;
  before: Weight;
  /** Milliseconds from navigation until the first lab shows its map; undefined without a lab. */
  labReadyMs: number | undefined;
  editor: (Weight & { openedMs: number }) | undefined;
}

const LIMIT_MS = 20_000;

/**
 * Weighs pages of a served site in a fresh browser context each, at 1440 x 900.
 * @param options `openEditor`: also open the first editor of each page that has a lab; `expected`: scripts to wait for, because
 *   a busy machine may ask for nothing for longer than a page at rest. One that does not come is waited for in vain, and not more.
 */
export async function weighPages(
  baseUrl: string,
  paths: readonly string[],
  options: { openEditor?: boolean; expected?: (path: string) => readonly string[] } = {},
): Promise<PageWeight[]> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  try {
    const weights: PageWeight[] = [];
    for (const path of paths) weights.push(await weighPage(browser, baseUrl, path, options));
    return weights;
  } finally {
    await browser.close();
  }
}

async function weighPage(
  browser: Browser,
  baseUrl: string,
  path: string,
  { openEditor = false, expected = () => [] }: NonNullable<Parameters<typeof weighPages>[2]>,
): Promise<PageWeight> {
  // What the service worker fetches in the background is not the page's, and comes once a version.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const responses: Response[] = [];
  context.on("response", (response) => responses.push(response));
  const loads = new PageLoads(context);
  try {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(baseUrl + path, { waitUntil: "load", timeout: LIMIT_MS });
    const labReadyMs = (await untilLabIsReady(page)) ? performance.now() - began : undefined;
    const limit = performance.now() + LIMIT_MS;
    do await loads.untilQuiet();
    while (!loads.hasAll(expected(path)) && performance.now() < limit);
    const before = await weigh(responses.splice(0), baseUrl);
    if (!openEditor || labReadyMs === undefined) return { path, before, labReadyMs, editor: undefined };
    const openedMs = await openTheEditor(page);
    await loads.untilQuiet();
    return { path, before, labReadyMs, editor: { ...(await weigh(responses.splice(0), baseUrl)), openedMs } };
  } finally {
    await context.close();
  }
}

async function untilLabIsReady(page: Page): Promise<boolean> {
  if ((await page.locator("quayside-lab").count()) === 0) return false;
  await page.locator("quayside-lab quayside-map").first().waitFor({ state: "visible", timeout: LIMIT_MS });
  return true;
}

/** Opens the first editor as a learner with a mouse does. Returns the milliseconds until Monaco stands. */
async function openTheEditor(page: Page): Promise<number> {
  const began = performance.now();
  await page.locator("quayside-lab .preview pre, quayside-editor").first().click({ timeout: LIMIT_MS });
  await page.locator(".monaco-editor .view-lines").first().waitFor({ state: "visible", timeout: LIMIT_MS });
  return performance.now() - began;
}

async function weigh(responses: readonly Response[], baseUrl: string): Promise<Weight> {
  const weight: Weight = { htmlBytes: 0, cssBytes: 0, jsBytes: 0, otherBytes: 0, files: [] };
  for (const response of responses) {
    const body = await response.body().catch(() => Buffer.alloc(0));
    const bytes = gzipSync(body, { level: 9 }).length;
    const type = response.headers()["content-type"] ?? "";
    if (type.includes("html")) weight.htmlBytes += bytes;
    else if (type.includes("css")) weight.cssBytes += bytes;
    else if (type.includes("javascript")) weight.jsBytes += bytes;
    else weight.otherBytes += bytes;
    weight.files.push({ path: response.url().replace(baseUrl, ""), bytes });
  }
  weight.files.sort((a, b) => b.bytes - a.bytes);
  return weight;
}
