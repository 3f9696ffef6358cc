/**
 * Takes pictures of pages for people to look at: wide and narrow, light and dark, into test-results/.
 * Usage: `node packages/toolchain/src/shots.ts http://127.0.0.1:4321 / /sandbox/`. It compares nothing.
 */
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "./find-chromium.ts";
import { PageLoads } from "./page-loads.ts";
import { inRepository } from "./repository.ts";

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const SCHEMES = ["light", "dark"] as const;

/**
 * Takes four pictures of each page.
 * @param options `fullPage`: the whole length instead of the first screen
 * @returns absolute paths of the PNG files
 */
export async function takeShots(
  baseUrl: string,
  paths: readonly string[],
  options: { fullPage?: boolean } = {},
): Promise<string[]> {
  const folder = inRepository("test-results", "shots");
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  const files: string[] = [];
  try {
    for (const colorScheme of SCHEMES) {
      for (const viewport of WIDTHS) {
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
        const loads = new PageLoads(context);
        const page = await context.newPage();
        for (const path of paths) {
          await page.goto(new URL(path, baseUrl).href, { waitUntil: "load" });
          await loads.untilQuiet();
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const file = `${folder}/${nameOf(path)}-${viewport.width}-${colorScheme}.png`;
          await page.screenshot({ path: file, fullPage: options.fullPage ?? false });
          files.push(file);
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
  return files;
}

/** `/en/start/` as a part of a file name: `en-start`; the home page is `home`. */
function nameOf(path: string): string {
  return path.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "home";
}

async function main(words: readonly string[]): Promise<void> {
  const [baseUrl, ...paths] = words.filter((word) => word !== "--full");
  if (baseUrl === undefined || paths.length === 0) {
    throw new Error("Usage: node packages/toolchain/src/shots.ts BASE_URL PATH... [--full]");
  }
  for (const file of await takeShots(baseUrl, paths, { fullPage: words.includes("--full") })) console.log(file);
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
