/** A lesson on paper: prose and figures in black on white, the lab as its picture and address, nothing that sticks or scrolls. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openWhole, scrollsSideways, test } from "./browser.ts";

/** The width of A4 between its margins, and a dark theme, which paper must not take over. */
const PAPER = { viewport: { width: 680, height: 960 }, colorScheme: "dark" } as const;

/** Elements that are drawn and stand still against the text, or have a dark ground. */
function inkedOrStuck(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const lightness = (colour: string): number => {
      if (pen === null) throw new Error("there is no canvas");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      return (red * 0.3 + green * 0.59 + blue * 0.11) / 255;
    };
    for (const element of document.querySelectorAll("body, body *")) {
      if (element.closest("svg") || element.getClientRects().length === 0) continue;
      const { backgroundColor, position, color } = getComputedStyle(element);
      const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (lightness(backgroundColor) < 0.8) found.push(`${name} is dark`);
      if (words && lightness(color) > 0.65) found.push(`${name} is too light to be read`);
      if (position === "fixed" || position === "sticky") found.push(`${name} is ${position}`);
    }
    return found;
  });
}

async function onPaper(page: Page, path: string): Promise<void> {
  await openWhole(page, path);
  await page.emulateMedia({ media: "print" });
}

describe("a printed lesson", () => {
  test.for(["/en/task-definitions/anatomy/", "/vi/tasks/life-of-a-task/"])(
    "is black on white, and as wide as the paper: %s",
    async (path, { openPage }) => {
      const page = await openPage(PAPER);
      await onPaper(page, path);
      expect(await inkedOrStuck(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );

  test("has the lab's picture and address in the place of the lab, and the addresses of its sources", async ({
    page,
  }) => {
    await onPaper(page, "/en/task-definitions/anatomy/");
    expect(await page.locator("quayside-lab .lab").isVisible()).toBe(false);
    expect(await page.locator(".lab-poster svg").isVisible()).toBe(true);
    expect(await page.locator(".lab-pane .address").textContent()).toContain("/en/task-definitions/anatomy/");
    const after = await page
      .locator(".sources a")
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
    expect(after).toContain("https://docs.aws.amazon.com/");
    for (const gone of [".header", ".site-footer", ".pagination", ".sheet-open"]) {
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    }
    const pdf = await page.pdf({ format: "A4" });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(16);
  });

  test("is a lab again on the screen", async ({ page }) => {
    await onPaper(page, "/en/task-definitions/anatomy/");
    await page.emulateMedia({ media: "screen" });
    await page.locator("quayside-lab .lab").waitFor({ state: "visible" });
    expect(await page.locator(".lab-pane .address").isVisible()).toBe(false);
  });
});
