/**
 * Every kind of page on the smallest phone that we promise, 320 pixels wide, in both languages, with our letters and with
 * letters as wide as DejaVu Sans: the page does not scroll sideways, no text is cut off, strips that scroll show it, and what
 * is pressed is large enough to be hit.
 */
import { globSync } from "node:fs";
import { inRepository } from "@quayside/toolchain/repository";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openWhole, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";
import { standsForItself } from "./rule-pages.ts";

const PHONE = { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" } as const;

/** Each page of the built site but the decision records, of which one stands for all. */
const PAGES = globSync("**/*.html", { cwd: inRepository("dist") })
  .map((file) => `/${file.replaceAll("\\", "/").replace(/index\.html$/, "")}`)
  .filter((path) => !path.startsWith("/internals/decisions/") || path.includes("/0008-"))
  .filter((path) => path !== "/en/" && standsForItself(path))
  .sort();

/** Where text is cut off, and what is too small to be pressed, as sentences; shadow roots included. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const pressed = "a[href], button, summary, select, [role=button], [role=tab]";
    const look = (element: Element, path: string) => {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      if (style.visibility === "hidden" || width < 3 || height < 3) return;
      const name = `${path}${element.localName}.${element.getAttribute("class") ?? ""}`;
      const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2;
      // The colours of the plain editor lie under its text, which scrolls.
      const follows = element.querySelector(":scope > textarea") !== null;
      const cuts = /hidden|clip/.test(style.overflowX) && style.textOverflow !== "ellipsis" && !follows;
      if (wide && cuts) found.add(`${name} is cut: ${element.scrollWidth} in ${element.clientWidth}`);
      // The spacing of the page's own links in text is its lines' (WCAG 2.5.8, inline).
      if (element.matches(pressed) && style.display !== "inline" && Math.min(width, height) < 24)
        found.add(`${name} is ${Math.round(width)} by ${Math.round(height)}`);
      const strip = element.matches("[role=tablist]") && wide && !element.classList.contains("edges");
      if (strip) found.add(`${name} scrolls and does not show it`);
    };
    const walk = (root: ParentNode, path: string) => {
      for (const element of root.querySelectorAll("*")) {
        look(element, path);
        if (element.shadowRoot) walk(element.shadowRoot, `${path}${element.localName} > `);
      }
    };
    walk(document, "");
    return [...found];
  });
}

/**
 * Gives a page letters as wide as DejaVu Sans, the widest that a system has: ours, stretched, so on every machine the same.
 * Bold ones are wider still.
 */
async function widenLetters(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ours = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter(
        (rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule && rule.cssText.includes("source-sans"),
      );
    const widths = [
      ["100 549", "122%"],
      ["550 900", "132%"],
    ];
    const faces = widths.flatMap(([weight, width]) =>
      ours.map(({ style }) => {
        const range = style.getPropertyValue("unicode-range");
        return `@font-face { font-family: Wide; font-weight: ${weight}; size-adjust: ${width}; src: ${style.getPropertyValue("src")}; unicode-range: ${range}; }`;
      }),
    );
    const sheet = document.createElement("style");
    sheet.textContent = `${faces.join("\n")} html:root:root { --q-sans: Wide; --qs-font: Wide; }`;
    document.head.append(sheet);
    await document.fonts.ready;
  });
  await expect.poll(() => page.evaluate(() => document.fonts.check("16px Wide")), SOON).toBe(true);
}

describe.each(PAGES)("%s", (path) => {
  test("fits a phone of 320 pixels", async ({ openPage, traps }) => {
    if (path === "/404.html") traps.allow(/404/);
    const page = await openPage(PHONE);
    await openWhole(page, path);
    await expectFit(page);
    const sheet = page.locator(".sheet-open");
    if ((await sheet.count()) > 0) {
      await sheet.click();
      await page.locator("quayside-lab .lab").waitFor();
      await expectFit(page);
      await page.locator("[data-sheet-grip]").click();
      await expectFit(page);
    }
    await widenLetters(page);
    await expectFit(page);
  });
});

async function expectFit(page: Page): Promise<void> {
  expect(await scrollsSideways(page)).toBe(false);
  expect(await faults(page)).toEqual([]);
}

test("a strip of tabs shows by its edge that there is more", async ({ openPage }) => {
  const page = await openPage(PHONE);
  await page.goto("/vi/sandbox/");
  const tabs = page.locator("quayside-lab .tablist");
  await tabs.waitFor();
  const hidden = () => tabs.evaluate((strip) => strip.scrollWidth - strip.clientWidth - strip.scrollLeft);
  await expect.poll(hidden, SOON).toBeGreaterThan(5);
  expect(await tabs.evaluate((strip) => getComputedStyle(strip).backgroundAttachment)).toContain("local");
  await tabs.locator("[role=tab]").first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(hidden, SOON).toBeLessThan(2);
});
