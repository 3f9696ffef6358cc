/** A container that crashes for ever and is started again for ever: time comes to an end, the page stays quick, the timeline says what repeats. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

/** Longest time that the page may be deaf, in real milliseconds. */
const FROZEN_MS = 200;
/** How often a wait is asked for in one go. */
const PRESSES = 5;

const CRASHING = {
  family: "crashing",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    {
      name: "worker",
      image: "busybox",
      command: ["sh", "-c", "sleep 61; exit 1"],
      restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
    },
  ],
};
const NETWORK = '"awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],assignPublicIp=ENABLED}"';

/** Types a line into the terminal and waits for its answer. */
async function type(page: Page, line: string): Promise<void> {
  const input = page.locator("quayside-terminal input");
  const answers = page.locator("quayside-terminal .block .out");
  const before = await answers.count();
  await input.fill(line);
  await input.press("Enter");
  await expect.poll(() => answers.count(), SOON).toBe(before + 1);
}

/** The sandbox with a task whose container crashes for ever. */
async function openCrashing(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab .lab").waitFor();
  await page.locator("#tab-terminal").click();
  await type(page, `aws ecs register-task-definition --cli-input-json '${JSON.stringify(CRASHING)}'`);
  await type(
    page,
    `aws ecs run-task --task-definition crashing --launch-type FARGATE --network-configuration ${NETWORK}`,
  );
}

/** Notes from now on how long the page is deaf at a time. */
function watchLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(window, { longTasks: noted });
    new PerformanceObserver((list) => noted.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
}

const longest = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));

const state = (page: Page) => page.locator("quayside-timeline .state span").first();
const nowMs = (page: Page): Promise<number> =>
  page
    .locator("quayside-lab")
    .evaluate((lab) => (lab as unknown as { run: { session: { nowMs: number } } }).run.session.nowMs);

describe("a container that crashes for ever", () => {
  test.for([
    ["en", "/sandbox/", "Until quiet", /^worker restarts again in (\d+ min )?\d+(\.\d)? s$/],
    ["vi", "/vi/sandbox/", "Tới khi yên", /^worker khởi động lại sau (\d+ min )?\d+(\.\d)? s$/],
  ] as const)(
    "does not keep the wait or the page busy, and the timeline says when it is due: %s",
    async ([, path, button, words], { openPage }) => {
      const page = await openPage({ viewport: { width: 1440, height: 900 } });
      await openCrashing(page, path);
      await watchLongTasks(page);
      const wait = page.getByRole("button", { name: button });
      await wait.click();
      await expect.poll(() => state(page).textContent(), SOON).toMatch(words);
      const settledAtMs = await nowMs(page);
      expect(settledAtMs).toBeGreaterThan(61_000);
      expect(settledAtMs).toBeLessThan(300_000);
      for (let press = 0; press < PRESSES; press += 1) await wait.click();
      expect(await nowMs(page)).toBe(settledAtMs);
      await page.locator("quayside-timeline .play").click();
      await expect.poll(() => nowMs(page), SOON).toBeGreaterThan(settledAtMs);
      await page.locator("quayside-timeline .play").click();
      expect(await longest(page)).toBeLessThan(FROZEN_MS);
    },
  );

  test.for([
    ["/sandbox/", "Until quiet"],
    ["/vi/sandbox/", "Tới khi yên"],
  ] as const)("its words fit into a narrow window: %s", async ([path, button], { openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 } });
    await openCrashing(page, path);
    await page.getByRole("button", { name: button }).click();
    await expect.poll(() => state(page).textContent(), SOON).toMatch(/worker/);
    expect(await scrollsSideways(page)).toBe(false);
    const box = await state(page).boundingBox();
    expect(box === null ? Number.NaN : box.x + box.width).toBeLessThanOrEqual(390);
  });
});
