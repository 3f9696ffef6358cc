/** Looks of a style sheet as attributes: the cascade as far as the map uses it, tokens, and what is left out. */
import { describe, expect, it } from "vitest";
import { mapStyles } from "../map/map-styles.ts";
import { flatten } from "./flatten.ts";
import { readRules } from "./style-rules.ts";

const inWords = (markup: string, sheet: string): string => flatten(markup, readRules(sheet), (token) => `<${token}>`);

describe("the looks of an element", () => {
  it("are those of the more specific rule, of the later one among equals, and of the sheet before the markup", () => {
    const sheet = ".a.b { fill: two; } .a { fill: one; } .b { fill: three; } rect { stroke: line; }";
    expect(inWords(`<rect class="a b" stroke="own" x="1"></rect>`, sheet)).toBe(
      `<rect stroke="line" x="1" fill="two"/>`,
    );
  });

  it("know descendants from children", () => {
    const sheet = ".zone rect { fill: far; } .zone > rect { stroke: near; }";
    const flat = inWords(`<g class="zone"><g><rect></rect></g><rect></rect></g>`, sheet);
    expect(flat.split("\n")).toEqual([
      "<g>",
      "<g>",
      `<rect fill="far"/>`,
      "</g>",
      `<rect fill="far" stroke="near"/>`,
      "</g>",
    ]);
  });

  it("take the state's colour from the nearest element that names it", () => {
    const markup = `<g style="--c: var(--qs-state-running)"><rect></rect><g style="--c: var(--qs-danger)"><rect></rect></g><rect></rect></g>`;
    const fills = [...inWords(markup, "rect { fill: var(--c); }").matchAll(/fill="<([\w-]+)>"/g)].map(
      ([, each]) => each,
    );
    expect(fills).toEqual(["state-running", "danger", "state-running"]);
  });

  it("leave no class, no style and no shape that nobody sees", () => {
    const markup = `<g class="box"><rect class="fill" width="4"></rect><path class="fill line" d="M0 0"></path></g>`;
    const flat = inWords(markup, ".fill { fill: none; } .line { stroke: red; }");
    expect(flat.split("\n")).toEqual(["<g>", `<path d="M0 0" fill="none" stroke="red"/>`, "</g>"]);
  });

  it("are short, but exact where a whole box is scaled", () => {
    expect(inWords(`<path d="M1.23456 7.5" transform="scale(1.17361)" stroke="red"></path>`, "")).toBe(
      `<path d="M1.2 7.5" transform="scale(1.174)" stroke="red"/>`,
    );
  });
});

describe("the map's own sheet", () => {
  it("says in words that a poster understands how every part of the picture looks", () => {
    const understood = readRules(mapStyles.cssText).map(({ steps }) =>
      steps.map(({ classes }) => classes.join(".")).join(" < "),
    );
    for (const part of ["queue", "registry", "vpc", "zone", "subnet", "gateway", "tray"])
      expect(
        understood.some((each) => each.includes(part)),
        part,
      ).toBe(true);
    for (const part of ["outline", "ground", "glyph", "name", "address", "flow", "progress"])
      expect(
        understood.some((each) => each.startsWith(part)),
        part,
      ).toBe(true);
  });
});
