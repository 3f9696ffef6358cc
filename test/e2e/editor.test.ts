/** The editor in a real browser: mending by keyboard, Tab that does not trap, values in context, changes, clean-up. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, test } from "./browser.ts";
import { NARROW, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

/** The text area of the file that is shown. */
const SHOWN = "quayside-editor quayside-plain-text:not([hidden]) textarea";

async function openSandbox(page: Page): Promise<void> {
  await page.goto("/sandbox/");
  await page.locator("quayside-lab .lab").waitFor();
  await page.locator("quayside-lab .preview pre, quayside-editor textarea").first().click();
}

async function write(page: Page, value: unknown): Promise<void> {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  await page.locator(SHOWN).fill(text);
}

/** What stands in the editor, whichever surface shows it. */
const textIn = (page: Page): Promise<string> =>
  page.locator("quayside-editor").evaluate((editor) => {
    const { textOf, active } = editor as unknown as { textOf: (name: string) => string; active: string };
    return textOf.call(editor, active) ?? "";
  });

const definitionIn = async (page: Page): Promise<typeof WEBSERVER> => JSON.parse(await textIn(page));

describe("a wide window, with the full editor", () => {
  test("is left by Tab, changes nothing on the way, and indents again after Ctrl+M", async ({ page }) => {
    await openSandbox(page);
    await page.locator("quayside-editor .monaco-editor").waitFor();
    await expect.poll(() => page.locator("quayside-editor .native-edit-context:focus").count(), SOON).toBe(1);
    const before = await textIn(page);
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator("quayside-editor .native-edit-context:focus").count(), SOON).toBe(0);
    expect(await textIn(page)).toBe(before);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Control+m");
    await page.keyboard.press("Tab");
    await expect.poll(() => textIn(page), SOON).not.toBe(before);
  });

  test("is mended by keyboard alone: Ctrl+. goes to the fix, Enter takes it", async ({ page }) => {
    await openSandbox(page);
    await page.locator("quayside-editor .monaco-editor").waitFor();
    await page.locator("quayside-editor").evaluate(
      (editor, text) => {
        const { replaceText, active } = editor as unknown as {
          replaceText: (name: string, text: string) => void;
          active: string;
        };
        replaceText.call(editor, active, text);
      },
      JSON.stringify({ ...WEBSERVER, networkMode: "bridge" }, null, 2),
    );
    await page.locator("quayside-editor .fix", { hasText: "networkMode" }).waitFor();
    await expect.poll(() => page.locator("quayside-editor .native-edit-context:focus").count(), SOON).toBe(1);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+.");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await definitionIn(page)).networkMode, SOON).toBe("awsvpc");
    await page.keyboard.press("Control+z");
    await expect.poll(async () => (await definitionIn(page)).networkMode, SOON).toBe("bridge");
  });
});

describe("a narrow window, with the plain text", () => {
  test("offers the memory that goes with the cpu where the caret stands", async ({ openPage }) => {
    const page = await openPage(NARROW);
    await openSandbox(page);
    await write(page, { ...WEBSERVER, memory: "5120" });
    await page.locator(SHOWN).evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf("5120") + 1;
      area.setSelectionRange(at, at);
      area.dispatchEvent(new KeyboardEvent("keyup"));
    });
    const choices = page.locator("quayside-editor .choice");
    await expect.poll(() => choices.locator("code").allTextContents(), SOON).toEqual(['"512"', '"1024"', '"2048"']);
    await choices.nth(2).click();
    await expect.poll(async () => (await definitionIn(page)).memory, SOON).toBe("2048");
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test("cleans up an answer of describe-task-definition that was pasted", async ({ openPage }) => {
    const page = await openPage(NARROW);
    await openSandbox(page);
    const answer = { ...WEBSERVER, taskDefinitionArn: "arn:aws:ecs:::x", revision: 4, status: "ACTIVE", pidMode: null };
    await write(page, { taskDefinition: answer, tags: [] });
    await page.getByRole("button", { name: "Clean up: keep only what can be registered" }).first().click();
    await expect.poll(() => definitionIn(page), SOON).toEqual(WEBSERVER);
    await page.locator("quayside-editor .verdict.good, quayside-editor .verdict.careful").waitFor();
  });

  test("shows what registering would change, and registers it", async ({ openPage }) => {
    const page = await openPage(NARROW);
    await openSandbox(page);
    await write(page, WEBSERVER);
    await page.getByRole("button", { name: "Register", exact: true }).click();
    await page.locator("quayside-lab .notice", { hasText: "webserver:1 is registered" }).waitFor();
    await write(page, { ...WEBSERVER, memory: "1024" });
    await page.getByRole("button", { name: "Changes" }).click();
    await expect
      .poll(() => page.locator("quayside-editor .diff .added code").allTextContents(), SOON)
      .toEqual(['  "memory": "1024",']);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Back to the text" }).click();
    await page.getByRole("button", { name: "Register & run" }).click();
    await page.locator("quayside-lab .notice", { hasText: "of webserver:2 was created" }).waitFor();
  });
});
