/** The site's own letters: which files a page loads, and how much that is. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openWhole, test } from "./browser.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;
/** Most bytes of letters on a page. Ours. */
const MOST_BYTES = { en: 52_000, vi: 70_000 } as const;

/** Letters that pages load, by name without hash, with their bytes. */
async function lettersOf(page: Page, path: string): Promise<Map<string, number>> {
  const letters = new Map<string, number>();
  page.on("response", async (response) => {
    const name = /([\w-]+)\.[\w-]+\.woff2$/.exec(new URL(response.url()).pathname)?.[1];
    if (name !== undefined) letters.set(name, (await response.body()).length);
  });
  await openWhole(page, path);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return letters;
}

const LATIN = ["source-code-pro-latin-wght-normal", "source-sans-3-latin-wght-normal"];
const VIETNAMESE = ["source-code-pro-vietnamese-wght-normal", "source-sans-3-vietnamese-wght-normal"];

test.for(["/", "/vi/", "/en/tasks/life-of-a-task/", "/vi/tasks/life-of-a-task/", "/sandbox/", "/vi/sandbox/"])(
  "%s loads the letters that it shows, and no others",
  async (path, { openPage }) => {
    const letters = await lettersOf(await openPage(WIDE), path);
    const names = [...letters.keys()];
    const lang = path.startsWith("/vi/") ? "vi" : "en";
    expect(names).toEqual(expect.arrayContaining(LATIN));
    expect(names.filter((name) => ![...LATIN, ...(lang === "vi" ? VIETNAMESE : [])].includes(name))).toEqual([]);
    expect([...letters.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(MOST_BYTES[lang]);
  },
);
