/** A lab's run stays in a real browser: over a reload, a crash and two tabs; what cannot go on says why. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { LESSON, SOON } from "./lesson-page.ts";
import { WEBSERVER } from "./webserver.ts";

async function openLesson(page: Page, path = LESSON): Promise<void> {
  await page.goto(path);
  await page.locator("quayside-lab .lab").waitFor();
}

/** Types a line in the terminal and waits for what it prints. */
async function type(page: Page, line: string, prints: string): Promise<void> {
  await page.getByRole("tab", { name: "Terminal" }).click();
  const prompt = page.locator("quayside-terminal input, quayside-terminal textarea").first();
  await prompt.fill(line);
  await prompt.press("Enter");
  await page.locator("quayside-terminal", { hasText: prints }).waitFor();
}

const createCluster = (page: Page, name: string) =>
  type(page, `aws ecs create-cluster --cluster-name ${name}`, `cluster/${name}`);

const clusters = (page: Page): Promise<string[]> =>
  page.locator("quayside-lab").evaluate((lab) => {
    const { run } = lab as unknown as {
      run: { shown: { tables: { clusters: Map<string, { clusterName: string }> } } };
    };
    return [...run.shown.tables.clusters.values()].map(({ clusterName }) => clusterName);
  });

const continued = (page: Page) => page.locator("quayside-lab .notice", { hasText: "Continued at" });

/** What the browser keeps under a key; waits until it is there. */
async function untilKept(page: Page, isThere = true, key = "run:01/01"): Promise<void> {
  await expect.poll(() => page.evaluate(readKept, key), SOON).toBe(isThere);
}

function readKept(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("quayside");
    opening.onsuccess = () => {
      const reading = opening.result.transaction("progress").objectStore("progress").get(key);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result !== undefined);
      };
    };
  });
}

test("goes on after a reload where it was: clusters, time, checks and the steps of the lesson", async ({ page }) => {
  await openLesson(page);
  await page.locator("quayside-lab .preview pre, quayside-editor").first().click();
  await page.locator("quayside-editor .monaco-editor .view-lines").waitFor();
  const input = `'${JSON.stringify(WEBSERVER)}'`;
  await type(page, `aws ecs register-task-definition --cli-input-json ${input}`, "webserver:1");
  const step = page.locator('[data-step="check"]').first();
  await step.and(page.locator("[data-done]")).waitFor();
  await untilKept(page);
  await page.reload();
  await continued(page).waitFor();
  await step.and(page.locator("[data-done]")).waitFor();
  expect(await step.locator("[data-observed]").textContent()).not.toBe("");
  const done = await page.locator('[data-step="check"][data-done]').count();
  expect(await page.getByRole("tab", { name: /Checks/ }).textContent()).toContain(`${done}/6`);
});

test("goes on after the tab has crashed", async ({ page }) => {
  await openLesson(page);
  await createCluster(page, "mine");
  await untilKept(page);
  const again = await page.context().newPage();
  await page
    .context()
    .newCDPSession(page)
    .then((session) => void session.send("Page.crash").catch(() => {}));
  await openLesson(again);
  await continued(again).waitFor();
  expect(await clusters(again)).toContain("mine");
});

test("begins again when the learner starts over, with the lab's own files when they are wanted", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto("/sandbox/");
  await page.locator("quayside-lab .preview pre, quayside-editor textarea").first().click();
  await page.locator("quayside-editor textarea").first().fill("{ broken");
  await createCluster(page, "mine");
  await untilKept(page, true, "run:sandbox");
  await page.reload();
  await continued(page).getByRole("button", { name: "Start over" }).click();
  await page.getByRole("button", { name: "Yes, and with the lab's own files" }).click();
  await expect.poll(() => clusters(page), SOON).not.toContain("mine");
  await page.getByRole("tab", { name: "Editor" }).click();
  await expect.poll(() => page.locator("quayside-editor textarea").first().inputValue(), SOON).toContain('"family"');
  await page.reload();
  await page.locator("quayside-lab .lab").waitFor();
  expect(await continued(page).count()).toBe(0);
  expect(await clusters(page)).not.toContain("mine");
});

test("a file that was broken is had again, and undo brings the broken one back", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto("/sandbox/");
  await page.locator("quayside-lab .preview pre, quayside-editor textarea").first().click();
  const text = page.locator("quayside-editor textarea").first();
  const original = await text.inputValue();
  await text.fill("{ broken");
  await page.getByRole("button", { name: "Reset file" }).click();
  expect(await text.inputValue()).toBe(original);
  expect(await page.getByRole("button", { name: "Reset file" }).count()).toBe(0);
  await text.press("Control+z");
  expect(await text.inputValue()).toBe("{ broken");
});

describe("two tabs of one lab", () => {
  test("do not write over each other: the learner decides", async ({ page }) => {
    await openLesson(page);
    await createCluster(page, "first");
    await untilKept(page);
    const other = await page.context().newPage();
    await openLesson(other);
    await continued(other).waitFor();
    await createCluster(other, "second");
    await expect.poll(() => clusters(other), SOON).toContain("second");
    await createCluster(page, "third");
    const clash = page.locator("quayside-lab .notice", { hasText: "This lab went on in another tab." });
    await clash.waitFor();
    await other.reload();
    await continued(other).waitFor();
    expect(await clusters(other)).toEqual(["default", "first", "second"]);
    await clash.getByRole("button", { name: "Keep this tab's" }).click();
    await expect
      .poll(async () => {
        await other.reload();
        await continued(other).waitFor();
        return clusters(other);
      }, SOON)
      .toEqual(["default", "first", "third"]);
  });
});

test("says why a run cannot go on, and leaves a lab that works", async ({ page }) => {
  await openLesson(page);
  await createCluster(page, "mine");
  await untilKept(page);
  await page.evaluate(() => {
    return new Promise<void>((resolve) => {
      const opening = indexedDB.open("quayside");
      opening.onsuccess = () => {
        const store = opening.result.transaction("progress", "readwrite").objectStore("progress");
        const reading = store.get("run:01/01");
        reading.onsuccess = () => {
          const kept = reading.result as { run: { shared: { records: number } } };
          kept.run.shared.records += 1;
          store.put(kept, "run:01/01").onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      };
    });
  });
  await page.reload();
  const notice = page.locator("quayside-lab .notice", { hasText: "Your run of the last visit cannot go on." });
  await notice.waitFor();
  expect(await notice.textContent()).toContain("another version of the simulator");
  await createCluster(page, "fresh");
  expect(await clusters(page)).toEqual(["default", "fresh"]);
});

test("forgets runs with the rest of the progress", async ({ page }) => {
  await openLesson(page);
  await createCluster(page, "mine");
  await untilKept(page);
  await page.goto("/progress/");
  await page
    .getByRole("button", { name: /Reset|Forget/ })
    .first()
    .click();
  await page
    .getByRole("button", { name: /Yes|Reset|Forget/ })
    .last()
    .click();
  await untilKept(page, false);
});
