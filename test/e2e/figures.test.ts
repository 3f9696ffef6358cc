/**
 * The figures of the lessons on phones: none is wider than its column, so that nobody has to scroll it sideways, and the
 * letters of a drawing stay large enough to be read. It leaves out the clusters that run: their map has zoom.
 */
import { globSync } from "node:fs";
import { inRepository } from "@quayside/toolchain/repository";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./browser.ts";

const LESSONS = globSync("{en,vi}/*/*/index.html", { cwd: inRepository("dist") })
  .map((file) => `/${file.replaceAll("\\", "/").replace("index.html", "")}`)
  .filter((path) => !/\/(?:rules|failures)\//.test(path))
  .sort();
/** The smallest letters of a drawing, in pixels of the page; the smallest phone may be a little below. */
const SMALLEST = [
  [390, 11],
  [320, 10.5],
] as const;

/** What of the figures is wider than its column, or smaller than can be read, as sentences. */
function faults(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const frames = [...document.querySelectorAll("figure.figure > .frame")];
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const tooWide = (frame: Element) =>
      [frame, ...frame.querySelectorAll(":not(svg *)")]
        .filter((element) => shown(element) && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.localName}: ${element.scrollWidth} in ${element.clientWidth}`);
    const tooSmall = (frame: Element) =>
      [...frame.querySelectorAll("text")].filter(shown).flatMap((text) => {
        const scale = text.getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        return size < limit && text.textContent.trim() !== "" ? [`"${text.textContent}": ${size.toFixed(1)} px`] : [];
      });
    return frames.flatMap((frame) => [...tooWide(frame), ...outside(frame), ...tooSmall(frame)]);

    function outside(frame: Element): string[] {
      return [...frame.querySelectorAll("svg")].filter(shown).flatMap((svg) => {
        const box = svg.getBoundingClientRect();
        const out = [...svg.querySelectorAll("text")].filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left < box.left - 1 || right > box.right + 1;
        });
        return out.map((text) => `"${text.textContent}" leaves the drawing`);
      });
    }
  }, smallest);
}

test("every figure fits a phone, of 390 pixels and of 320", async ({ openPage }) => {
  expect(LESSONS.length).toBeGreaterThan(40);
  // Drawings stand in the page as it comes, and without the lab sixty pages are a matter of seconds.
  const page = await openPage({
    viewport: { width: 390, height: 844 },
    reducedMotion: "reduce",
    javaScriptEnabled: false,
  });
  const found: Record<string, string[]> = {};
  for (const path of LESSONS) {
    await page.goto(path);
    for (const [width, smallest] of SMALLEST) {
      await page.setViewportSize({ width, height: 844 });
      const faulty = await faults(page, smallest);
      if (faulty.length > 0) found[`${path} at ${width}`] = faulty;
    }
  }
  expect(found).toEqual({});
}, 120_000);
