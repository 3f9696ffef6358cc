/** The lesson that browser tests go through, and how its lab is reached in every window. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

export const LESSON = "/en/task-definitions/anatomy/";

/** Longest wait for something to come true. */
export const SOON = { timeout: 15_000 };

/** A window in which a lesson's lab is a sheet and the editor stays a plain text area. */
export const NARROW = { viewport: { width: 640, height: 900 } };

/** Opens the lesson and its lab's sheet; the page's script may come after the first click. */
export async function openLesson(page: Page): Promise<void> {
  await page.goto(LESSON);
  await expect
    .poll(async () => {
      if (!(await page.locator("quayside-lab").isVisible())) await page.locator(".sheet-open").click();
      return page.locator("quayside-lab .lab").isVisible();
    }, SOON)
    .toBe(true);
}
