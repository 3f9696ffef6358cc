/**
 * The whole main job without a mouse, with axe at every state: from the home page through a lesson's lab to the next lesson,
 * and through the sandbox from a scenario to a fault and its reason.
 */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations, test } from "./browser.ts";
import { hasFocus, nameOfFocus, openTab, press, tabTo } from "./keyboard.ts";
import { LESSON, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;

async function expectNothingFound(page: Page, state: string): Promise<void> {
  expect(await accessibilityViolations(page), state).toEqual([]);
}

/** Pastes a definition in the place of the one in the editor, which has the focus. */
async function rewrite(page: Page, definition: unknown): Promise<void> {
  await page.keyboard.press("Control+a");
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(definition, null, 2));
  await page.keyboard.press("Control+v");
}

/** Waits until nothing more is due. */
async function quiet(page: Page): Promise<void> {
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const notice = (page: Page, text: string) => page.locator("quayside-lab .notice", { hasText: text });

test("a lesson is found, read, done, marked and left for the next one", { timeout: 180_000 }, async ({ openPage }) => {
  const page = await openPage({ ...WIDE, colorScheme: "light", permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto("/");
  await press(page, page.locator("header [popovertarget=course-menu]"));
  await page.locator("#course-menu:popover-open").waitFor();
  await expectNothingFound(page, "home, course menu open");
  await press(page, page.locator(`#course-menu a[href="${LESSON}"]`));
  await page.waitForURL(`**${LESSON}`);
  await page.locator("quayside-lab .lab").waitFor();
  await expectNothingFound(page, "lesson, untouched");
  await page.keyboard.press("PageDown");
  await expect.poll(() => page.evaluate(() => scrollY), SOON).toBeGreaterThan(100);

  // The editor comes as soon as the focus is in the lab, and Monaco as soon as it is in the text.
  const text = page.locator("quayside-lab .preview pre, quayside-plain-text textarea, .monaco-editor");
  await tabTo(page, text);
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await expect.poll(() => hasFocus(page.locator(".monaco-editor")), SOON).toBe(true);
  await rewrite(page, { ...WEBSERVER, memory: "300" });
  await page.keyboard.press("Control+Enter");
  await notice(page, "An error occurred").waitFor();
  await expectNothingFound(page, "lesson, definition refused");

  await rewrite(page, WEBSERVER);
  await page.keyboard.press("Control+Enter");
  await notice(page, "was created").waitFor();
  await press(page, button(page, "Until quiet"), { back: true });
  await quiet(page);
  await expectNothingFound(page, "lesson, task running");

  await openTab(page, /Checks/);
  const panel = page.locator("#panel-checks");
  await expect.poll(() => panel.locator(".checks li.passed").count(), SOON).toBe(5);
  await press(page, panel.getByRole("button", { name: "Check my work" }));
  await panel.locator(".report h3", { hasText: "5 of 6" }).waitFor();
  await expectNothingFound(page, "lesson, marked");
  expect(await page.locator('[data-step="check"][data-done]').count()).toBeGreaterThan(0);

  await press(page, page.locator("a[rel=next]"), { back: true });
  await page.waitForURL((url) => url.pathname.startsWith("/en/") && url.pathname !== LESSON);
  await page.locator("quayside-lab .lab").waitFor();
  await expectNothingFound(page, "next lesson");
});

test("a scenario is chosen, played, asked, looked at as it was, and broken", { timeout: 180_000 }, async ({
  openPage,
}) => {
  const page = await openPage({ ...WIDE, colorScheme: "dark" });
  await page.goto("/sandbox/");
  await page.locator("quayside-lab .lab").waitFor();
  await press(page, page.locator(".choose"));
  await expectNothingFound(page, "sandbox, choice of scenarios");
  await press(page, page.locator("#scenario-list a[data-scenario=web-running]"));
  await expect.poll(() => page.url(), SOON).toContain("scenario=web-running");
  await press(page, button(page, "Until quiet"));
  await quiet(page);

  const map = page.locator("quayside-map .focus");
  await tabTo(page, map);
  const first = await map.getAttribute("aria-label");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => map.getAttribute("aria-label"), SOON).not.toBe(first);
  await page.keyboard.press("w");
  await page.locator("quayside-inspector .why").first().waitFor();
  await expectNothingFound(page, "sandbox, why of a task");
  await press(page, button(page, "Close"));
  await page.locator("quayside-inspector").waitFor({ state: "detached" });
  expect(await hasFocus(map), "the focus is where the task was chosen").toBe(true);

  await tabTo(page, page.getByRole("slider", { name: "Moment shown" }), { back: true });
  await page.keyboard.press("Home");
  await page.getByText("Looking at the past").waitFor();
  await expectNothingFound(page, "sandbox, looking at the past");
  await press(page, button(page, "Back to now"), { back: true });

  await openTab(page, /Terminal/);
  const input = page.locator("quayside-terminal input");
  await tabTo(page, input);
  await page.keyboard.type("aws ecs list-tasks --desired-status RUNNING");
  await page.keyboard.press("Enter");
  await page.locator("quayside-terminal .block", { hasText: "taskArns" }).waitFor();
  await expectNothingFound(page, "sandbox, terminal");

  await openTab(page, /Faults/, { back: true });
  const fault = page.locator("quayside-faults form").first();
  await fault.waitFor();
  await press(page, fault.getByRole("button").last());
  await page.locator("quayside-lab .notice").waitFor();
  await expectNothingFound(page, "sandbox, fault caused");
  await page.keyboard.press("?");
  await page.locator("quayside-keys dialog").waitFor();
  await expectNothingFound(page, "sandbox, keys");
  await page.keyboard.press("Escape");
  await page.locator("quayside-keys dialog").waitFor({ state: "hidden" });
  expect(await nameOfFocus(page), "the focus after the keys were closed").not.toBe("");
});
