/** Two runs side by side in a real browser: forked by keyboard, one clock, commands to one of them, what differs, the end. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

async function openSandbox(page: Page): Promise<void> {
  await page.goto("/sandbox/?scenario=web-running");
  await page.locator("quayside-lab .lab").waitFor();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

async function fork(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Fork here" }).click();
  await page.locator("quayside-pair .side.spoken quayside-map").waitFor();
}

interface Told {
  readonly atMs: number;
  readonly statuses: readonly string[];
}

/** Moment and statuses of the tasks of both runs, and of the lab's own. */
const runs = (page: Page): Promise<{ a: Told; b: Told; own: Told }> =>
  page.locator("quayside-lab").evaluate((lab) => {
    type Run = {
      moment: { atMs: number; tables: { tasks: Map<string, { lastStatus: string; desiredStatus: string }> } };
    };
    const { engine } = (lab as unknown as { context: { engine: { run: Run; pair?: { a: Run; b: Run } } } }).context;
    const told = ({ moment }: Run) => ({
      atMs: moment.atMs,
      statuses: [...moment.tables.tasks.values()].map(({ lastStatus, desiredStatus }) =>
        desiredStatus === "STOPPED" ? "STOPPED" : lastStatus,
      ),
    });
    const { a = engine.run, b = engine.run } = engine.pair ?? {};
    return { a: told(a), b: told(b), own: told(engine.run) };
  });

/** Stops the first task by the terminal of the run that is spoken to. */
async function stopFirstTask(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Terminal" }).click();
  const answers = page.locator("quayside-terminal .block .out");
  const before = await answers.count();
  await page.locator("quayside-terminal input").click();
  await page.keyboard.type("aws ecs stop-task --task $(aws ecs list-tasks --query 'taskArns[0]' --output text)");
  await page.keyboard.press("Enter");
  await expect.poll(() => answers.count(), SOON).toBe(before + 1);
}

describe("a forked moment", () => {
  test("is a past one, forked and ended by keyboard alone, and both runs share one clock", async ({ page }) => {
    await openSandbox(page);
    const track = page.getByRole("slider", { name: "Moment shown" });
    await track.first().focus();
    await page.keyboard.press("ArrowLeft");
    const { own } = await runs(page);
    await page.getByRole("tab", { name: "Journal" }).focus();
    await page.keyboard.press("Escape");
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("b");
    await page.locator("quayside-pair").waitFor();
    expect(await runs(page)).toMatchObject({ a: { atMs: own.atMs }, b: { atMs: own.atMs } });
    await page.keyboard.press(".");
    const later = await runs(page);
    expect(later.a.atMs).toBe(later.b.atMs);
    expect(later.a.atMs).toBeGreaterThan(own.atMs);
    await page.keyboard.press("x");
    await expect.poll(() => page.locator("quayside-pair .side.a.spoken").count(), SOON).toBe(1);
    await page.keyboard.press("b");
    const question = page.getByRole("alertdialog");
    await expect.poll(() => question.locator("button:focus").textContent(), SOON).toBe("Keep A");
    await page.keyboard.press("Escape");
    await expect.poll(() => question.count(), SOON).toBe(0);
    await page.getByRole("button", { name: "End the comparison" }).press("Enter");
    await question.getByRole("button", { name: "Keep A" }).press("Enter");
    await expect.poll(() => page.locator("quayside-pair").count(), SOON).toBe(0);
    await expect.poll(() => page.locator("quayside-timeline .fork:focus").count(), SOON).toBe(1);
  });

  test("takes commands in the run that is chosen, and tells where and how they part", async ({ page }) => {
    await openSandbox(page);
    await fork(page);
    await stopFirstTask(page);
    await page.getByRole("button", { name: "Until quiet" }).click();
    await expect.poll(async () => (await runs(page)).b.statuses, SOON).toContain("STOPPED");
    const { a, b } = await runs(page);
    expect(a.statuses).toEqual(["RUNNING", "RUNNING", "RUNNING"]);
    expect(a.atMs).toBe(b.atMs);
    const summary = page.locator("quayside-pair .summary");
    await summary.locator(".b", { hasText: "You called StopTask." }).waitFor();
    await summary.getByRole("button", { name: "Differences: 1 task differs" }).click();
    const table = page.locator("#panel-differences quayside-differences");
    const row = table.locator("tr", { hasText: "lastStatus" });
    await expect.poll(() => row.locator("td").allTextContents(), SOON).toEqual(["RUNNING", "STOPPED"]);
    await page.getByRole("radio", { name: "Run A: Commands go here" }).check();
    await stopFirstTask(page);
    await expect.poll(async () => (await runs(page)).a.statuses, SOON).toContain("STOPPED");
    expect((await runs(page)).b.statuses.filter((status) => status === "STOPPED")).toHaveLength(1);
  });

  test("ends with the run that is kept, with the learner's file", async ({ page }) => {
    await openSandbox(page);
    await fork(page);
    await page.getByRole("button", { name: "Register & run" }).click();
    await expect.poll(async () => (await runs(page)).b.statuses.length, SOON).toBe(4);
    expect((await runs(page)).a.statuses).toHaveLength(3);
    await page.getByRole("button", { name: "End the comparison" }).click();
    await page.getByRole("button", { name: "Keep A" }).click();
    await expect.poll(async () => (await runs(page)).own.statuses.length, SOON).toBe(3);
    await page.getByRole("button", { name: "Register & run" }).click();
    await expect.poll(async () => (await runs(page)).own.statuses.length, SOON).toBe(4);
  });
});

/** The comparison in the lesson on placement strategies. */
const figure = (page: Page) => page.locator("figure:has(quayside-compare)");

describe("a comparison in a lesson", () => {
  test("is pictures until its button is pressed, and then two maps with one clock", async ({ page }) => {
    await page.goto("/en/where-tasks-run/strategies/");
    expect(await figure(page).locator("quayside-compare > .ends svg[role=img]").count()).toBe(2);
    const button = figure(page).getByRole("button", { name: "Run both, side by side" });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => figure(page).locator("quayside-timeline .play:focus").count(), SOON).toBe(1);
    await figure(page).getByRole("button", { name: "Until quiet" }).click();
    const moments = await figure(page)
      .locator("quayside-map")
      .evaluateAll((maps) => maps.map((map) => (map as unknown as { moment: { atMs: number } }).moment.atMs));
    expect(new Set(moments).size).toBe(1);
    await figure(page).locator(".summary .a", { hasText: '"spread"' }).waitFor();
    await figure(page).getByText("Differences: 3 tasks differ").click();
    const rows = figure(page).locator("quayside-differences tr", { hasText: "on i-" });
    await expect.poll(() => rows.locator("td:last-child").allTextContents(), SOON).toContain("4");
  });

  test("stays a picture without scripts", async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto("/en/where-tasks-run/strategies/");
    expect(await figure(page).locator(".ends svg[role=img]").first().isVisible()).toBe(true);
    expect(await figure(page).locator("button").isVisible()).toBe(false);
  });
});

describe.each(LOOKS)("$name", ({ name, ...look }) => {
  test("a lesson's comparison has nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage(look);
    await page.goto("/en/where-tasks-run/strategies/");
    await figure(page).getByRole("button", { name: "Run both, side by side" }).click();
    await figure(page).getByRole("button", { name: "Until quiet" }).click();
    await figure(page).getByText("Differences: 3 tasks differ").click();
    expect(await accessibilityViolations(page, { include: "figure:has(quayside-compare)" })).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test("maps, table and question have nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage(look);
    await openSandbox(page);
    await fork(page);
    await stopFirstTask(page);
    await page.getByRole("button", { name: "Until quiet" }).click();
    await page.getByRole("tab", { name: "Differences" }).click();
    await page.locator("#panel-differences table").waitFor();
    expect(await page.locator("quayside-pair quayside-map:visible").count()).toBe(name.startsWith("wide") ? 2 : 1);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("button", { name: "End the comparison" }).click();
    await page.getByRole("alertdialog").waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
