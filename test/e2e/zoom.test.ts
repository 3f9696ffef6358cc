/** Zooming the map by wheel, keys, buttons, double click and two fingers; the page's own wheel stays the page's. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openWhole, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

const LESSON = "/en/tasks/life-of-a-task/";
const SANDBOX = "/sandbox/?scenario=instances";

interface Looked {
  readonly level: string;
  readonly isClipped: boolean;
}

/** How near the map looks. */
function looked(page: Page): Promise<Looked> {
  return page.locator("quayside-map").evaluate((map) => {
    const { scene } = map as unknown as { scene: { measure: { level: string }; isClipped: boolean } };
    return { level: scene.measure.level, isClipped: scene.isClipped };
  });
}

/** Points at a spot of the stage, and waits until the map is in use. */
async function pointAt(page: Page, x: number, y: number): Promise<void> {
  const box = await page.locator("quayside-map .stage").boundingBox();
  await page.mouse.move((box?.x ?? 0) + x, (box?.y ?? 0) + y);
  await page.mouse.move((box?.x ?? 0) + x + 1, (box?.y ?? 0) + y);
  await page.locator("quayside-map .tip").waitFor();
}

async function openSandbox(page: Page): Promise<void> {
  await page.goto(SANDBOX);
  await page.locator("quayside-map .machine").first().waitFor();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

test("the wheel looks nearer around the pointer, a hand moves the cloud, 0 fits it again", async ({ openPage }) => {
  const page = await openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await openSandbox(page);
  expect(await looked(page)).toEqual({ level: "mid", isClipped: false });
  await pointAt(page, 300, 160);
  await page.mouse.wheel(0, -100);
  await page.mouse.wheel(0, -100);
  await expect.poll(() => looked(page), SOON).toEqual({ level: "near", isClipped: true });
  await page.locator("quayside-map .task .container-name").first().waitFor();
  const place = () => page.locator("quayside-map .machine").first().boundingBox();
  const before = await place();
  await page.mouse.down();
  await page.mouse.move(600, 300, { steps: 4 });
  await page.mouse.move(560, 280, { steps: 4 });
  await page.mouse.up();
  await expect.poll(place, SOON).not.toEqual(before);
  expect(await page.locator("quayside-inspector dl").count()).toBe(0);
  await page.locator("quayside-map .focus").focus();
  await page.keyboard.press("0");
  await expect.poll(() => looked(page), SOON).toEqual({ level: "mid", isClipped: false });
});

test("buttons below the map zoom as well, and say how far", async ({ openPage }) => {
  const page = await openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await openSandbox(page);
  const said = () => page.locator("quayside-map #live").textContent();
  await page.getByRole("button", { name: "Nearer (+)" }).click();
  await expect.poll(said, SOON).toBe("Zoom 141 %");
  await page.getByRole("button", { name: "Fit the whole cloud (0)" }).click();
  await expect.poll(said, SOON).toBe("Zoom 100 %");
  await page.getByRole("button", { name: "Farther (-)" }).click();
  await expect.poll(said, SOON).toBe("Zoom 71 %");
});

test("in a lesson the wheel scrolls the page, until the map is clicked; with Ctrl it zooms at once", async ({
  page,
}) => {
  await openWhole(page, LESSON);
  await page.getByRole("button", { name: "Register & run" }).click();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  const tip = page.locator("quayside-map .tip");
  await expect
    .poll(async () => {
      await page.locator("quayside-map .task").first().hover();
      return tip.count();
    }, SOON)
    .toBe(1);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY), SOON).toBe(top + 60);
  expect((await looked(page)).isClipped).toBe(false);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -60);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await looked(page)).isClipped, SOON).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(top + 60);
  await page.getByRole("button", { name: "Fit the whole cloud (0)" }).click();
  await page.locator("quayside-map .task").first().click();
  await page.locator("quayside-inspector header").waitFor();
  const now = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, -60);
  await expect.poll(async () => (await looked(page)).isClipped, SOON).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(now);
});

test("what is chosen comes out from under the inspector, and goes back when that is closed", async ({ openPage }) => {
  const page = await openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await openWhole(page, LESSON);
  for (let more = 0; more < 3; more += 1) await page.getByRole("button", { name: "Register & run" }).click();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  const tasks = page.locator("quayside-map .task");
  await expect.poll(() => tasks.count(), SOON).toBe(3);
  const rights = await tasks.evaluateAll((all) => all.map((task) => task.getBoundingClientRect().right));
  const last = rights.indexOf(Math.max(...rights));
  await tasks.nth(last).click();
  await page.locator("quayside-inspector header").waitFor();
  const cover = await page.locator("quayside-lab .side").boundingBox();
  const right = () => tasks.nth(last).evaluate((task) => task.getBoundingClientRect().right);
  await expect.poll(right, SOON).toBeLessThanOrEqual(cover?.x ?? 0);
  await page.keyboard.press("Escape");
  await page.locator("quayside-inspector button").first().click();
  await expect.poll(right, SOON).toBeCloseTo(rights[last] ?? 0, 0);
});
