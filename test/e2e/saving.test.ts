/** A lab that cannot save says so in the page's language, and two tabs of one lab do not write over each other in silence. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { LESSON, SOON } from "./lesson-page.ts";

const LESSONS = [
  ["English", "/en/task-definitions/anatomy/", "Progress is not being saved.", "This file is not JSON"],
  ["Vietnamese", "/vi/task-definitions/anatomy/", "Tiến độ không được lưu.", "Tệp này không phải JSON"],
] as const;

/** Types a text into a file of the lab, as the editor tells it. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator("quayside-lab").evaluate((lab, typed) => {
    interface Keeper {
      noteFile(name: string, text: string): void;
    }
    const { engine } = (lab as unknown as { context: { engine: { keeper: Keeper } } }).context;
    engine.keeper.noteFile("web.json", typed);
  }, text);
}

async function ready(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab quayside-map").waitFor();
}

const notice = (page: Page) => page.locator("quayside-lab .notice.refused");

describe("a browser that refuses to store", () => {
  test.for(LESSONS)("is told of in %s", async ([_language, path, title, notJson], { page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await ready(page, path);
    expect(await notice(page).count()).toBe(0);
    await type(page, "{}");
    await notice(page).waitFor();
    expect(await notice(page).textContent()).toContain(title);

    await page.goto(path.startsWith("/vi/") ? "/vi/progress/" : "/progress/");
    const file = { name: "progress.json", mimeType: "application/json", buffer: Buffer.from("nonsense") };
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect.poll(() => page.locator("[data-message]").textContent(), SOON).toContain(notJson);
    await page.locator('input[type="file"]').setInputFiles({
      ...file,
      buffer: Buffer.from('{"version":1,"labs":{},"lessons":{}}'),
    });
    await expect.poll(() => page.locator("[data-message]").textContent(), SOON).toContain(title.replace(".", ""));
  });
});

describe("two tabs of one lab", () => {
  test("ask before one writes over the other", async ({ page }) => {
    const other = await page.context().newPage();
    await ready(page, LESSON);
    await ready(other, LESSON);
    await type(page, "of the first");
    const stored = () =>
      page.evaluate(
        () =>
          new Promise<unknown>((resolve) => {
            const opening = indexedDB.open("quayside");
            opening.onsuccess = () => {
              const got = opening.result.transaction("progress").objectStore("progress").get("progress");
              got.onsuccess = () => {
                opening.result.close();
                const labs =
                  (got.result as { labs: Record<string, { files: Record<string, string> }> } | undefined)?.labs ?? {};
                resolve(Object.values(labs)[0]?.files["web.json"]);
              };
            };
          }),
      );
    await expect.poll(stored, SOON).toBe("of the first");
    await type(other, "of the second");
    await notice(other).waitFor();
    expect(await notice(other).textContent()).toContain("web.json: changed in another tab, too.");
    expect(await stored()).toBe("of the first");
    await notice(other).getByRole("button", { name: "Keep this tab's" }).click();
    await expect.poll(stored, SOON).toBe("of the second");
    expect(await notice(page).count()).toBe(0);
  });
});
