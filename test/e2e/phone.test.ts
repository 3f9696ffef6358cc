/** A lesson on a phone: three heights of the lab's sheet, the step in its head, the prompt above the keyboard, the header. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

const LESSON = "/en/tasks/life-of-a-task/";
const PHONES = [
  { name: "390, light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "320, dark", viewport: { width: 320, height: 640 }, colorScheme: "dark" },
] as const;
const TOUCH = { hasTouch: true, isMobile: true, reducedMotion: "reduce" } as const;

const sheet = (page: Page) => page.locator("quayside-lab").getAttribute("sheet");
const clock = (page: Page) => page.locator("[data-sheet-clock]").textContent();

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  return box;
}

async function openHalf(page: Page, path = LESSON): Promise<void> {
  await page.goto(path);
  await page.locator(".sheet-open").tap();
  await page.locator("quayside-lab .lab").waitFor();
  await expect.poll(() => sheet(page), SOON).toBe("half");
}

describe.each(PHONES)("$name", ({ name: _name, ...look }) => {
  test("a bar of 56 pixels plays and says how far one is; half leaves the text readable; full has the prompt", async ({
    openPage,
  }) => {
    const page = await openPage({ ...look, ...TOUCH });
    await page.goto(LESSON);
    const { width, height } = look.viewport;
    const bar = await boxOf(page, ".sheet-bar");
    expect([bar.height, bar.y + bar.height]).toEqual([56, height]);
    expect(await page.locator(".sheet-open").textContent()).toMatch(/0 of \d/);

    await page.locator(".sheet-open").tap();
    await page.locator("quayside-lab .lab").waitFor();
    const half = await boxOf(page, ".lab-pane");
    expect(half.height / height).toBeCloseTo(0.56, 2);
    const map = await boxOf(page, "quayside-map");
    expect(map.height).toBeGreaterThan(height / 5);
    expect(await page.locator("quayside-lab [role=tab]").first().isVisible()).toBe(false);
    expect(await page.locator(".prose").evaluate((prose) => (prose as HTMLElement).inert)).toBe(false);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await page.locator("[data-sheet-grip]").tap();
    await expect.poll(() => sheet(page), SOON).toBe("full");
    await page.locator("quayside-lab #tab-terminal").tap();
    const prompt = page.locator("quayside-terminal input");
    await expect.poll(() => prompt.evaluate((input) => input.matches(":focus")), SOON).toBe(true);
    // The keyboard takes the lower part of the window.
    await page.setViewportSize({ width, height: height - 280 });
    await expect
      .poll(async () => {
        const box = await prompt.boundingBox();
        return box !== null && box.y > 0 && box.y + box.height <= height - 280;
      }, SOON)
      .toBe(true);
    await page.setViewportSize({ width, height });
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.keyboard.press("Escape");
    await page.locator(".sheet-close").tap();
    await expect.poll(() => sheet(page), SOON).toBe("bar");
  });

  test("the header has the sandbox and the progress in it", async ({ openPage }) => {
    const page = await openPage({ ...look, ...TOUCH });
    await openHalf(page);
    for (const name of ["Course", "Sandbox", "Progress"]) {
      const link = page.locator(".header .links .link", { hasText: name });
      const box = await link.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= look.viewport.width, name).toBe(true);
    }
    await page.locator(".header .link", { hasText: "Progress" }).tap();
    await page.waitForURL("**/progress/");
  });
});

test("time goes on while only the bar is to be seen, and the bar pauses it", async ({ openPage }) => {
  const page = await openPage({ ...TOUCH, viewport: PHONES[0].viewport });
  await openHalf(page);
  await page
    .locator("[data-run]")
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await page.locator("quayside-terminal .out").first().waitFor();
  expect(await sheet(page)).toBe("full");
  await page.locator(".sheet-close").tap();
  const play = page.locator("[data-sheet-play]");
  await play.waitFor();
  if ((await play.getAttribute("data-playing")) === null) await play.tap();
  const before = await clock(page);
  await expect.poll(() => clock(page), SOON).not.toBe(before);
  await play.tap();
  await expect.poll(() => play.getAttribute("data-playing"), SOON).toBe(null);
});

test("the head shows the next step with what its check observes, and turns to others", async ({ openPage }) => {
  const page = await openPage({ ...TOUCH, viewport: PHONES[0].viewport });
  await openHalf(page, "/vi/tasks/life-of-a-task/");
  const strip = page.locator("[data-sheet-step]");
  const number = () => strip.locator("[data-step-number]").textContent();
  expect(await number()).toBe("1");
  await page
    .locator("[data-run]")
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => strip.locator("[data-step-live]").textContent(), SOON).toMatch(/^Task /);
  await page.locator("[data-sheet-grip]").tap();
  await expect.poll(() => sheet(page), SOON).toBe("half");
  await strip.locator("[data-step-by='1']").tap();
  expect(await number()).toBe("2");
  const step = await page.locator(".step").nth(1).boundingBox();
  expect(step?.y ?? -1).toBeGreaterThanOrEqual(0);
  expect(step?.y ?? 9999).toBeLessThan(200);
});

test("a finger pulls the sheet to its heights", async ({ openPage }) => {
  const page = await openPage({ ...TOUCH, viewport: PHONES[0].viewport });
  await openHalf(page);
  const pull = async (toY: number) => {
    const grip = await boxOf(page, "[data-sheet-grip]");
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2, toY, { steps: 4 });
    await page.mouse.up();
  };
  await pull(80);
  expect(await sheet(page)).toBe("full");
  await pull(400);
  expect(await sheet(page)).toBe("half");
  await pull(830);
  expect(await sheet(page)).toBe("bar");
});
