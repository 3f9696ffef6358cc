/** Sharing in a real browser: a link and a file bring the same run to somebody else, whose own work stays; hostile ones change nothing. */
import { readFile } from "node:fs/promises";
import { main } from "@quayside/cli";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { NARROW, openLesson, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

const WIDE = { viewport: { width: 1440, height: 900 } };

/** Opens a page whose lab is ready. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab .lab").waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator("quayside-lab .preview pre, quayside-editor textarea").first().click();
  await page.locator("quayside-editor textarea").fill(text);
}

/** The text of the lab's first file. */
const fileOf = (page: Page): Promise<string | undefined> =>
  page.locator("quayside-lab").evaluate((lab) => {
    const { run } = lab as unknown as { run: { attempt: { files: Record<string, string> } } };
    return Object.values(run.attempt.files)[0];
  });

/** Registers and runs what stands in the editor, until nothing more is due, and looks at the ninth second. */
async function runAndLookBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Register & run" }).click();
  await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  await page.getByRole("slider", { name: "Moment shown" }).fill("9000");
  await page.locator("quayside-timeline .state", { hasText: "Looking at the past" }).waitFor();
}

async function openShare(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = page.locator("quayside-share input.link");
  await expect.poll(() => link.inputValue(), SOON).toContain("#run=1.");
  return link.inputValue();
}

/** What somebody sees: the moment, the tasks in it, what is selected. */
async function seen(page: Page): Promise<unknown> {
  return {
    clock: await page.locator("quayside-timeline .clock b").textContent(),
    tasks: await page.locator("quayside-map").evaluate((map) => {
      const { moment } = map as unknown as { moment: { tables: { tasks: Map<string, { lastStatus: string }> } } };
      return [...moment.tables.tasks.values()].map((task) => JSON.stringify(task));
    }),
    selected: await page.locator("quayside-inspector h2").allTextContents(),
    panel: await page
      .locator("#tab-editor[aria-selected=true], #tab-terminal[aria-selected=true], #tab-journal[aria-selected=true]")
      .textContent(),
  };
}

const visit = (page: Page) => page.locator("quayside-visit");

describe("a link", () => {
  test("made in the sandbox shows somebody else the same tasks at the same moment", async ({ page, openPage }) => {
    await open(page, "/sandbox/");
    await runAndLookBack(page);
    await page.getByRole("tab", { name: "Journal" }).click();
    const before = await seen(page);
    const link = await openShare(page);
    expect(await accessibilityViolations(page)).toEqual([]);

    const other = await openPage(WIDE);
    await other.goto(link);
    await visit(other).waitFor();
    expect(await seen(other)).toEqual(before);
    expect(before).toMatchObject({
      clock: "00:09.0",
      panel: "Journal",
      tasks: [expect.stringContaining("PROVISIONING")],
    });
    expect(await accessibilityViolations(other)).toEqual([]);
    await other.getByRole("button", { name: "Back to my own" }).click();
    await expect.poll(() => visit(other).count(), SOON).toBe(0);
    expect(await seen(other)).toMatchObject({ clock: "00:00.0", tasks: [] });
    expect(new URL(other.url()).hash).toBe("");
  });

  test("is made and copied by keyboard alone, and the focus comes back", async ({ page }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, "/sandbox/");
    const button = page.getByRole("button", { name: "Share", exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copy link" }).waitFor();
    await expect.poll(() => page.locator("quayside-share button.primary:focus").count(), SOON).toBe(1);
    await page.keyboard.press("Enter");
    await page.locator("quayside-share .said", { hasText: "The link is copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("/sandbox/#run=1.");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("quayside-lab .share:focus").count(), SOON).toBe(1);
    expect(await page.locator("quayside-share").count()).toBe(0);
  });

  test("to a lesson leaves the visitor's own files and checks as they were", async ({ openPage }) => {
    const sharer = await openPage(NARROW);
    await openLesson(sharer);
    await write(sharer, JSON.stringify(WEBSERVER));
    await runAndLookBack(sharer);
    const link = await openShare(sharer);

    const other = await openPage(NARROW);
    await other.goto(link);
    await visit(other).waitFor();
    await other.locator("#tab-editor").click();
    expect(await fileOf(other)).toBe(JSON.stringify(WEBSERVER));
    await write(other, '{ "family": "scribble" }');
    await other.getByRole("tab", { name: /Checks/ }).click();
    await other.locator("#panel-checks").getByRole("button", { name: "Check my work" }).click();
    await other.locator("#panel-checks .report").waitFor();
    expect(await other.locator('[data-step="check"][data-done]').count()).toBe(0);

    await other.goto("/progress/");
    await openLesson(other);
    expect(await fileOf(other)).toContain("webserver");
    await other.getByRole("tab", { name: /Checks/ }).click();
    await other.locator("#panel-checks .checks").waitFor();
    expect(await other.locator("#panel-checks .checks li.before, #panel-checks .checks li.passed").count()).toBe(0);
  });

  test.for([
    ["that is broken", "1.abc", "The link is damaged"],
    ["of a newer version", "2.abc", "newer Quayside"],
    ["that is endless", `1.${"A".repeat(9_000)}`, "more than Quayside opens"],
    ["with markup", "1.<img src=x onerror=alert(1)>", "The link is damaged"],
  ])("%s says so, and the page works", async ([_name, text, sentence], { page }) => {
    await open(page, `/sandbox/#run=${text}`);
    const notice = page.locator("quayside-lab .notice.refused");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(sentence);
    expect(await visit(page).count()).toBe(0);
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await runAndLookBack(page);
  });
});

describe("a file", () => {
  test("is saved, replayed by the command line, and opened again; the own run waits meanwhile", async ({
    page,
    openPage,
  }) => {
    await open(page, "/sandbox/");
    await runAndLookBack(page);
    const before = await seen(page);
    await openShare(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("quayside-sandbox.json");
    const path = await download.path();
    const log: string[] = [];
    const streams = { out: (text: string) => void log.push(text), err: (text: string) => void log.push(text) };
    expect(await main(["replay", path], streams)).toBe(0);
    expect(log.join("")).toMatch(/TASK_RUNNING/);

    const other = await openPage(WIDE);
    await open(other, "/sandbox/");
    await runAndLookBack(other);
    await other.getByRole("slider", { name: "Moment shown" }).fill("3000");
    const own = await seen(other);
    await openShare(other);
    const chooser = other.locator("quayside-share input[type=file]");
    await chooser.setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from("[]") });
    await other.locator("quayside-share .said.bad", { hasText: "does not hold a run" }).waitFor();
    expect(await visit(other).count()).toBe(0);
    const saved = await readFile(path);
    await chooser.setInputFiles({ name: "quayside-sandbox.json", mimeType: "application/json", buffer: saved });
    await visit(other).waitFor();
    expect(await seen(other)).toEqual(before);
    await other.getByRole("button", { name: "Back to my own" }).click();
    await expect.poll(() => visit(other).count(), SOON).toBe(0);
    expect(await seen(other)).toMatchObject({ clock: "00:03.0", tasks: (own as { tasks: unknown }).tasks });
  });
});

describe("the share dialog", () => {
  test.for(LOOKS)("fits and is accessible, $name", async (look, { openPage }) => {
    const page = await openPage(look);
    await open(page, "/sandbox/");
    await openShare(page);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test("a run of a scenario opens in the sandbox of that scenario", async ({ openPage }) => {
  const page = await openPage(WIDE);
  await open(page, "/sandbox/?scenario=web-running");
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  await page.getByRole("button", { name: "Share" }).first().click();
  const link = page.locator("quayside-share input.link");
  await expect.poll(() => link.inputValue(), SOON).toContain("?scenario=web-running#run=");
  const other = await openPage(WIDE);
  await other.goto(await link.inputValue());
  await other.locator("quayside-visit").waitFor();
  const tasksOf = (at: Page) =>
    at.locator("quayside-lab").evaluate((lab) => {
      const { run } = lab as unknown as {
        run: { session: { tables: { tasks: { values(): Iterable<{ taskArn: string; lastStatus: string }> } } } };
      };
      return [...run.session.tables.tasks.values()].map(({ taskArn, lastStatus }) => `${taskArn} ${lastStatus}`);
    });
  expect(await tasksOf(other)).toEqual(await tasksOf(page));
});
