/** "Run" beside a command of the prose, in a real browser: the lab's terminal runs it, in a wide window and in a phone's sheet. */
import { expect } from "vitest";
import { LOOKS, test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

test.for([
  ["en", LOOKS[0]],
  ["vi", LOOKS[3]],
] as const)("in %s", async ([language, look], { openPage }) => {
  const page = await openPage({ viewport: look?.viewport ?? null, colorScheme: look?.colorScheme ?? null });
  await page.goto(`/${language}/tasks/life-of-a-task/`);
  // The page's script has come: it marks the step that is next.
  await page.locator("[data-next]").waitFor();
  const runs = page.locator(".run-command");
  const printed = (text: string | RegExp) => page.locator("quayside-terminal", { hasText: text }).waitFor();
  await runs.first().click();
  await printed("ElasticNetworkInterface");
  const observed = page.locator('[data-step="check"] [data-observed]').first();
  await expect.poll(() => observed.textContent(), SOON).toMatch(/^Task /);
  // A task that the prose cannot name is the newest one.
  await runs.nth(1).dispatchEvent("click");
  await printed(/stop-task --task [0-9a-f]{32}/);
});
