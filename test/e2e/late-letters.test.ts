/** Letters that come late move nothing: a slow connection reads the whole page in those that stand in. */
import { expect } from "vitest";
import { test } from "./browser.ts";

const LATE_MS = 1_200;
const PAGES = ["/", "/vi/", "/en/tasks/life-of-a-task/", "/vi/tasks/life-of-a-task/", "/vi/start/what-you-can-do/"];

test.for(PAGES)("%s moves by less than 0.02", async (path, { openPage }) => {
  const page = await openPage({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await page.route(/\.woff2/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[])
        (globalThis as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.02);
});
