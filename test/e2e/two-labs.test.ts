/** Two labs on one page, of different sources and in different languages: neither shows anything of the other. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { SOON } from "./lesson-page.ts";

/** Puts a lab that the course does not have under the sandbox's, with a source of its own, in Vietnamese. */
async function addSecondLab(page: Page): Promise<void> {
  await page.locator("quayside-lab").evaluate((first) => {
    interface Source {
      loadLab(id: string): Promise<object>;
    }
    type Asked = CustomEvent<{ give(source: Source): void }>;
    const { page: around } = (first as unknown as { context: { page: { source: Source } } }).context;
    const files = [{ name: "theirs.json", text: "{}" }];
    const loadLab = async (id: string) => ({ ...(await around.source.loadLab("sandbox")), id, files });
    const second = document.createElement("quayside-lab");
    second.addEventListener("quayside-source", (event) => (event as Asked).detail.give({ loadLab }));
    Object.assign(second, { id: "second", lang: "vi" });
    second.setAttribute("lab", "elsewhere/1");
    first.after(second);
  });
  await page.locator("#second .lab").waitFor();
}

describe("two labs on one page", () => {
  test("have different files, panels and languages", async ({ page }) => {
    await page.goto("/sandbox/");
    const first = page.locator("quayside-lab:not(#second)");
    const second = page.locator("#second");
    await first.locator("quayside-map").waitFor();
    await addSecondLab(page);
    await expect.poll(() => second.locator("#tab-editor").textContent(), SOON).toContain("Soạn thảo");
    expect(await first.locator("#tab-editor").textContent()).toContain("Editor");
    expect(await second.locator(".preview").textContent()).toContain("theirs.json");
    expect(await first.locator("#panel-editor").textContent()).not.toContain("theirs.json");
    await second.locator("#tab-journal").click();
    await expect.poll(() => second.locator("#panel-journal").isVisible(), SOON).toBe(true);
    expect(await first.locator("#panel-editor").isVisible()).toBe(true);
    expect(await first.locator("#panel-journal").isVisible()).toBe(false);
  });
});
