/** The search in a real browser: steps of lessons, messages that are pasted with ids in them, what is nearest, no source lists. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations, LOOKS, scrollsSideways, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

const results = (page: Page) => page.locator("[data-search] .results a");

async function search(page: Page, language: string, term: string): Promise<void> {
  await page.goto(`/${language}/tasks/life-of-a-task/`);
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill(term);
}

const hrefs = (page: Page) =>
  results(page).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

test("finds steps of lessons, and no list of sources", async ({ page }) => {
  await search(page, "en", "stopCode");
  await expect.poll(() => hrefs(page), SOON).toContainEqual(expect.stringMatching(/life-of-a-task\/#/));
  await page.getByRole("searchbox").fill("read 2026-11-20");
  await expect.poll(() => page.locator("[data-search] .state").textContent(), SOON).not.toContain("stopCode");
  expect(await hrefs(page)).not.toContainEqual(expect.stringContaining("#sources"));
});

test("a pasted message with ids finds its meaning and its lesson, in both languages", async ({ page }) => {
  const message =
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:210987654321:secret:db-AbCdEf from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: 6b6f2d0e-5a0a-4c07-9c5d-1f1c9c5be2a7, ResourceNotFoundException: Secrets Manager can't find the specified secret.";
  for (const language of ["en", "vi"]) {
    await search(page, language, message);
    await expect
      .poll(async () => (await hrefs(page)).slice(0, 2), SOON)
      .toEqual([`/${language}/failures/#secret.not-found`, `/${language}/task-definitions/secrets/`]);
  }
  await results(page).first().click();
  await page.waitForURL("**/vi/failures/#secret.not-found");
  await page.locator("li:target").waitFor();
});

test("where nothing is found, the nearest message and lesson are offered", async ({ page }) => {
  await search(page, "en", "placment constrants unsatisfyed xyzzy");
  await expect.poll(() => page.locator("[data-search] .state").textContent(), SOON).toContain("This is nearest");
  const found = await hrefs(page);
  expect(found[0]).toMatch(/failures\/#placement\./);
  expect(found[1]).toMatch(/^\/en\/where-tasks-run\//);
});

test.for(LOOKS)("$name: results have nothing that axe finds, and nothing sticks out", async (look, { openPage }) => {
  const { name: _name, ...window } = look;
  const page = await openPage(window);
  await search(page, "en", "CannotPullContainerError: manifest for registry.example/a:b not found: manifest unknown");
  await results(page).first().waitFor();
  expect(await accessibilityViolations(page, { include: "[data-search]" })).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});
