/** Instances on the map in a real browser: walked by keyboard, told as a table, and a placement shown stage by stage. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";

/** Longest wait for something to come true. */
const SOON = { timeout: 15_000 };

async function openInstances(page: Page): Promise<void> {
  await page.goto("/sandbox/?scenario=instances");
  await page.locator("quayside-map .machine").first().waitFor();
}

/** Asks why of the task with the focus, and starts to tell its placement. */
async function tellPlacement(page: Page): Promise<void> {
  await page.locator("quayside-map button.focus").focus();
  await page.keyboard.press("w");
  await page.locator("quayside-why .decisions .open, quayside-why .stages button").first().waitFor();
  const decision = page.locator("quayside-why .decisions .open", { hasText: "Placement chose" });
  if ((await decision.count()) > 0) await decision.first().click();
  await page.locator("quayside-why").getByRole("button", { name: "Show it on the map" }).click();
}

test("four instances with their gauges; the table says the same", async ({ page }) => {
  await openInstances(page);
  expect(await page.locator("quayside-map .machine").count()).toBe(4);
  await page.getByRole("button", { name: "Table" }).click();
  const rows = page.locator("quayside-map .twin table").nth(1).locator("tbody tr");
  await expect.poll(() => rows.count(), SOON).toBe(4);
  expect(await rows.first().textContent()).toMatch(/t3\.medium.*ACTIVE.*us-east-1a/);
});

test("the arrow keys come to an instance, Enter shows what ECS knows of it", async ({ page }) => {
  await openInstances(page);
  const focus = page.locator("quayside-map button.focus");
  await focus.focus();
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if ((await focus.getAttribute("aria-label"))?.startsWith("Instance i-")) break;
    await page.keyboard.press(pressed % 2 === 0 ? "ArrowDown" : "ArrowRight");
  }
  expect(await focus.getAttribute("aria-label")).toMatch(/^Instance i-\w+, t3\.medium, ACTIVE.*free: CPU/);
  await page.keyboard.press("Enter");
  await page.locator("quayside-inspector").getByText("registered", { exact: false }).first().waitFor();
});

test("a placement is told on the map, stage by stage, until one instance is left", async ({ page }) => {
  await openInstances(page);
  await tellPlacement(page);
  const next = page.locator("quayside-why").getByRole("button", { name: "Next stage" });
  const out = page.locator("quayside-map .machine.verdict-out");
  while (await next.isEnabled()) await next.click();
  // The map is drawn with the next frame.
  await expect.poll(() => out.count(), SOON).toBe(3);
  expect(await page.locator("quayside-map .machine.verdict-chosen").count()).toBe(1);
  await page.locator("quayside-why").getByRole("button", { name: "Done" }).click();
  await expect
    .poll(() => page.locator("quayside-map .verdict-out, quayside-map .verdict-chosen").count(), SOON)
    .toBe(0);
});

test("the map of a Vietnamese lesson speaks Vietnamese before anything is touched", async ({ page }) => {
  await page.goto("/vi/networks/bridge/");
  const title = page.locator("quayside-map .queue .rail-title");
  await expect.poll(() => title.textContent(), SOON).toBe("Đang chờ");
});

test("a connection test draws its way on the map, and the next thing that happens takes it away", async ({ page }) => {
  await openInstances(page);
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  await page.getByRole("tab", { name: "Terminal" }).click();
  const input = page.locator("quayside-terminal input");
  const type = async (line: string) => {
    await input.click();
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
  };
  await type("quayside connect e4db54a9 internet");
  await page.locator('quayside-map .trip[data-reaches="true"] .way').waitFor({ state: "attached" });
  await type("quayside connect internet e4db54a9:80");
  await page.locator('quayside-map .trip[data-reaches="false"] .way').waitFor({ state: "attached" });
  await type("aws ecs create-cluster --cluster-name other");
  await expect.poll(() => page.locator("quayside-map .trip .way").count(), SOON).toBe(0);
});

describe.each(LOOKS)("$name", ({ name: _name, ...look }) => {
  test("instances and a told placement have nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage(look);
    await openInstances(page);
    await tellPlacement(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
