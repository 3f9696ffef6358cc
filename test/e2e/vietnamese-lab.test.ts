/**
 * A lab in use has no English name, label or notice in Vietnamese: the same things are done on the English page, and the texts
 * of both are compared. Left out: what the terminal prints, the editor's findings (AWS's words), and names that the lab's definitions give.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { englishIn, GIVEN } from "./english-words.ts";

/** The texts of the lab as it stands, through every shadow root. */
function textsOfLab(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = ["aria-label", "aria-description", "title", "placeholder"];
    const carriers =
      "svg text, svg title, button, label, option, th, td, dt, dd, h2, h3, h4, li, p, [role=status], [role=alert]";
    const silent = "code, pre, kbd, style, [lang=en]";
    const found = new Set<string>();
    const look = (element: Element) => {
      for (const name of attributes) found.add(element.getAttribute(name) ?? "");
      if (!element.matches(carriers) || element.querySelector("button, li, p, td, dd, svg text") !== null) return;
      const copy = element.cloneNode(true) as Element;
      for (const each of copy.querySelectorAll(silent)) each.replaceWith(" … ");
      found.add((copy.textContent ?? "").replace(/\s+/g, " ").trim());
    };
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.closest(silent) !== null) continue;
        if (element.localName === "quayside-terminal" || element.classList.contains("words")) continue;
        if (element.closest(".problem") === null) look(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector("quayside-lab")?.shadowRoot ?? document);
    return [...found];
  });
}

/** Goes through a lab's parts. @returns every text on the way */
async function textsOnTheWay(page: Page, path: string, tabs: readonly string[]): Promise<Set<string>> {
  await page.goto(path);
  const lab = page.locator("quayside-lab");
  const texts = new Set<string>();
  const look = async () => {
    for (const text of await textsOfLab(page)) texts.add(text);
  };
  await lab.locator("button.run").click();
  await lab.locator("quayside-map .task").first().waitFor();
  await look();
  for (const tab of tabs) {
    await lab.locator(`#tab-${tab}`).click();
    await lab.locator(`#panel-${tab} > *:not(.waiting)`).first().waitFor();
    await look();
  }
  for (const dialog of ["keys", "share"]) {
    await lab.locator(`.button.${dialog}`).click();
    await lab.locator(`quayside-${dialog} button`).first().waitFor();
    await look();
    await page.keyboard.press("Escape");
  }
  return texts;
}

describe("a lab in use", () => {
  test.for([
    ["a lesson", "/vi/tasks/life-of-a-task/", "/en/tasks/life-of-a-task/", ["terminal", "journal", "checks"]],
    ["the sandbox", "/vi/sandbox/", "/sandbox/", ["terminal", "journal", "faults"]],
  ] as const)("%s speaks Vietnamese", async ([, vietnamesePath, englishPath, tabs], { openPage }) => {
    const [vietnamese, english] = [
      await textsOnTheWay(await openPage({}), vietnamesePath, tabs),
      await textsOnTheWay(await openPage({}), englishPath, tabs),
    ];
    const faults = [...vietnamese].flatMap((text) => {
      const reason = englishIn(text.replace(GIVEN, " "), english.has(text));
      return reason === undefined ? [] : [`"${text}" ${reason}`];
    });
    expect(vietnamese.size).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });
});
