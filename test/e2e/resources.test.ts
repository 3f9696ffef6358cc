/** The tree of resources and the inspector's tabs in a real browser: by keyboard, with hundreds of tasks, on a narrow window. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";

/** Longest wait for something to come true. */
const SOON = { timeout: 15_000 };

/** From 1600 pixels on the sandbox shows the tree beside the map. */
const DESK = { width: 1680, height: 900 };

async function openSandbox(page: Page, search = ""): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) > 1000) await page.setViewportSize(DESK);
  await page.goto(`/sandbox/${search}`);
  await page.locator("quayside-lab .lab").waitFor();
}

/** Runs ten tasks of the first definition `times` times. */
async function runMany(page: Page, times: number): Promise<void> {
  await page.getByRole("button", { name: "Register & run" }).click();
  await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
  await page.locator("quayside-lab").evaluate((lab, count) => {
    type Row = { subnetId: string };
    const { run } = lab as unknown as {
      run: {
        session: {
          tables: { subnets: { values(): Iterable<Row> } };
          call(service: string, operation: string, input: object): unknown;
        };
        lookAtPresent(): void;
      };
    };
    const subnets = [...run.session.tables.subnets.values()].map(({ subnetId }) => subnetId);
    const networkConfiguration = { awsvpcConfiguration: { subnets } };
    const input = { taskDefinition: "webserver", launchType: "FARGATE", count: 10, networkConfiguration };
    for (let call = 0; call < count; call += 1) run.session.call("ecs", "RunTask", input);
    run.lookAtPresent();
    (lab as unknown as { requestUpdate(): void }).requestUpdate();
  }, times);
}

const tree = (page: Page) => page.getByRole("tree", { name: "Resources" });
/** What the keys act on, as a screen reader hears it. */
const active = (page: Page) => page.locator("quayside-resources .row.active").textContent();

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("a tree of hundreds draws only what is in its window, and keys go through all of it", async ({ page }) => {
  await openSandbox(page);
  await runMany(page, 60);
  await page.locator("quayside-resources .row", { hasText: "601" }).waitFor();
  expect(await page.locator("quayside-resources .row").count()).toBeLessThan(80);
  await tree(page).focus();
  await press(page, "End");
  await expect.poll(() => active(page), SOON).toContain("Account");
  await press(page, "ArrowUp", "ArrowUp");
  await expect.poll(() => active(page), SOON).toContain("webserver:1");
  await press(page, "ArrowUp", "ArrowUp", "ArrowUp", "Enter");
  await page.locator("quayside-inspector small", { hasText: "Task" }).waitFor();
  expect(await page.locator("quayside-resources [role=treeitem][aria-setsize='601']").count()).toBeGreaterThan(5);
});

test("things open and close by keys, and W asks why", async ({ page }) => {
  await openSandbox(page, "?scenario=web-running");
  await tree(page).focus();
  await press(page, "Home", "ArrowLeft");
  await expect.poll(() => page.locator("quayside-resources .row", { hasText: "default" }).count(), SOON).toBe(0);
  await press(page, "ArrowRight", "ArrowRight");
  await expect.poll(() => active(page), SOON).toContain("default");
  await press(page, "ArrowDown", "ArrowDown", "w");
  await page.locator("quayside-why caption", { hasText: "Where the task was placed" }).waitFor();
});

test("a cluster shows the console's tabs by arrow keys; its tasks page by page lead to a task and back", async ({
  page,
}) => {
  await openSandbox(page);
  await runMany(page, 3);
  await tree(page).focus();
  await press(page, "Home", "ArrowDown", "Enter");
  const inspector = page.locator("quayside-inspector");
  await inspector.locator(".pages", { hasText: "1–20 of 31" }).waitFor();
  await inspector.getByRole("button", { name: "Older" }).click();
  await inspector.locator(".pages", { hasText: "21–31 of 31" }).waitFor();
  await inspector.getByRole("tab", { name: "Tasks", exact: true }).focus();
  await press(page, "ArrowLeft");
  await inspector.locator(".note", { hasText: "No services here" }).waitFor();
  await press(page, "ArrowRight", "ArrowRight");
  await inspector.locator(".note", { hasText: "No container instances" }).waitFor();
  await press(page, "ArrowLeft");
  await inspector.locator(".items button").first().click();
  await inspector.getByRole("tab", { name: "Networking" }).waitFor();
  await inspector.getByRole("tab", { name: "Configuration" }).click();
  await inspector.getByRole("button", { name: "webserver:1" }).click();
  await inspector.getByRole("tab", { name: "Task placement" }).click();
  await inspector.locator(".note", { hasText: "No placement constraints" }).waitFor();
});

describe.each(LOOKS)("$name", ({ name: _name, viewport, colorScheme }) => {
  test("tree and tabs have nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage({ viewport: viewport ?? null, colorScheme: colorScheme ?? null });
    await openSandbox(page, "?scenario=second-chances");
    if ((viewport?.width ?? 0) < 1000) await page.getByRole("tab", { name: "Resources" }).click();
    await tree(page).focus();
    await press(page, "Home", "ArrowDown", "ArrowDown", "ArrowDown", "Enter");
    await page.locator("quayside-inspector [role=tabpanel]").waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
