/** A lab's context without an element: two labs share nothing. */
import { expect, test } from "vitest";
import { en } from "../i18n/en.ts";
import { LabContext, type LabPage } from "./lab-context.ts";
import { sandboxLab } from "./sandbox-lab.ts";

/** A page that counts how often a picture was asked for. */
function pageIn(language: string): LabPage & { asked: number } {
  const page = {
    t: en,
    language,
    sandbox: true,
    highlight: undefined,
    isConnected: true,
    source: { loadLab: async () => sandboxLab },
    lab: "",
    width: 0,
    filled: false,
    pinned: false,
    root: undefined as never,
    asked: 0,
    draw: () => {
      page.asked += 1;
    },
    drawn: async () => undefined,
    say: () => {},
  };
  return page;
}

test("what one lab shows, the other does not", () => {
  const pages = [pageIn("en"), pageIn("en")] as const;
  const [one, other] = [new LabContext(pages[0]), new LabContext(pages[1])];
  const told: string[] = [];
  one.changed.on((change) => told.push(...Object.keys(change)));
  one.show({ panel: "journal", evidence: [3] });
  expect([one.shown.panel, other.shown.panel]).toEqual(["journal", "editor"]);
  expect([pages[0].asked, pages[1].asked]).toEqual([1, 0]);
  expect(told).toEqual(["panel", "evidence"]);
});

test("of two openings only the later one is still wanted, and none once the lab has gone", () => {
  const page = { ...pageIn("en"), isConnected: true };
  const lab = new LabContext(page);
  const [first, second] = [lab.opening(), lab.opening()];
  expect([first(), second()]).toEqual([false, true]);
  page.isConnected = false;
  expect(second()).toBe(false);
});
