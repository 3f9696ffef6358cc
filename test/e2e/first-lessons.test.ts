/**
 * The first four lessons, done by following their prose without a mouse, in both languages: "Run" beside each command, the buttons
 * that the text names, edits in the editor. Each step lights up; the exercise is left.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { hasFocus, openTab, press, tabTo } from "./keyboard.ts";
import { SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;

const lab = (page: Page) => page.locator("quayside-lab");
const stepsDone = (page: Page) => page.locator('[data-step="check"][data-done]').count();

async function untilDone(page: Page, steps: number): Promise<void> {
  await expect.poll(() => stepsDone(page), SOON).toBeGreaterThanOrEqual(steps);
}

/** "Run" beside the command at this place of the prose. From the lab the way back is shorter. */
async function run(page: Page, at: number): Promise<void> {
  const button = page.locator(".run-command").nth(at);
  const inLab = await hasFocus(lab(page));
  if (inLab && (await hasFocus(page.locator("quayside-terminal"))))
    for (const _ of [1, 2]) await page.keyboard.press("Escape");
  await press(page, button, { back: inLab });
}

/** The lab's "Until quiet". */
async function untilQuiet(page: Page): Promise<void> {
  await press(page, lab(page).locator("quayside-timeline .transport .group button").nth(2), {
    back: await hasFocus(lab(page)),
  });
  await page.locator("quayside-timeline .state.quiet, quayside-timeline .state").first().waitFor();
}

/** Writes over the open file. */
async function rewrite(page: Page, definition: unknown): Promise<void> {
  await openTab(page, /Editor|Soạn thảo/);
  await tabTo(page, page.locator("quayside-lab .preview pre, quayside-plain-text textarea, .monaco-editor"));
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await expect.poll(() => hasFocus(page.locator(".monaco-editor")), SOON).toBe(true);
  await page.keyboard.press("Control+a");
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(definition, null, 2));
  await page.keyboard.press("Control+v");
}

type Journey = (page: Page) => Promise<void>;

const JOURNEYS: readonly (readonly [slug: string, steps: number, go: Journey])[] = [
  [
    "start/what-you-can-do",
    4,
    async (page) => {
      await press(page, lab(page).locator("button.run"));
      await untilDone(page, 1);
      await untilQuiet(page);
      await untilDone(page, 2);
      await press(page, page.locator("quayside-map button.focus").first());
      await press(page, page.locator("quayside-inspector .button.danger"));
      await untilDone(page, 3);
      await untilQuiet(page);
    },
  ],
  [
    "start/ecs-in-one-picture",
    5,
    async (page) => {
      for (const at of [0, 1, 2]) {
        await run(page, at);
        await untilDone(page, at + 1);
      }
      await untilQuiet(page);
      await untilDone(page, 4);
      await run(page, 2);
      await untilQuiet(page);
    },
  ],
  [
    "task-definitions/anatomy",
    5,
    async (page) => {
      await run(page, 0);
      await page.locator("quayside-terminal", { hasText: "ClientException" }).waitFor();
      await rewrite(page, WEBSERVER);
      await run(page, 0);
      await untilDone(page, 3);
      await run(page, 1);
      await untilQuiet(page);
    },
  ],
  [
    "tasks/life-of-a-task",
    5,
    async (page) => {
      await run(page, 0);
      await untilQuiet(page);
      await untilDone(page, 1);
      await run(page, 1);
      await untilQuiet(page);
      await untilDone(page, 2);
      await run(page, 2);
      await untilQuiet(page);
      await untilDone(page, 4);
      await run(page, 3);
      await run(page, 4);
    },
  ],
];

describe.each(["en", "vi"])("in %s", (language) => {
  test.for(JOURNEYS)("%s", { timeout: 180_000 }, async ([slug, steps, go], { openPage }) => {
    const page = await openPage({ ...WIDE, permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`/${language}/${slug}/`);
    await page.locator("[data-next]").waitFor();
    await lab(page).locator(".lab").waitFor();
    await go(page);
    await untilDone(page, steps);
    expect(await stepsDone(page)).toBe(steps);
  });
});
