/** A reader without a mouse: moves by Tab to what is wanted, and notices every stop on the way that cannot be seen. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Most stops between two things of a page. */
const MOST_STOPS = 150;

/** Presses Tab, or Shift+Tab with `back`, until the element has the focus. Fails when it never has, or a stop is unseen. */
export async function tabTo(page: Page, wanted: Locator, { back = false } = {}): Promise<void> {
  const unseen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS && !(await hasFocus(wanted)); stop += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const hidden = await unseenFocus(page);
    if (hidden !== "") unseen.push(hidden);
  }
  expect(await hasFocus(wanted), `${wanted} is reached by Tab; the focus is on ${await nameOfFocus(page)}`).toBe(true);
  expect(unseen, "stops of Tab that cannot be seen").toEqual([]);
}

/** Goes to something by Tab and presses it. */
export async function press(page: Page, wanted: Locator, options?: { back?: boolean }): Promise<void> {
  await tabTo(page, wanted, options);
  await page.keyboard.press("Enter");
}

/** Goes to the lab's tabs and, by arrows, to the one of that name. */
export async function openTab(page: Page, name: RegExp, options?: { back?: boolean }): Promise<void> {
  await tabTo(page, page.locator("quayside-lab [role=tab][tabindex='0']"), options);
  const wanted = page.getByRole("tab", { name });
  for (let tab = 0; tab < 8 && !(await hasFocus(wanted)); tab += 1) await page.keyboard.press("ArrowRight");
  expect(await wanted.getAttribute("aria-selected")).toBe("true");
}

/** Whether an element, or the control inside of it that types for it, has the focus, through every shadow root. */
export async function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((elements) =>
    elements.some((element) => {
      const { activeElement } = element.getRootNode() as Document | ShadowRoot;
      return activeElement !== null && element.contains(activeElement);
    }),
  );
}

/** What has the focus, in words; empty when nothing has. */
export async function nameOfFocus(page: Page): Promise<string> {
  return (await focusNow(page)).name;
}

async function unseenFocus(page: Page): Promise<string> {
  const { name, seen } = await focusNow(page);
  return seen ? "" : name;
}

/** What has the focus, and whether any of it is in the window. Nothing at all (the end of the page) counts as seen. */
async function focusNow(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at === null || at === document.body) return { name: "", seen: true };
    // Monaco types into an invisible field that it keeps at its caret.
    const { left, top, right, bottom } = (at.closest(".monaco-editor") ?? at).getBoundingClientRect();
    const seen = right > left && bottom > top && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    const words = at.getAttribute("aria-label") ?? at.textContent?.trim().slice(0, 40) ?? "";
    return { name: `<${at.localName}> ${words}`, seen };
  });
}
