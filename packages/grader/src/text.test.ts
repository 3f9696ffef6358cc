/** Texts as functions of the language. */
import { expect, test } from "vitest";
import { joinTexts } from "./text.ts";

test("texts are joined language by language, without gaps for empty ones", () => {
  const both = joinTexts([(lang) => (lang === "vi" ? "b" : "a"), () => "", () => "c"]);
  expect([both("en"), both("vi")]).toEqual(["a c", "b c"]);
  expect(joinTexts([() => "a", () => "c"], "; ")("en")).toBe("a; c");
});
