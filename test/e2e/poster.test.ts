/** Pictures of labs in a real browser: without scripts, before the scripts, and behind a shared link. */
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, test } from "./browser.ts";

const LESSON = "/en/task-definitions/anatomy/";

describe("without scripts", () => {
  test.for(LOOKS)("a lesson shows its lab at work: $name", async ({ viewport, colorScheme }, { openPage }) => {
    const page = await openPage({ viewport, colorScheme, javaScriptEnabled: false });
    await page.goto(LESSON);
    const poster = page.getByRole("img", { name: "The map of this lab while its tasks run" });
    await poster.scrollIntoViewIfNeeded();
    expect((await poster.boundingBox())?.width).toBeGreaterThan(300);
    expect(await poster.textContent()).toContain("webserver:");
  });

  test("the sandbox shows what would run there", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
    await page.goto("/sandbox/");
    expect((await page.locator("quayside-lab svg").boundingBox())?.width).toBeGreaterThan(600);
  });

  test.for([{ viewport: { width: 1440, height: 900 } }, { viewport: { width: 390, height: 844 } }])(
    "the home page shows its cluster, and nothing to press in it, at $viewport.width",
    async ({ viewport }, { openPage }) => {
      const page = await openPage({ viewport, javaScriptEnabled: false });
      await page.goto("/vi/");
      const cluster = page.locator("quayside-hero .story");
      expect(await cluster.locator(".task:visible").count()).toBe(9);
      expect(await cluster.locator(".caption").textContent()).toContain("Chín task");
      expect(await cluster.locator("button:visible").count()).toBe(0);
    },
  );
});

describe("before the lab's scripts have come", () => {
  test("the picture is there, readable for a screen reader, and gives way without moving anything", async ({
    openPage,
  }) => {
    const page = await openPage({ viewport: { width: 1440, height: 900 } });
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/\/_astro\/quayside-lab\./, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(LESSON);
    await page.getByRole("img", { name: "The map of this lab while its tasks run" }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    letThrough();
    await page.locator("quayside-lab .lab").waitFor();
    expect(await page.locator(".lab-poster:visible").count()).toBe(0);
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, each) => sum + each, 0)).toBeLessThan(0.02);
  });
});

describe("a shared link", () => {
  test.for(["en", "vi"])("to a lesson has its own picture: %s", async (lang, { page, siteUrl }) => {
    await page.goto(`/${lang}/task-definitions/anatomy/`);
    const image = await page.locator('meta[property="og:image"]').getAttribute("content");
    const response = await fetch(siteUrl + new URL(image ?? "").pathname);
    expect(response.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test("to a picture of a lab shows it in the colours of the system's theme", async ({ openPage, traps }) => {
    // A picture on its own cannot name its icon, so the browser guesses.
    traps.allow(/favicon\.ico/);
    const fills = [];
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await openPage({ colorScheme });
      await page.goto("/posters/en-01-01.svg");
      fills.push(await page.evaluate(() => getComputedStyle(document.querySelector("rect") as Element).fill));
    }
    expect(new Set(fills).size).toBe(2);
  });
});
