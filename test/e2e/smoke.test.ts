/** The shortest journey: every kind of page opens in a real browser, whole, reachable, and without a word of complaint. */
import { globSync } from "node:fs";
import { inRepository } from "@quayside/toolchain/repository";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, openWhole, scrollsSideways, test } from "./browser.ts";

const PAGES = ["/", "/vi/", "/sandbox/", "/coverage/", "/progress/", ...lessons()];

/** Each size and each theme once: the other two combinations share their layout with one and their colours with another. */
const SIZES_AND_THEMES = LOOKS.filter(({ name }) => name === "wide and light" || name === "narrow and dark");

function lessons(): string[] {
  const files = globSync("content/docs/{en,vi}/*/*/index.mdx", { cwd: inRepository() });
  // `/en/start/what-you-can-do/`: the folders without the numbers that order them.
  return files
    .map(
      (file) =>
        `/${file
          .replaceAll("\\", "/")
          .replace("content/docs/", "")
          .replace(/\/\d+-/g, "/")}`,
    )
    .map((path) => path.replace(/index\.mdx$/, ""))
    .sort();
}

describe.each(PAGES)("%s", (path) => {
  test.for(SIZES_AND_THEMES)(
    "opens with a title, a heading and its language, is accessible and fits the window: $name",
    async ({ viewport, colorScheme }, { openPage }) => {
      const page = await openPage({ viewport, colorScheme, reducedMotion: "reduce" });
      const response = await openWhole(page, path);
      expect(response?.status()).toBe(200);
      expect(await page.title()).toMatch(/Quayside/);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("html").getAttribute("lang")).toBe(path.startsWith("/vi/") ? "vi" : "en");
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );
});

test("an address that does not exist answers 404 with a page that leads on", async ({ page, traps }) => {
  traps.allow(/status of 404/);
  const response = await page.goto("/there-is-no-such-page/");
  expect(response?.status()).toBe(404);
  expect(await page.locator("a[href='/']").count()).toBeGreaterThan(0);
});

test("the policy of the pages forbids scripts that are not ours", async ({ page, traps }) => {
  traps.allow(/Content Security Policy/i);
  await page.goto("/");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.injected = true";
    document.head.append(script);
    return "injected" in globalThis;
  });
  expect(ran).toBe(false);
});
