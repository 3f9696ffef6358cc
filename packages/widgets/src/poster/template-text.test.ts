/** A Lit template as text: the same markup as in a page, with every value escaped. */
import { html, nothing, svg } from "lit";
import { describe, expect, it } from "vitest";
import { templateText } from "./template-text.ts";

describe("a template as text", () => {
  it("nests templates and lists, and leaves out what is nothing", () => {
    const lines = ["a", "b"].map((each) => svg`<tspan>${each}</tspan>`);
    expect(templateText(svg`<text x="1">${lines}${nothing}${undefined}${3}</text>`)).toBe(
      `<text x="1"><tspan>a</tspan><tspan>b</tspan>3</text>`,
    );
  });

  it("quotes attributes, fills parts of them, and drops one that is nothing", () => {
    expect(templateText(svg`<rect x=${1} class="a ${"b"}" fill=${nothing} rx=${2}></rect>`)).toBe(
      `<rect x="1" class="a b" rx="2"></rect>`,
    );
  });

  it("never lets a value become markup", () => {
    const typed = `"><script>alert(1)</script>&`;
    expect(templateText(svg`<text id=${typed} class="${typed}">${typed}</text>`)).not.toMatch(/<script|"">/);
    expect(templateText(svg`<text>${typed}</text>`)).toBe(
      "<text>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</text>",
    );
  });

  it("refuses what a picture cannot do", () => {
    expect(() => templateText(html`<a @click=${() => 1}></a>`)).toThrow("A picture cannot hold");
  });
});
