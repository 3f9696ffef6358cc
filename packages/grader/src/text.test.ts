/** Texts in two languages. */
import { expect, test } from "vitest";
import { inLanguage, joinTexts, text } from "./text.ts";

test("a text is read in the language that is asked for, in English where there is no other", () => {
  expect(inLanguage(text("yes", "có"), "vi-VN")).toBe("có");
  expect(inLanguage(text("yes", "có"), "fr")).toBe("yes");
  expect(inLanguage({ en: "yes" }, "vi")).toBe("yes");
});

test("texts are joined language by language, without gaps for empty ones", () => {
  expect(joinTexts([text("a", "b"), text("", ""), { en: "c" }])).toEqual({ en: "a c", vi: "b c" });
  expect(joinTexts([text("a", "b"), text("c", "d")], "; ")).toEqual({ en: "a; c", vi: "b; d" });
});
