/**
 * A lab in use has no English name, label or notice in Vietnamese: the same things are done on the English page, and the texts
 * of both are compared. Left out: what the terminal prints, the editor's findings (AWS's words), rows as the API gives
 * them, and names that definitions give.
 */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { englishIn, GIVEN } from "./english-words.ts";
import { throughLesson, throughSandbox } from "./lab-journey.ts";

const STILL = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" } as const;

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
      for (const each of copy.querySelectorAll(`${silent}, select`)) each.replaceWith(" … ");
      found.add((copy.textContent ?? "").replace(/\s+/g, " ").trim());
    };
    const inRows = (root: ParentNode) => root instanceof ShadowRoot && root.host.localName === "quayside-inspector";
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.closest(silent) !== null) continue;
        if (element.localName === "quayside-terminal" || element.classList.contains("words")) continue;
        // Monaco's own texts, and rows of the world as the API gives them.
        if (element.closest(".monaco-editor") !== null || (inRows(root) && element.matches("dt, dd, h2, h2 *")))
          continue;
        if (element.closest(".problem") === null) look(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector("quayside-lab")?.shadowRoot ?? document);
    return [...found];
  });
}

/** @returns every text on the way through a lab */
async function textsOnTheWay(page: Page, path: string, through: typeof throughLesson): Promise<Set<string>> {
  const texts = new Set<string>();
  await through(page, path, async () => {
    for (const text of await textsOfLab(page)) texts.add(text);
  });
  return texts;
}

describe("a lab in use", () => {
  test.for([
    ["a lesson", "/vi/task-definitions/anatomy/", "/en/task-definitions/anatomy/", throughLesson],
    ["the sandbox", "/vi/sandbox/", "/sandbox/", throughSandbox],
  ] as const)(
    "%s speaks Vietnamese",
    { timeout: 480_000 },
    async ([, vietnamesePath, englishPath, through], { openPage }) => {
      const [vietnamese, english] = [
        await textsOnTheWay(await openPage(STILL), vietnamesePath, through),
        await textsOnTheWay(await openPage(STILL), englishPath, through),
      ];
      const faults = [...vietnamese].flatMap((text) => {
        const reason = englishIn(text.replace(GIVEN, " "), english.has(text));
        return reason === undefined ? [] : [`"${text}" ${reason}`];
      });
      expect(vietnamese.size).toBeGreaterThan(100);
      expect(faults).toEqual([]);
    },
  );
});
