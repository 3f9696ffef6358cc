/** The narrated tour in a real browser: by keyboard alone, forth and back in time, beside what it speaks of, and out again with nothing lost. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

const LESSON = "/en/start/what-you-can-do/";

const caption = (page: Page) => page.locator("quayside-tour .caption");
const says = (page: Page) => page.locator("quayside-tour [role=status]").textContent();
const rings = (page: Page): Promise<number> => page.locator("quayside-map .rings g").count();

/** Waits until a stop is shown, and gives its number and what it says. */
async function stop(page: Page, number: number): Promise<string | null> {
  await expect.poll(() => says(page), SOON).toContain(`Stop ${number} of`);
  return says(page);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim() ?? "";
  });

/** The clock, the records and the tasks of the run that the lab shows. */
const run = (page: Page): Promise<{ atMs: number; records: number; tasks: number }> =>
  page.locator("quayside-lab").evaluate((lab) => {
    const { moment, session } = (lab as unknown as { run: LabRun }).run;
    return { atMs: moment.atMs, records: session.journal.length, tasks: moment.tables.tasks.size };
  });

interface LabRun {
  readonly moment: { readonly atMs: number; readonly tables: { readonly tasks: { readonly size: number } } };
  readonly session: { readonly journal: { readonly length: number } };
}

/** Whether the caption covers something of a task on the map. */
async function coversTasks(page: Page): Promise<boolean> {
  const box = await caption(page).boundingBox();
  const tasks = await page.locator("quayside-map").evaluate((map) => {
    const { scene } = map as unknown as { scene: { tasks: readonly Rect[] } };
    const stage = map.shadowRoot?.querySelector(".stage")?.getBoundingClientRect() ?? new DOMRect();
    return scene.tasks.map(({ x, y, w, h }) => ({ x: x + stage.x, y: y + stage.y, width: w, height: h }));
  });
  return tasks.some((task) => box !== null && meet(task, box));
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Whether the caption covers something of the first ring on the map; undefined when nothing is ringed. */
async function overlap(page: Page): Promise<boolean | undefined> {
  const [ring, box] = [
    await page.locator("quayside-map .rings .ring").first().boundingBox(),
    await caption(page).boundingBox(),
  ];
  if (ring === null || box === null) return undefined;
  return meet(ring, box);
}

type PageBox = NonNullable<Awaited<ReturnType<ReturnType<Page["locator"]>["boundingBox"]>>>;

function meet(one: PageBox, other: PageBox): boolean {
  const beside = other.x >= one.x + one.width || one.x >= other.x + other.width;
  return !beside && other.y < one.y + one.height && one.y < other.y + other.height;
}

async function begin(page: Page, path = LESSON): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab .show-me").focus();
  await page.keyboard.press("Enter");
  await caption(page).waitFor();
}

describe("the tour of a lab", () => {
  test("is offered in the middle of an empty map, and above a map with tasks", async ({ page }) => {
    await page.goto(LESSON);
    const offer = page.locator("quayside-lab .show-me");
    const slot = () => offer.evaluate((button) => button.assignedSlot?.parentElement?.className);
    await expect.poll(slot, SOON).toBe("empty");
    await page.getByRole("button", { name: "Register & run" }).click();
    await expect.poll(slot, SOON).toBe("bar");
  });

  test("is taken by keyboard: time runs to each stop, stands still there, and goes back", async ({ page }) => {
    await begin(page);
    expect(await stop(page, 1)).toContain("small cloud");
    expect(await focused(page)).toBe("Next");
    await expect.poll(() => rings(page), SOON).toBe(4);
    await page.keyboard.press("Enter");
    await stop(page, 2);
    await page.keyboard.press("ArrowRight");
    await stop(page, 3);
    const created = await run(page);
    expect(created.tasks).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("Skip the wait");
    await page.keyboard.press("Enter");
    expect(await stop(page, 4)).toContain("network interface is attached");
    await expect.poll(() => rings(page), SOON).toBe(1);
    const attached = await run(page);
    expect(attached.atMs).toBeGreaterThan(created.atMs);
    await page.keyboard.press("ArrowLeft");
    await stop(page, 3);
    expect((await run(page)).atMs).toBe(created.atMs);
    await page.keyboard.press("ArrowLeft");
    await stop(page, 2);
    expect((await run(page)).tasks).toBe(0);
    expect(await focused(page)).toBe("Next");
  });

  test("is left by Escape, with the learner's own run and focus where they were", async ({ page }) => {
    await page.goto(LESSON);
    await page.getByRole("button", { name: "Register & run" }).click();
    await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
    await page.getByRole("button", { name: "Until quiet" }).click();
    await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
    const before = await run(page);
    await page.locator("quayside-lab .show-me").click();
    await stop(page, 1);
    expect((await run(page)).tasks).toBe(0);
    await page.keyboard.press("Enter");
    await stop(page, 2);
    await page.keyboard.press("Escape");
    await expect.poll(() => caption(page).count(), SOON).toBe(0);
    expect(await run(page)).toEqual(before);
    await expect.poll(() => focused(page)).toBe("Show me");
    expect(await page.locator("quayside-lab [inert]").count()).toBe(0);
  });

  test("stands beside what it speaks of and covers none of it", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await begin(page, "/en/tasks/life-of-a-task/");
    for (let number = 1; number <= 9; number += 1) {
      await stop(page, number);
      // The ring follows with the next frame.
      await expect.poll(() => overlap(page), { ...SOON, message: `stop ${number}` }).toBe(false);
      expect(await coversTasks(page), `stop ${number}`).toBe(false);
      await page.keyboard.press("Enter");
    }
    await stop(page, 10);
    await page.getByRole("button", { name: "My turn" }).click();
    await expect.poll(() => caption(page).count(), SOON).toBe(0);
    expect((await run(page)).tasks).toBe(0);
  });

  test("jumps from stop to stop for those who want no motion", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await begin(page, "/sandbox/");
    await page.evaluate(() => {
      const tour = document.querySelector("quayside-lab")?.shadowRoot?.querySelector("quayside-tour")?.shadowRoot;
      const ways: boolean[] = [];
      Object.assign(globalThis, { ways });
      if (tour)
        new MutationObserver(() => ways.push(tour.querySelector(".way") !== null)).observe(tour, {
          childList: true,
          subtree: true,
        });
    });
    for (let number = 1; number <= 8; number += 1) {
      await stop(page, number);
      await page.keyboard.press("Enter");
    }
    await stop(page, 9);
    const ways = await page.evaluate(() => (globalThis as unknown as { ways: boolean[] }).ways);
    expect(ways.length).toBeGreaterThan(0);
    expect(ways).not.toContain(true);
  });

  test("moves with the marker of the timeline", async ({ page }) => {
    await begin(page);
    for (let number = 1; number <= 4; number += 1) {
      await stop(page, number);
      await page.keyboard.press("Enter");
      if (number >= 2) await page.keyboard.press("Enter");
    }
    await stop(page, 5);
    await page.locator("quayside-timeline input[type=range]").fill("2000");
    await stop(page, 3);
    expect((await run(page)).atMs).toBe(2000);
  });

  test.for(LOOKS)("is accessible and fits the window: $name", async ({ viewport, colorScheme }, { openPage }) => {
    const page = await openPage({ viewport, colorScheme, reducedMotion: "reduce" });
    await page.goto("/vi/task-definitions/anatomy/");
    await expect
      .poll(async () => {
        const offer = page.locator("quayside-lab .show-me");
        if (!(await page.locator("quayside-lab").isVisible())) await page.locator(".sheet-open").click();
        return offer.isVisible();
      }, SOON)
      .toBe(true);
    await page.locator("quayside-lab .show-me").click();
    for (let number = 1; number <= 4; number += 1) {
      await expect.poll(() => says(page), SOON).toContain(`Điểm dừng ${number} trên`);
      await page.keyboard.press("Enter");
    }
    expect(await accessibilityViolations(page, { include: "quayside-lab" })).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    const box = await caption(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport?.width ?? 0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport?.height ?? 0);
  });
});
