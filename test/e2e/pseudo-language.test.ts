/**
 * Labs in a language that is long, accented and bracketed: all that a reader sees or hears comes from the texts, and all of it
 * fits, in a wide window and on a phone. It leaves out the site around the labs, whose texts are built into the pages.
 */
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { namesNotGiven } from "./english-words.ts";
import { throughLesson, throughSandbox } from "./lab-journey.ts";
import { LESSON } from "./lesson-page.ts";
import { pseudoFaults } from "./pseudo-faults.ts";
import { speakPseudo } from "./pseudo-texts.ts";

/** Where a row stands as the API gives it, and so nothing is a text of ours. */
const ROWS: readonly (readonly [place: RegExp, text: RegExp])[] = [
  [/^quayside-inspector dt$/, /^[a-z]\w*$/], // fields
  [/^quayside-inspector (dd|h2)/, /./], // their values, and names
  [/^quayside-why span\.words$/, /^No Fargate configuration exists/], // the service's message
  [/^quayside-why p\.sentence$/, /^Choose a memory size that goes with/], // what a message means: the site's own list has it in both languages
  [/^quayside-map text\.(name|container-name)$/, /./], // families and containers
];

describe.each([1440, 375])("%i pixels wide", (width) => {
  test.for([
    ["a lesson", LESSON, throughLesson],
    ["the sandbox", "/sandbox/", throughSandbox],
  ] as const)(
    "%s says nothing that is no text, and all of it fits",
    { timeout: 240_000 },
    async ([, path, through], { openPage }) => {
      const page = await openPage({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
      await speakPseudo(page);
      const [naked, cut, stops] = [new Map<string, string>(), new Map<string, string>(), [] as string[]];
      await through(page, path, async (stop) => {
        stops.push(stop);
        const faults = await pseudoFaults(page);
        for (const { where, text } of faults.naked) {
          if (ROWS.some(([place, said]) => place.test(where) && said.test(text))) continue;
          const words = namesNotGiven(text);
          if (words.length > 0) naked.set(`${where}: ${words.join(" ")}`, stop);
        }
        for (const sentence of faults.cut) cut.set(sentence, stop);
      });
      expect(stops.length).toBeGreaterThan(20);
      const told = (faults: ReadonlyMap<string, string>) => [...faults].map(([fault, stop]) => `${fault} (${stop})`);
      expect({ naked: told(naked), cut: told(cut) }).toEqual({ naked: [], cut: [] });
    },
  );
});
