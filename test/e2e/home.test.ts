/** The home page: its cluster lives, is ended and healed by itself and by hand, and its doors know where the reader is. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, openWhole, scrollsSideways, test } from "./browser.ts";
import { press } from "./keyboard.ts";

const WIDE = { width: 1440, height: 900 };
const SOON = { timeout: 60_000 };
const hero = (page: Page) => page.locator("quayside-hero");
const caption = (page: Page) => hero(page).locator(".caption");
const end = (page: Page, index: number) => hero(page).locator("[data-act=end]").nth(index);
const running = (page: Page) => hero(page).locator(".place .task.running").count();

describe("the cluster", () => {
  test("loses an instance by itself, says what AWS says, and is whole again", { timeout: 120_000 }, async ({
    page,
  }) => {
    await openWhole(page, "/");
    await caption(page).getByText("Nine tasks of web").waitFor();
    await caption(page)
      .getByText(/Host EC2 \(instance i-0d5d77\w+\) terminated\./)
      .waitFor(SOON);
    expect(await running(page)).toBe(6);
    await caption(page).getByText("Nine of nine again.").waitFor(SOON);
    expect(await running(page)).toBe(9);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test("obeys a click in the first seconds, has no room after the second, and takes another instance", {
    timeout: 120_000,
  }, async ({ page }) => {
    await openWhole(page, "/");
    await end(page, 0).click();
    await caption(page).getByText("You ended i-0b78ec.").waitFor(SOON);
    await caption(page).getByText("Nine of nine again.").waitFor(SOON);
    await end(page, 1).click();
    await caption(page).getByText("No room for 4: RESOURCE:MEMORY.").waitFor(SOON);
    expect(await running(page)).toBe(5);
    await hero(page).getByRole("button", { name: "Launch an instance" }).click();
    await caption(page).getByText("has joined the cluster").waitFor(SOON);
    await caption(page).getByText("Nine of nine again.").waitFor(SOON);
    await hero(page).getByRole("button", { name: "Again" }).click();
    await caption(page).getByText("Nine tasks of web").waitFor();
  });

  test("is paused, gone on with and ended by keyboard", { timeout: 120_000 }, async ({ page }) => {
    await openWhole(page, "/");
    await press(page, hero(page).getByRole("button", { name: "Pause" }));
    const clock = hero(page).locator(".clock");
    const stood = await clock.textContent();
    await page.waitForTimeout(400);
    expect(await clock.textContent()).toBe(stood);
    await press(page, end(page, 2));
    await caption(page).getByText("You ended i-0bc0c7.").waitFor(SOON);
    await hero(page).getByRole("button", { name: "Pause" }).waitFor();
  });

  test("begins paused for who wants no movement, and obeys all the same", { timeout: 120_000 }, async ({
    openPage,
  }) => {
    const page = await openPage({ viewport: WIDE, reducedMotion: "reduce" });
    await openWhole(page, "/");
    await hero(page).getByRole("button", { name: "Play" }).waitFor();
    await end(page, 1).click();
    await caption(page).getByText("Host EC2").waitFor(SOON);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test("moves nothing of the page while its story is told", { timeout: 120_000 }, async ({ openPage }) => {
    for (const viewport of [WIDE, { width: 390, height: 844 }, { width: 320, height: 640 }]) {
      const page = await openPage({ viewport });
      await page.addInitScript(() => {
        Object.assign(globalThis, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
            if (!entry.hadRecentInput) (globalThis as unknown as { shift: number }).shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await openWhole(page, "/vi/");
      await caption(page).getByText("Lại đủ chín task.").waitFor(SOON);
      expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.02);
      expect(await scrollsSideways(page)).toBe(false);
      await page.close();
    }
  });
});

describe("above the fold", () => {
  test("stand the cluster, three doors and the head of the course map; nothing says what is missing", async ({
    page,
  }) => {
    for (const path of ["/", "/vi/"]) {
      await openWhole(page, path);
      for (const place of [hero(page), page.locator("[data-door]").last(), page.locator("#course h3").first()]) {
        const box = await place.boundingBox();
        expect((box?.y ?? 900) + (box?.height ?? 0), `${path} ${place}`).toBeLessThanOrEqual(900);
      }
      expect(await page.locator("main").textContent()).not.toMatch(
        /not here yet|planned|not written|chưa viết|sắp có/i,
      );
    }
  });
});

describe("the doors and the course map", () => {
  test("say where the reader is", async ({ page }) => {
    await page.goto("/en/start/what-you-can-do/");
    await page.locator("quayside-lab .lab").waitFor();
    await page.getByRole("button", { name: "Register & run" }).click();
    await page.locator('[data-step="check"][data-done]').first().waitFor();
    await page.goto("/");
    const learn = page.locator("[data-door=learn]");
    await learn.getByText(/Next: 00\/01 What you can do here, step 2 of \d/).waitFor();
    await learn.getByRole("link", { name: "Go on" }).waitFor();
    const square = page.locator("#course [data-lesson-link='00/01']");
    await expect.poll(() => square.getAttribute("data-begun")).toBe("");
    expect(await square.textContent()).toContain("(begun)");
  });

  test("know where the sandbox stands", async ({ page }) => {
    await page.goto("/sandbox/?scenario=web-running");
    await page.locator("quayside-lab .lab").waitFor();
    await page.getByRole("button", { name: "Until quiet" }).click();
    await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
    await expect.poll(() => page.evaluate(keptRuns), SOON).toContain("run:scenario/web-running");
    await page.goto("/");
    const link = page.locator("[data-door=sandbox]").getByRole("link", { name: /Continue at \d\d:\d\d/ });
    await link.waitFor();
    await link.click();
    await page.waitForURL("**/sandbox/?scenario=web-running");
    await page.locator("quayside-lab .notice", { hasText: "Continued at" }).waitFor();
  });
});

/** Keys of the runs that are kept. Runs in the browser, where nothing of this module is. */
function keptRuns(): Promise<IDBValidKey[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("quayside");
    opening.onsuccess = () => {
      const keys = opening.result.transaction("progress").objectStore("progress").getAllKeys();
      keys.onsuccess = () => resolve(keys.result);
    };
  });
}
