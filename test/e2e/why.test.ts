/** "Why?" in a real browser: the table, the way into the journal and back in time, the lesson, a refusal. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";

/** Longest wait for something to come true. */
const SOON = { timeout: 15_000 };

async function openSandbox(page: Page, search = ""): Promise<void> {
  await page.goto(`/sandbox/${search}`);
  await page.locator("quayside-lab .lab").waitFor();
}

async function untilQuiet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

/** Asks why of the first task on the map, by keyboard. */
async function askOfFirstTask(page: Page): Promise<void> {
  await page.locator("quayside-map button.focus").focus();
  await page.keyboard.press("w");
  await page.locator("quayside-why .sentence").waitFor();
}

const clock = (page: Page) => page.locator("quayside-timeline .clock b").textContent();

test("a task is explained by W: a table, a chain that opens the journal and leaves time alone, a moment to go to", async ({
  page,
}) => {
  await openSandbox(page, "?scenario=web-running");
  await untilQuiet(page);
  await askOfFirstTask(page);
  const why = page.locator("quayside-why");
  await why.locator("tr.won", { hasText: "chosen" }).waitFor();
  const now = await clock(page);
  await why.locator(".chain .open").last().focus();
  await page.keyboard.press("Enter");
  await page.locator("quayside-journal li.marked", { hasText: "You called RunTask" }).waitFor();
  expect(await clock(page)).toBe(now);
  await why.locator(".chain .go").last().click();
  await expect.poll(() => clock(page), SOON).not.toBe(now);
  await page.locator("quayside-timeline", { hasText: "Looking at the past" }).waitFor();
});

test("a decision about the same task is told in turn, and Back returns to the first with the focus", async ({
  page,
}) => {
  await openSandbox(page, "?scenario=web-running");
  await untilQuiet(page);
  await askOfFirstTask(page);
  const why = page.locator("quayside-why");
  await why.locator(".decisions .open").first().click();
  await why.locator("caption", { hasText: "The pull of" }).waitFor();
  expect(await why.locator("tbody tr.passed").count()).toBe(5);
  await why.getByRole("button", { name: "Back" }).click();
  await why.locator("caption", { hasText: "Where the task was placed" }).waitFor();
  await expect.poll(() => why.locator(".decisions .open:focus").count(), SOON).toBe(1);
});

test("a refused call is explained from the journal, with every finding and the lesson", async ({ page }) => {
  await openSandbox(page);
  await page.getByRole("tab", { name: "Terminal" }).click();
  const input = page.locator("quayside-terminal input");
  await input.click();
  await page.keyboard.type(
    "aws ecs register-task-definition --family x --requires-compatibilities FARGATE --network-mode awsvpc --cpu 256 --memory 5 --container-definitions name=app,image=nginx",
  );
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Journal" }).click();
  await page.locator("quayside-journal li.refused").getByRole("button", { name: /^Why/ }).click();
  const why = page.locator("quayside-why");
  await why.locator("tbody tr.failed", { hasText: "No Fargate configuration exists" }).waitFor();
  const lesson = why.locator("a.lesson");
  await expect.poll(() => lesson.getAttribute("href"), SOON).toBe("/en/task-definitions/cpu-and-memory/");
});

describe.each(LOOKS)("$name", ({ name: _name, ...look }) => {
  test("the answer has nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage(look);
    await openSandbox(page, "?scenario=who-may-read");
    await untilQuiet(page);
    await askOfFirstTask(page);
    await page.locator("quayside-why .trace").waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
