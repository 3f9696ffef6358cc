/** The lab's layout: what may move the map, what may cover it, and what stays readable and reachable in every window. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openWhole, test } from "./browser.ts";
import { openSheet, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

const LESSON = "/en/tasks/life-of-a-task/";
/** Most layout shift of a page, as Chromium counts it. Ours; below 0.1 is called good. */
const MOST_SHIFT = 0.02;

const lab = (page: Page) => page.locator("quayside-lab");

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  return box;
}

async function registerAndRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Register & run" }).click();
  await lab(page).locator(".notice", { hasText: "was created" }).waitFor();
}

async function inspectFirst(page: Page): Promise<void> {
  await page.locator("quayside-map .focus").focus();
  await page.keyboard.press("Enter");
  await page.locator("quayside-inspector header").waitFor();
}

test.for([LESSON, "/vi/start/ecs-in-one-picture/", "/", "/sandbox/?scenario=web-running", "/vi/progress/"])(
  "%s does not move while it loads",
  async (path, { openPage }) => {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const page = await openPage({ viewport, reducedMotion: "reduce" });
      await page.addInitScript(() => {
        const seen = globalThis as unknown as { shift: number };
        seen.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number }[]) seen.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await openWhole(page, path);
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(MOST_SHIFT);
    }
  },
);

describe("on a desk", () => {
  test("the sandbox keeps no column for an inspector before something is chosen", async ({ page }) => {
    await openWhole(page, "/sandbox/?scenario=web-running");
    expect((await boxOf(page, "quayside-lab .middle")).width).toBe(1440);
    await inspectFirst(page);
    const [map, side] = [await boxOf(page, "quayside-lab .middle"), await boxOf(page, "quayside-lab .side")];
    expect(map.width + side.width).toBe(1440);
    await page.keyboard.press("Escape");
    expect(await boxOf(page, "quayside-lab .middle")).toEqual(map);
  });

  test("the map has more than half of the lab, and nothing that happens moves it", async ({ page }) => {
    await openWhole(page, LESSON);
    const whole = await boxOf(page, "quayside-lab .lab");
    const map = await boxOf(page, "quayside-lab .middle");
    expect(map.height / whole.height).toBeGreaterThan(0.55);
    await registerAndRun(page);
    expect(await boxOf(page, "quayside-lab .middle")).toEqual(map);
    await page.getByRole("button", { name: "Until quiet" }).click();
    await inspectFirst(page);
    await page.locator("quayside-timeline input[type=range]").press("ArrowLeft");
    await page.getByRole("button", { name: "Register & run" }).click();
    await lab(page).getByRole("alertdialog").waitFor();
    expect(await boxOf(page, "quayside-lab .middle")).toEqual(map);
    const notice = await boxOf(page, "quayside-lab .notice");
    expect(notice.y).toBeGreaterThan(map.y + map.height);
  });

  test("the inspector lies over the map, leaves the prompt its width, and Escape gives the focus back", async ({
    page,
  }) => {
    await openWhole(page, LESSON);
    await registerAndRun(page);
    await page.getByRole("tab", { name: "Terminal" }).click();
    const prompt = page.locator("quayside-terminal input");
    await prompt.waitFor();
    const before = await prompt.boundingBox();
    await inspectFirst(page);
    expect(await prompt.boundingBox()).toEqual(before);
    await page.locator("quayside-inspector button").first().focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("quayside-inspector").count(), SOON).toBe(0);
    expect(await page.locator("quayside-map .focus:focus").count()).toBe(1);
  });

  test("F gives the whole page to the lab, where the inspector can be pinned, and Escape gives it back", async ({
    page,
  }) => {
    await openWhole(page, LESSON);
    await registerAndRun(page);
    await page.mouse.wheel(0, 300);
    await page.locator("quayside-map .focus").focus();
    await page.keyboard.press("Escape");
    const scrolled = await page.evaluate(() => scrollY);
    await page.getByRole("button", { name: "Fill the page" }).click();
    await expect.poll(async () => (await boxOf(page, "quayside-lab .middle")).width, SOON).toBe(1440);
    expect(await page.locator(".prose").evaluate((prose: HTMLElement) => prose.inert)).toBe(true);
    await inspectFirst(page);
    await page.getByRole("button", { name: "Pin", exact: true }).click();
    await expect.poll(async () => (await boxOf(page, "quayside-lab .middle")).width, SOON).toBeLessThan(1130);
    await page.locator("quayside-map .focus").focus();
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await boxOf(page, "quayside-lab .middle")).width, SOON).toBeLessThan(850);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  test("a refusal is read to its end, and goes when its cause is mended", async ({ page }) => {
    await openWhole(page, LESSON);
    await lab(page).locator(".preview pre").click();
    await page.locator("quayside-editor .monaco-editor .view-lines").waitFor();
    const write = (text: string): Promise<void> =>
      page.locator("quayside-editor").evaluate((editor, typed) => {
        (editor as unknown as { replaceText(file: string, text: string): void }).replaceText("webserver.json", typed);
      }, text);
    await write(JSON.stringify({ ...WEBSERVER, memory: "123" }));
    await page.getByRole("button", { name: "Register & run" }).click();
    const notice = lab(page).locator(".notice.refused");
    await notice.waitFor();
    const cut = await notice.evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    await write(JSON.stringify(WEBSERVER));
    await expect.poll(() => notice.count(), SOON).toBe(0);
  });
});

test.for([
  ["a phone", { width: 390, height: 844 }],
  ["a small phone", { width: 320, height: 640 }],
  ["a tablet", { width: 1024, height: 768 }],
] as const)("on %s the chosen tab is in view and the prompt can be typed into", async ([, viewport], { openPage }) => {
  const page = await openPage({ viewport, reducedMotion: "reduce" });
  await openWhole(page, LESSON);
  await openSheet(page);
  for (const name of ["Checks", "Journal", "Terminal"]) {
    await page.getByRole("tab", { name }).click();
    const tab = page.getByRole("tab", { name });
    const strip = await boxOf(page, "quayside-lab .tablist");
    await expect.poll(async () => (await tab.boundingBox())?.x ?? -1, SOON).toBeGreaterThanOrEqual(strip.x - 1);
    const box = await tab.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(strip.x + strip.width + 1);
  }
  const prompt = await boxOf(page, "quayside-terminal input");
  expect(prompt.width).toBeGreaterThanOrEqual(192);
  expect(prompt.y + prompt.height).toBeLessThanOrEqual(viewport.height);
  await page.locator("quayside-terminal input").fill("aws ecs describe-tasks --cluster nowhere --tasks 1");
  await page.keyboard.press("Enter");
  const error = page.locator("quayside-terminal .err pre");
  await error.waitFor();
  expect(await error.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
});

test.for([1440, 390, 320])(
  "what comes next can be read whole, in a window of %i pixels",
  async (width, { openPage }) => {
    const page = await openPage({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
    await openWhole(page, "/vi/sandbox/?scenario=stuck-rollout");
    const words = page.locator("quayside-timeline .state > span");
    const bar = await boxOf(page, "quayside-lab .top");
    for (const wait of ["Tiếp theo", "không làm được gì thêm"]) {
      await expect(words.textContent()).resolves.toContain(wait);
      const { cut, height } = await words.evaluate((span) => ({
        cut: span.scrollWidth > span.clientWidth + 1 || span.scrollHeight > span.clientHeight + 1,
        height: span.clientHeight,
      }));
      expect({ cut, isSeen: height > 10 }).toEqual({ cut: false, isSeen: true });
      if (wait === "Tiếp theo") await page.getByRole("button", { name: "Tới khi yên" }).click();
      await words.getByText("không làm được gì thêm").waitFor();
    }
    expect(await boxOf(page, "quayside-lab .top")).toEqual(bar);
  },
);
