/** The lab in a real browser: the main job from the editor to the mark, time back and forth, refusals, keyboard, two labs. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, test } from "./browser.ts";
import { NARROW, openLesson, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

async function openSandbox(page: Page): Promise<void> {
  await page.goto("/sandbox/");
  await page.locator("quayside-lab .lab").waitFor();
}

/** Puts a text into the editor, which comes when its preview is tapped. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator("quayside-lab .preview pre, quayside-editor textarea").first().click();
  await page.locator("quayside-editor textarea").fill(text);
}

/** Presses "Register & run" and waits for the answer. */
async function registerAndRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Register & run" }).click();
  await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
}

/** Lets time pass until nothing more is due. */
async function untilQuiet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

const fact = (page: Page, name: string) =>
  page.locator("quayside-inspector dl > div", { hasText: name }).locator("dd").first();

describe("the main job", () => {
  test("goes from a text in the editor to a graded, running task that is still known after a reload", async ({
    openPage,
  }) => {
    const page = await openPage(NARROW);
    await openLesson(page);
    await write(page, JSON.stringify(WEBSERVER, null, 2));
    await registerAndRun(page);
    await untilQuiet(page);
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator("quayside-map table", { hasText: "RUNNING" }).waitFor();
    await page.getByRole("tab", { name: /Checks/ }).click();
    const panel = page.locator("#panel-checks");
    await expect.poll(() => panel.locator(".checks li.passed").count(), SOON).toBe(5);
    await panel.getByRole("button", { name: "Check my work" }).click();
    expect(await panel.locator(".report h3").textContent()).toContain("5 of 6");
    expect(await panel.locator(".report li").count()).toBe(6);

    await openLesson(page);
    await page.getByRole("tab", { name: /Checks/ }).click();
    await expect.poll(() => panel.locator(".checks li.passed").count(), SOON).toBe(5);
    await page.getByRole("tab", { name: "Editor" }).click();
    await expect.poll(() => page.locator("quayside-editor textarea").inputValue(), SOON).toContain('"512"');
    await expect.poll(() => page.locator('[data-step="check"][data-done]').count(), SOON).toBeGreaterThan(0);
  });

  test("shows AWS's own words and the place when the definition is refused", async ({ openPage }) => {
    const page = await openPage(NARROW);
    await openLesson(page);
    await write(page, JSON.stringify({ ...WEBSERVER, memory: "300" }));
    await page.getByRole("button", { name: "Register & run" }).click();
    const notice = page.locator("quayside-lab .notice.refused");
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(
      /An error occurred \(\w+\) when calling the RegisterTaskDefinition operation/,
    );
    await page.getByRole("button", { name: "Table" }).click();
    expect(await page.locator("quayside-map table tbody tr th").count()).toBe(0);
  });
});

describe("a task's life in the sandbox", () => {
  test("runs, is stopped by its button, and says why", async ({ page }) => {
    await openSandbox(page);
    await registerAndRun(page);
    await untilQuiet(page);
    expect(await fact(page, "lastStatus").textContent()).toContain("RUNNING");
    await page.getByRole("tab", { name: "Networking" }).click();
    expect(await fact(page, "publicIPv4Address").textContent()).toMatch(/^\d+\.\d+\.\d+\.\d+/);
    await page.getByRole("tab", { name: "Configuration" }).click();
    await page.getByRole("button", { name: "Stop task" }).click();
    await untilQuiet(page);
    expect(await fact(page, "lastStatus").textContent()).toContain("STOPPED");
    expect(await fact(page, "stopCode").textContent()).toContain("UserInitiated");
    expect(await fact(page, "stoppedReason").textContent()).toContain("Task stopped by user");
    await page.getByRole("button", { name: "Why?" }).click();
    await page.locator("quayside-why .chain", { hasText: "You called StopTask" }).waitFor();
    await page.getByRole("tab", { name: "JSON", exact: true }).click();
    await expect
      .poll(() => page.locator("quayside-inspector pre").textContent(), SOON)
      .toContain('"stopCode": "UserInitiated"');
  });

  test("can be looked at as it was, and continued from there after a question", async ({ page }) => {
    await openSandbox(page);
    await registerAndRun(page);
    await untilQuiet(page);
    const slider = page.getByRole("slider", { name: "Moment shown" });
    await slider.press("Home");
    await page.getByText("Looking at the past").waitFor();
    expect(await fact(page, "lastStatus").textContent()).toContain("PROVISIONING");
    await page.getByRole("button", { name: "Register & run" }).click();
    const question = page.getByRole("alertdialog");
    await question.waitFor();
    await question.getByRole("button", { name: "Back to now" }).click();
    await expect.poll(() => fact(page, "lastStatus").textContent(), SOON).toContain("RUNNING");
    await slider.press("Home");
    await page.getByRole("button", { name: "Register & run" }).click();
    await question.getByRole("button", { name: "Continue from here" }).click();
    await page.locator("quayside-lab .notice", { hasText: "of webserver:2 was created" }).waitFor();
  });

  test("is reached and named by keyboard alone", async ({ page }) => {
    await openSandbox(page);
    await registerAndRun(page);
    await untilQuiet(page);
    await page.getByRole("button", { name: "Close" }).click();
    const spot = page.locator("quayside-map .focus");
    await spot.focus();
    expect(await spot.getAttribute("aria-label")).toMatch(/^Task \w{6} of webserver:1, RUNNING, in public-/);
    await spot.press("w");
    await page.locator("quayside-inspector .why").waitFor();
  });

  test("shows nothing of what another lab on the page does", async ({ page }) => {
    await openSandbox(page);
    await page.evaluate(() => {
      const other = document.createElement("quayside-lab");
      other.id = "other";
      document.querySelector("quayside-lab")?.after(other);
    });
    await page.locator("#other .lab").waitFor();
    await page.locator("quayside-lab:not(#other)").getByRole("button", { name: "Register & run" }).click();
    await page.locator("quayside-lab:not(#other) .notice", { hasText: "was created" }).waitFor();
    await page.locator("#other").getByRole("button", { name: "Table" }).click();
    expect(await page.locator("#other quayside-map tbody tr th").count()).toBe(0);
  });
});

describe("a lab in use", () => {
  test.for(LOOKS)("is accessible: $name", async ({ viewport, colorScheme }, { openPage }) => {
    const page = await openPage({ viewport, colorScheme, reducedMotion: "reduce" });
    await openSandbox(page);
    await registerAndRun(page);
    await untilQuiet(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole("tab", { name: "Journal" }).click();
    await page.locator("quayside-journal li").first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test("the line above the panels is moved by keys, within bounds", async ({ page }) => {
  await openLesson(page);
  await page.locator("quayside-lab .preview pre").click();
  const line = page.getByRole("separator", { name: "Height of the panels below the map" });
  const height = () => page.locator("quayside-lab .bottom").evaluate((bottom) => bottom.getBoundingClientRect().height);
  const before = await height();
  await line.press("ArrowUp");
  await expect.poll(height, SOON).toBeCloseTo(before + 24, 0);
  await line.press("Home");
  await expect
    .poll(() => page.locator("quayside-lab .middle").evaluate((map) => map.getBoundingClientRect().height), SOON)
    .toBeLessThan(175);
  await line.press("End");
  await expect.poll(height, SOON).toBeCloseTo(92, 0);
  await line.dblclick();
  await expect.poll(height, SOON).toBeCloseTo(before, 0);
  await line.dblclick();
  await expect.poll(height, SOON).toBeCloseTo(520, 0);
});
