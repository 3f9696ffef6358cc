/** The terminal and the editor where hands meet them: the prompt that is ready, ids that were begun, messages explained, the caret. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

const prompt = (page: Page) => page.locator("quayside-terminal input");
const thought = (page: Page) => page.locator("quayside-terminal .thought").last();

async function openTerminal(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab .lab").waitFor();
  await page.locator("quayside-lab #tab-terminal").click();
  await expect.poll(() => prompt(page).evaluate((input) => input.matches(":focus")), SOON).toBe(true);
}

async function run(page: Page, line: string): Promise<void> {
  await page.keyboard.insertText(line);
  await page.keyboard.press("Enter");
}

test("whoever chooses the terminal can type at once; arrow keys only come past", async ({ page }) => {
  await openTerminal(page, "/sandbox/");
  await page.locator("quayside-lab #tab-editor").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("#panel-terminal:not([hidden])").waitFor();
  expect(await page.locator("quayside-lab #tab-terminal").evaluate((tab) => tab.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => prompt(page).evaluate((input) => input.matches(":focus")), SOON).toBe(true);
});

test("an id that was begun keeps AWS's refusal, and the line that was meant is a press away", async ({ page }) => {
  await openTerminal(page, "/sandbox/?scenario=web-running");
  await run(page, "aws ecs list-tasks --query 'taskArns[0]' --output text");
  const printed = page.locator("quayside-terminal .out").first();
  const id = ((await printed.textContent()) ?? "").trim().split("/").at(-1) ?? "";
  await run(page, `aws ecs stop-task --task ${id.slice(0, 6)}`);
  await page.locator("quayside-terminal .err", { hasText: "InvalidParameterException" }).waitFor();
  await thought(page).locator(".meant").click();
  expect(await prompt(page).inputValue()).toBe(`aws ecs stop-task --task ${id}`);
  await page.keyboard.press("Enter");
  await page.locator("quayside-terminal .out", { hasText: '"task": {' }).waitFor();
});

test("a refusal and a message that was pasted say what they mean, with the lesson", async ({ page }) => {
  await openTerminal(page, "/en/tasks/life-of-a-task/");
  await run(page, "aws ecs list-tasks --cluster nope");
  await expect.poll(() => thought(page).textContent(), SOON).toContain("no cluster of this name");
  await run(
    page,
    "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/ngnix:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
  );
  await expect.poll(() => thought(page).textContent(), SOON).toContain("Look at the spelling first");
  expect(await thought(page).locator("a").getAttribute("href")).toBe("/en/task-definitions/revisions/");
  await run(page, "aws ecs list-tasks | jq .");
  await page.locator("quayside-terminal .err", { hasText: "needs a real shell" }).waitFor();
});

test("execute-command goes into the container, and exit comes back", async ({ page }) => {
  await page.goto("/en/tasks/exec/");
  await page.locator("quayside-lab .lab").waitFor();
  await page.locator("quayside-lab #tab-terminal").click();
  await expect.poll(() => prompt(page).evaluate((input) => input.matches(":focus")), SOON).toBe(true);
  const printed = (text: string | RegExp) => page.locator("quayside-terminal .out", { hasText: text }).last().waitFor();
  const sign = () => page.locator("quayside-terminal .typing .prompt").textContent();
  const task = "$(aws ecs list-tasks --query 'taskArns[-1]' --output text)";
  const network = "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],assignPublicIp=ENABLED}";
  await run(
    page,
    `aws ecs run-task --task-definition webserver --launch-type FARGATE --enable-execute-command --group mine --network-configuration ${network} --query tasks[].group`,
  );
  await printed("mine");
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  await prompt(page).focus();
  await run(page, `aws ecs execute-command --task ${task} --interactive --command /bin/sh`);
  await printed("Starting session with SessionId");
  await expect.poll(sign, SOON).toBe("#");
  await run(page, "env | grep COLOUR");
  await printed("COLOUR=blue");
  await run(page, "exit");
  await printed("Exiting session");
  await expect.poll(sign, SOON).toBe("$");
});

test.for(LOOKS)("$name: nothing that axe finds, nothing sticks out, and errors wrap", async (look, { openPage }) => {
  const { name: _name, ...window } = look;
  const page = await openPage(window);
  await openTerminal(page, "/vi/sandbox/");
  await run(page, `aws ecs describe-tasks --cluster ${"x".repeat(300)} --tasks 0123`);
  await expect.poll(() => thought(page).textContent(), SOON).toContain("Nghĩa là");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const wide = await page.locator("quayside-terminal .err pre").evaluate((pre) => pre.scrollWidth - pre.clientWidth);
  expect(wide).toBeLessThanOrEqual(1);
});

test("the first click in the editor puts the caret where it was clicked", async ({ page }) => {
  await page.goto("/en/task-definitions/anatomy/");
  const preview = page.locator("quayside-lab .preview pre");
  await preview.waitFor();
  const target = await preview.evaluate((pre) => {
    const text = [...pre.childNodes].find((node) => node.nodeType === Node.TEXT_NODE) as Text;
    const at = text.data.indexOf("{") + 1 + text.data.slice(text.data.indexOf("{") + 1).indexOf('"') + 3;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { left, top, height } = range.getBoundingClientRect();
    return { at, x: left + 1, y: top + height / 2 };
  });
  await page.mouse.click(target.x, target.y);
  await page.locator("quayside-editor .monaco-editor").waitFor();
  await expect.poll(() => page.locator("quayside-editor .native-edit-context:focus").count(), SOON).toBe(1);
  await page.keyboard.type("HERE");
  const text = () =>
    page.locator("quayside-editor").evaluate((editor) => {
      const { textOf, active } = editor as unknown as { textOf: (name: string) => string; active: string };
      return textOf.call(editor, active);
    });
  await expect.poll(async () => (await text()).indexOf("HERE"), SOON).toBe(target.at);
});
