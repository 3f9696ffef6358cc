/** Words of a lesson that ring things on the lab's map: by pointer, by keyboard, by touch, and nothing moves. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, test } from "./browser.ts";

const LESSON = "/en/start/what-you-can-do/";
const SOON = { timeout: 15_000 };

/** Opens the first lesson with a task that runs. */
async function openWithTask(page: Page): Promise<void> {
  await page.goto(LESSON);
  await page.getByRole("button", { name: "Register & run" }).click();
  await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

const rings = (page: Page): Promise<number> => page.locator("quayside-map .rings g").count();
const running = (page: Page) => page.locator('[data-mark="status:RUNNING"]').first();
const provisioning = (page: Page) => page.locator('[data-mark="status:PROVISIONING"]').first();

describe("words that stand for something on the map", () => {
  test("ring it while they are pointed at, and only then", async ({ page }) => {
    await openWithTask(page);
    await page.locator('.term[data-mark="subnet"]').hover();
    // The private ones are folded away: nothing stands in them.
    await expect.poll(() => rings(page), SOON).toBe(2);
    await running(page).hover();
    await expect.poll(() => rings(page), SOON).toBe(1);
    // The task may still be on its way into its subnet. With its network interface at the edge it is a little wider on that side.
    const aside = async (): Promise<number> => {
      const box = await page.locator("quayside-map .task").boundingBox();
      const ring = await page.locator("quayside-map .rings .ring").boundingBox();
      if (box === null || ring === null) throw new Error("there is no ring around the task");
      expect(ring.width).toBeGreaterThan(box.width);
      return Math.abs(ring.x + ring.width / 2 - (box.x + box.width / 2));
    };
    await expect.poll(aside, SOON).toBeLessThan(12);
    await page.locator("h1").first().hover();
    await expect.poll(() => rings(page), SOON).toBe(0);
  });

  test("are reached by keyboard, are kept by Enter, and say how many there are", async ({ page }) => {
    await openWithTask(page);
    await provisioning(page).focus();
    await page.keyboard.press("Enter");
    const live = page.locator("quayside-map #live");
    await expect.poll(() => live.textContent(), SOON).toContain("Nothing of that");
    await running(page).focus();
    await expect.poll(() => rings(page), SOON).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => live.textContent(), SOON).toContain("Ringed on the map: 1");
    expect(await running(page).getAttribute("aria-pressed")).toBe("true");
    expect(await provisioning(page).getAttribute("aria-pressed")).toBe("false");
    await page.locator("h1").first().hover();
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator("quayside-lab").getAttribute("highlight"), SOON).toBe("status:RUNNING pinned");
    await running(page).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => rings(page), SOON).toBe(0);
  });

  test("are marked themselves while their thing on the map is pointed at, or has the focus", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await openWithTask(page);
    const pointed = () =>
      page
        .locator("[data-pointed]")
        .evaluateAll((words) => [...new Set(words.map((word) => (word as HTMLElement).dataset.mark))].sort());
    const box = await page.locator("quayside-map .task").boundingBox();
    const subnet = await page.locator("quayside-map .subnet").last().boundingBox();
    if (box === null || subnet === null) throw new Error("the map shows no task in a subnet");
    await page.mouse.move(box.x + box.width / 2, box.y + 5);
    await expect.poll(pointed, SOON).toEqual(["status:RUNNING", "task"]);
    await page.mouse.move(subnet.x + subnet.width - 5, subnet.y + subnet.height - 5);
    await expect.poll(pointed, SOON).toEqual(["subnet"]);
    await page.mouse.move(5, 400);
    await expect.poll(pointed, SOON).toEqual([]);
    await page.locator("quayside-map .focus").focus();
    await expect.poll(pointed, SOON).toEqual(["status:RUNNING", "task"]);
    await page.keyboard.press("Tab");
    await expect.poll(pointed, SOON).toEqual([]);
  });

  test("are kept by a tap until the next, also for a lab that comes later", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto(LESSON);
    await page.locator('.term[data-mark="subnet"]').tap();
    await page.locator(".meaning:popover-open").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".sheet-open").tap();
    await expect.poll(() => rings(page), SOON).toBe(4);
    await page.locator(".sheet-close").tap();
    await page.locator('.term[data-mark="subnet"]').tap();
    await expect.poll(() => page.locator("quayside-lab").getAttribute("highlight"), SOON).toBe(null);
    expect(await page.locator("[data-pinned]").count()).toBe(0);
  });

  test("move nothing on the page", async ({ page }) => {
    await openWithTask(page);
    const places = () =>
      page.locator(".prose [data-mark], .prose p").evaluateAll((all) =>
        all.map((element) => {
          const { width, height } = element.getBoundingClientRect();
          return [width, height];
        }),
      );
    const before = await places();
    await running(page).click();
    await page.locator("[data-pinned]").waitFor();
    expect(await places()).toEqual(before);
  });

  test.for(LOOKS)("are accessible: $name", async ({ viewport, colorScheme }, { openPage }) => {
    const page = await openPage({ viewport, colorScheme, reducedMotion: "reduce" });
    await page.goto(LESSON);
    await running(page).click();
    await page.locator("[data-pinned]").waitFor();
    expect(await accessibilityViolations(page, { include: ".prose" })).toEqual([]);
  });
});
