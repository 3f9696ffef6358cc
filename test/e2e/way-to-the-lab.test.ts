/** How far it is by keyboard from the top of a lesson to the button that runs what stands in its editor. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { openWhole, test } from "./browser.ts";
import { hasFocus } from "./keyboard.ts";

const MOST_TABS = 15;
const LESSON = "/en/tasks/life-of-a-task/";

const skip = (page: Page, to: string) => page.getByRole("link", { name: to });

/** Presses Tab until something has the focus. @returns how often */
async function tabsTo(page: Page, wanted: Locator): Promise<number> {
  for (let tabs = 1; tabs <= MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await hasFocus(wanted)) return tabs;
  }
  return Number.POSITIVE_INFINITY;
}

test("a lesson's lab is two Tabs from the top, and its main button fewer than fifteen", async ({ page }) => {
  await openWhole(page, LESSON);
  expect(await tabsTo(page, skip(page, "Skip to the lab"))).toBe(2);
  expect((await skip(page, "Skip to the lab").boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  await expect.poll(() => hasFocus(page.locator("#lab"))).toBe(true);
  expect(await tabsTo(page, page.getByRole("button", { name: "Play" }))).toBe(1);

  await openWhole(page, LESSON);
  const toLink = await tabsTo(page, skip(page, "Skip to editor and terminal"));
  await page.keyboard.press("Enter");
  await expect.poll(() => hasFocus(page.getByRole("tab", { name: "Editor" }))).toBe(true);
  const toButton = await tabsTo(page, page.getByRole("button", { name: "Register & run" }));
  expect(toLink + toButton).toBeLessThanOrEqual(MOST_TABS);
});

test("without the shorter link it is fifteen Tabs, since the buttons below the map are one stop", async ({ page }) => {
  await openWhole(page, LESSON);
  const toLink = await tabsTo(page, skip(page, "Skip to the lab"));
  await page.keyboard.press("Enter");
  await expect.poll(() => hasFocus(page.locator("#lab"))).toBe(true);
  const toButton = await tabsTo(page, page.getByRole("button", { name: "Register & run" }));
  expect(toLink + toButton).toBeLessThanOrEqual(MOST_TABS);

  const fill = page.getByRole("button", { name: "Fill the page" });
  await page.getByRole("button", { name: "Table" }).focus();
  for (let presses = 0; presses < 8 && !(await hasFocus(fill)); presses += 1) await page.keyboard.press("ArrowRight");
  expect(await hasFocus(fill)).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => fill.getAttribute("aria-pressed")).toBe("true");
});

test("on a phone the way to the lab opens its sheet", async ({ openPage }) => {
  const page = await openPage({ viewport: { width: 390, height: 844 } });
  await page.goto(LESSON);
  await page.locator("[data-scripts]").waitFor();
  const opened = () => page.locator("html").getAttribute("data-lab-open");
  // The first press may come before the script of the sheet has.
  await expect
    .poll(async () => {
      if ((await opened()) === null) await skip(page, "Skip to the lab").press("Enter");
      return opened();
    })
    .toBe("full");
  await expect.poll(() => hasFocus(page.locator(".sheet-close"))).toBe(true);
});
