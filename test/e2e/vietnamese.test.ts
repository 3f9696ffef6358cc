/** No page in Vietnamese has an English accessible name, figure label or notice; AWS's terms may stay (english-words.ts). */
import { globSync, readFileSync } from "node:fs";
import { inRepository } from "@quayside/toolchain/repository";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { englishIn } from "./english-words.ts";
import { type NamedText, namedTextsOf } from "./named-texts.ts";
import { standsForItself } from "./rule-pages.ts";

const DIST = inRepository("dist");
const PAGES = globSync("vi/**/*.html", { cwd: DIST }).filter(standsForItself).sort();

/** The English page of a Vietnamese one: lessons below en/, the pages around the course at the root. */
function englishOf(file: string): string {
  const bare = file.slice("vi/".length);
  return globSync([`en/${bare}`, bare], { cwd: DIST })[0] ?? "404.html";
}

function faults(vietnamese: readonly NamedText[], english: readonly NamedText[]): string[] {
  const known = new Set(english.map(({ text }) => text));
  const told = vietnamese.flatMap(({ kind, text }) => {
    const reason = englishIn(text, known.has(text));
    return reason === undefined ? [] : [`${kind} "${text}" ${reason}`];
  });
  return [...new Set(told)];
}

test("English is found where it is, and AWS's terms are none", () => {
  expect(englishIn("the task", false)).toBe("says the");
  expect(englishIn("a plan", true)).toBe("is the same in English: a, plan");
  expect(englishIn("Network interface", true)).toBeUndefined();
  expect(englishIn("thoát 0: SUCCESS", false)).toBeUndefined();
  expect(englishIn("cả task", false)).toBeUndefined();
});

test("there are pages in Vietnamese", () => {
  expect(PAGES.length).toBeGreaterThan(20);
});

describe("as it was built", () => {
  test.for(PAGES)("%s has no English name", async (file, { page }) => {
    const [vietnamese, english] = await Promise.all(
      [file, englishOf(file)].map((each) => namedTextsOf(page, readFileSync(`${DIST}/${each}`, "utf8"))),
    );
    expect(faults(vietnamese ?? [], english ?? [])).toEqual([]);
  });
});
