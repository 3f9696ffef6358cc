/** The lesson that browser tests go through, and how its lab is reached in every window. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

export const LESSON = "/en/task-definitions/anatomy/";

/** Longest wait for something to come true. */
export const SOON = { timeout: 15_000 };

/** A window in which a lesson's lab is a sheet and the editor stays a plain text area. */
export const NARROW = { viewport: { width: 640, height: 900 } };

/** Opens the lesson and its lab's sheet. */
export async function openLesson(page: Page): Promise<void> {
  await page.goto(LESSON);
  await openSheet(page);
}

/** Brings the lab of an open lesson into sight with all of it: on a phone the sheet is made full. Scripts may come after the first click. */
export async function openSheet(page: Page): Promise<void> {
  const lab = page.locator("quayside-lab");
  await expect
    .poll(async () => {
      if (!(await lab.isVisible())) await page.locator(".sheet-open").click();
      return lab.locator(".lab").isVisible();
    }, SOON)
    .toBe(true);
  if ((await lab.getAttribute("sheet")) === "half") await page.locator("[data-sheet-grip]").click();
}
