// Texts that come as attributes, as HTML.

import { expect, test } from "vitest";
import { inlineCode } from "./inline-code.ts";

test("parts between backticks become code", () => {
  expect(inlineCode("set `cpu` to `256`")).toBe("set <code>cpu</code> to <code>256</code>");
});

test("markup in the text and in the code is shown, not run", () => {
  expect(inlineCode('<b>"x"</b> `<i>&`')).toBe("&lt;b&gt;&quot;x&quot;&lt;/b&gt; <code>&lt;i&gt;&amp;</code>");
});

test("a lone backtick loses nothing of the text behind it", () => {
  expect(inlineCode("a ` b")).toBe("a ` b");
});
