/** On a machine: ssh takes the terminal there, Docker shows the tasks, docker stop ends one, exit comes back. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";

/** Longest wait for something to come true. */
const SOON = { timeout: 15_000 };

/** The sandbox with instances, when every task has started, and its terminal. */
async function openTerminal(page: Page): Promise<void> {
  await page.goto("/sandbox/?scenario=instances");
  await page.locator("quayside-map .machine").first().waitFor();
  await page.getByRole("button", { name: "Until quiet" }).click();
  await page.locator("quayside-timeline .state", { hasText: "Quiet" }).waitFor();
  await page.getByRole("tab", { name: "Terminal" }).click();
}

/** Types a line into the terminal and waits for what it prints. */
async function run(page: Page, line: string, prints: RegExp): Promise<string> {
  const input = page.locator("quayside-terminal input");
  await input.fill(line);
  await input.press("Enter");
  const last = page.locator("quayside-terminal .block", { hasText: line }).last();
  await expect.poll(() => last.textContent(), SOON).toMatch(prints);
  return (await last.locator("pre").first().textContent()) ?? "";
}

test("the terminal goes to an instance, sees its containers and stops one, and comes back", async ({ page }) => {
  await openTerminal(page);
  await run(page, "ssh ec2-user@10.0.10.4", /ECS Optimized/);
  const prompt = page.locator("quayside-terminal .typing .prompt");
  await expect.poll(() => prompt.textContent(), SOON).toBe("ec2-user@ip-10-0-10-4 $");
  const before = await run(page, "docker ps", /ecs-agent/);
  const [id = "none"] = /^[0-9a-f]{12}(?= +nginx)/m.exec(before) ?? [];
  await run(page, `docker stop ${id}`, new RegExp(`stop ${id}[\\s\\S]*${id}`));
  await run(page, "docker ps -a", new RegExp(`${id} .*Exited \\(0\\)`));
  await run(page, "exit", /Connection to 10\.0\.10\.4 closed/);
  await expect.poll(() => prompt.textContent(), SOON).toBe("$");
  await run(page, "docker ps", /Fargate/);
});

describe.each(LOOKS)("$name", ({ name: _name, ...look }) => {
  test("the terminal on a machine has nothing that axe finds, and nothing sticks out", async ({ openPage }) => {
    const page = await openPage(look);
    await openTerminal(page);
    await run(page, "ssh 10.0.10.4", /ECS Optimized/);
    await run(page, "docker ps", /ecs-agent/);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
