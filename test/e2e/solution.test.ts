/** Watching a lab's solution in a real browser: the question before it, its steps by keyboard, and a way back that lost nothing. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { NARROW, openLesson, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

async function openChecks(page: Page): Promise<void> {
  await page.getByRole("tab", { name: /Checks/ }).click();
  await page.locator("#panel-checks .offer").waitFor();
}

/** From the checks to the solution, past the question. */
async function watchWithoutTrying(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show a solution" }).click();
  await page.getByRole("button", { name: "Watch it" }).click();
  await page.locator("quayside-solution .go").waitFor();
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim() ?? "";
  });

/** What the learner has: texts of the editor, the clock, the tasks, the passed checks. */
async function learnersWork(page: Page): Promise<unknown> {
  return page.locator("quayside-lab").evaluate((lab) => {
    const { run, context } = lab as unknown as {
      run: {
        attempt: { files: object };
        session: { nowMs: number; journal: { length: number } };
        moment: { atMs: number };
      };
      context: { shown: { results: { passed: boolean }[]; selection: unknown } };
    };
    const { results, selection } = context.shown;
    const { attempt, session, moment } = run;
    const passed = results.filter((result) => result.passed).length;
    return {
      files: attempt.files,
      head: session.nowMs,
      records: session.journal.length,
      at: moment.atMs,
      passed,
      selection,
    };
  });
}

describe("watching the solution", () => {
  test("asks before it gives the answer away, and goes back to trying", async ({ page }) => {
    await openLesson(page);
    await openChecks(page);
    await page.getByRole("button", { name: "Show a solution" }).click();
    await expect.poll(() => focusedName(page), SOON).toBe("I will try first");
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedName(page), SOON).toBe("Show a solution");
    expect(await page.locator("quayside-solution").count()).toBe(0);
  });

  test("asks nothing after an attempt", async ({ page }) => {
    await openLesson(page);
    await openChecks(page);
    await page.getByRole("button", { name: "Check my work" }).click();
    await page.getByRole("button", { name: "Show a solution" }).click();
    await page.locator("quayside-solution .go").waitFor();
  });

  test("shows, does and ticks every step by keyboard", async ({ page }) => {
    await openLesson(page);
    await openChecks(page);
    await watchWithoutTrying(page);
    await expect.poll(() => focusedName(page), SOON).toBe("Next step");
    const solution = page.locator("quayside-solution");
    const total = await solution.locator("section > ol > li").count();
    expect(total).toBeGreaterThan(2);
    await expect
      .poll(() => solution.locator("li.next .diff .added code").allTextContents(), SOON)
      .toContain('  "memory": "512",');
    for (let step = 0; step < total; step += 1) {
      await page.keyboard.press("Enter");
      // A wait is ended by a second press.
      if ((await solution.locator("li.now").count()) > 0) await page.keyboard.press("Enter");
      await expect.poll(() => solution.locator("li.done").count(), SOON).toBe(step + 1);
    }
    expect(await solution.locator(".checks li.passed").count()).toBe(6);
    expect(await solution.locator("[role=status]").first().textContent()).toContain("6 of 6 checks passed");
    expect(await solution.locator("quayside-map .task").count()).toBe(2);
    expect(await page.locator('[data-step="check"][data-done]').count()).toBe(0);
  });

  test("lets time pass before the eyes when all is played", { timeout: 120_000 }, async ({ page }) => {
    await openLesson(page);
    await openChecks(page);
    await watchWithoutTrying(page);
    const solution = page.locator("quayside-solution");
    await solution.getByRole("button", { name: "Play all" }).click();
    await solution.locator("li.now").waitFor();
    await expect.poll(() => solution.locator("quayside-map .task").count(), SOON).toBe(1);
    await solution.getByRole("button", { name: "Watch again" }).waitFor({ timeout: 60_000 });
    expect(await solution.locator(".checks li.passed").count()).toBe(6);
  });

  test("gives the learner's work back as it was", async ({ openPage }) => {
    const page = await openPage(NARROW);
    await openLesson(page);
    await page.locator("quayside-lab .preview pre, quayside-editor textarea").first().click();
    await page.locator("quayside-editor textarea").fill(JSON.stringify({ ...WEBSERVER, memory: "1024" }, null, 2));
    await page.getByRole("button", { name: "Register & run" }).click();
    await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
    await page.getByRole("button", { name: "Until quiet" }).click();
    await page.getByRole("slider", { name: "Moment shown" }).press("ArrowLeft");
    await openChecks(page);
    const before = await learnersWork(page);
    await watchWithoutTrying(page);
    const solution = page.locator("quayside-solution");
    for (let press = 0; press < 5; press += 1) await solution.locator(".go").click();
    await solution.locator("li.done").nth(3).waitFor();
    await solution.getByRole("slider", { name: "Moment shown" }).press("Home");
    await solution.getByRole("button", { name: "Back to my work" }).click();
    await expect.poll(() => focusedName(page), SOON).toBe("Show a solution");
    expect(await learnersWork(page)).toEqual(before);
    await page.getByText("Looking at the past").waitFor();
  });

  test.for(LOOKS)("is accessible and fits: $name", async ({ viewport, colorScheme }, { openPage }) => {
    const page = await openPage({ viewport, colorScheme, reducedMotion: "reduce" });
    await openLesson(page);
    await openChecks(page);
    await page.getByRole("button", { name: "Show a solution" }).click();
    expect(await accessibilityViolations(page, { include: "quayside-lab" })).toEqual([]);
    await page.getByRole("button", { name: "Watch it" }).click();
    const go = page.locator("quayside-solution .go");
    await go.click();
    await go.click();
    await page.locator("quayside-solution .printed").first().waitFor();
    expect(await accessibilityViolations(page, { include: "quayside-lab" })).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
