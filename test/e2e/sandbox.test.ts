/** The sandbox in a real browser: scenarios and their address, faults with their question in the past, the keyboard map. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";

/** Longest wait for something to come true. */
const SOON = { timeout: 15_000 };

async function openSandbox(page: Page, search = ""): Promise<void> {
  await page.goto(`/sandbox/${search}`);
  await page.locator("quayside-lab .lab").waitFor();
}

/** Lets time pass until nothing more is due. */
async function untilQuiet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
}

async function openFaults(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Faults" }).click();
  await page.locator("quayside-faults form").first().waitFor();
}

/** The status of every task that the lab shows, touched or not. */
const statuses = (page: Page): Promise<string[]> =>
  page.locator("quayside-lab").evaluate((lab) => {
    const { run } = lab as unknown as { run: { shown: { tables: { tasks: Map<string, { lastStatus: string }> } } } };
    return [...run.shown.tables.tasks.values()].map(({ lastStatus }) => lastStatus);
  });

const picker = (page: Page) => page.locator(".choose");
const choose = async (page: Page, name: string): Promise<void> => {
  await picker(page).click();
  await page.locator("#scenario-list a", { hasText: name }).click();
};

describe("the scenario", () => {
  test("is the one that the address names, and another one can be chosen by keyboard", async ({ page }) => {
    await openSandbox(page, "?scenario=web-running");
    expect(await statuses(page)).toEqual(["PROVISIONING", "PROVISIONING", "PROVISIONING"]);
    await picker(page).focus();
    await page.keyboard.press("Enter");
    await page.locator("#scenario-list a", { hasText: "Three tasks ask for a secret" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url(), SOON).toContain("?scenario=who-may-read");
    expect(await picker(page).textContent()).toContain("Three tasks ask for a secret");
    await page.reload();
    await page.locator("quayside-lab .lab").waitFor();
    expect(await statuses(page)).toHaveLength(3);
  });

  test("that is left is gone on with when it is chosen again", async ({ page }) => {
    await openSandbox(page, "?scenario=web-running");
    await page.getByRole("button", { name: "Register & run" }).click();
    await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
    await choose(page, "Six tasks");
    await expect.poll(() => statuses(page), SOON).toHaveLength(6);
    expect(page.url()).toContain("?scenario=ways-to-end");
    await choose(page, "Three web servers start");
    await page.locator("quayside-lab .notice", { hasText: "Continued at" }).waitFor();
    await expect.poll(() => statuses(page), SOON).toHaveLength(4);
  });

  test("asks before something of the learner's goes where nothing can be kept, and stays when it is not wanted", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    });
    await openSandbox(page);
    await page.getByRole("button", { name: "Register & run" }).click();
    await page.locator("quayside-lab .notice", { hasText: "was created" }).waitFor();
    await choose(page, "Six tasks");
    const question = page.getByRole("alertdialog");
    await question.waitFor();
    await expect.poll(() => question.locator("button:focus").count(), SOON).toBe(1);
    await question.getByRole("button", { name: "Cancel" }).click();
    expect(await statuses(page)).toHaveLength(1);
    expect(page.url()).not.toContain("scenario=");
    await choose(page, "Six tasks");
    await question.getByRole("button", { name: "Yes" }).click();
    await expect.poll(() => statuses(page), SOON).toHaveLength(6);
    expect(page.url()).toContain("?scenario=ways-to-end");
  });

  test("that does not exist is an empty cluster, not an error", async ({ page }) => {
    await openSandbox(page, "?scenario=../../nothing");
    expect(await statuses(page)).toEqual([]);
    expect(await picker(page).textContent()).toContain("An empty cluster");
  });
});

describe("a fault", () => {
  test("hits the task that is selected, and ends it as its definition says", async ({ page }) => {
    await page.setViewportSize({ width: 1680, height: 900 });
    await openSandbox(page, "?scenario=second-chances");
    await untilQuiet(page);
    await openFaults(page);
    const first = page.locator("quayside-resources .row", { hasText: "RUNNING" }).last();
    await first.click();
    const card = page.locator("quayside-faults form").first();
    await expect.poll(() => card.locator("option:checked").textContent(), SOON).toContain("with-policy:1");
    expect(await card.locator(".then").textContent()).toContain("Its restart policy");
    await card.locator("select").selectOption({ label: await optionOf(page, "without-policy:1") });
    expect(await card.locator(".then").textContent()).toContain("the whole task will stop");
    await card.getByRole("button", { name: "Kill container" }).click();
    await page.locator("quayside-lab .notice", { hasText: "SIGKILL" }).waitFor();
    await untilQuiet(page);
    expect((await statuses(page)).sort()).toEqual(["RUNNING", "RUNNING", "STOPPED"]);
  });

  test("of a registry is shown until it is ended", async ({ page }) => {
    await openSandbox(page);
    await openFaults(page);
    await page.getByRole("button", { name: "Let pulls fail" }).click();
    await page.locator("quayside-faults .now li", { hasText: "the next pull fails" }).waitFor();
    await page.getByRole("button", { name: "End it: every registry" }).click();
    await expect.poll(() => page.locator("quayside-faults .now").count(), SOON).toBe(0);
  });

  test("in the past asks first what becomes of the future", async ({ page }) => {
    await openSandbox(page, "?scenario=web-running");
    await untilQuiet(page);
    await openFaults(page);
    await page.locator("quayside-timeline input[type=range]").focus();
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("button", { name: "Slow down" }).click();
    await page.getByRole("button", { name: "Continue from here" }).click();
    await page.locator("quayside-faults .now li", { hasText: "10 times as long" }).waitFor();
  });

  test("exists in the sandbox only", async ({ page }) => {
    await page.goto("/en/task-definitions/anatomy/");
    await page.locator("quayside-lab .lab").waitFor();
    expect(await page.getByRole("tab", { name: "Journal" }).count()).toBe(1);
    expect(await page.getByRole("tab", { name: "Faults" }).count()).toBe(0);
  });
});

describe("the keyboard map", () => {
  test("opens by ?, also on a button, closes by Escape and gives the focus back", async ({ page }) => {
    await openSandbox(page);
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await dialog.waitFor();
    expect(await dialog.locator("kbd").allTextContents()).toEqual(expect.arrayContaining(["Space", ".", "?", "W"]));
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.count(), SOON).toBe(0);
    const step = page.getByRole("button", { name: "Step" });
    await step.focus();
    await page.keyboard.press("?");
    await dialog.waitFor();
    await page.keyboard.press("?");
    expect(await dialog.count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => step.evaluate((button) => button.matches(":focus")), SOON).toBe(true);
  });

  test("opens by its button, and ? that is typed stays text", async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 640, height: 900 } });
    await openSandbox(page);
    await page.getByRole("tab", { name: "Terminal" }).click();
    const input = page.locator("quayside-terminal input");
    await input.click();
    await page.keyboard.type("what?");
    expect(await input.inputValue()).toBe("what?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  });
});

describe.each(LOOKS)("$name", ({ name: _name, ...look }) => {
  test("panel, list and keyboard map have nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage(look);
    await openSandbox(page, "?scenario=second-chances");
    await untilQuiet(page);
    await openFaults(page);
    await page.getByRole("button", { name: "Slow down" }).click();
    await page.locator("quayside-faults .now").waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await picker(page).click();
    await page.locator("#scenario-list a").first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

/** The text of the option for a container of a revision. */
async function optionOf(page: Page, revision: string): Promise<string> {
  const option = page.locator("quayside-faults #kill option", { hasText: ` ${revision} ` });
  return (await option.first().textContent()) ?? "";
}
