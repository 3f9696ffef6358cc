/** Style sheets in templates on one line: nothing that has a meaning goes, and code stays as it is. */
import { expect, test } from "vitest";
import { shorten, shortStyles } from "./vite-short-styles.ts";

test("breaks, indents and comments go; a descendant stays one, and so does a value of several words", () => {
  const sheet = `
    :host { display: block; }
    /* why
       it is so */
    .a
    .b, .c > .d {
      margin: 0 auto;
      grid-template: "x y"
        "z z";
    }
  `;
  expect(shorten(sheet)).toBe(':host{display: block}.a .b, .c > .d{margin: 0 auto;grid-template: "x y" "z z"}');
});

test("only sheets of the widgets, and only those without code in their holes", () => {
  const of = (code: string, id = "/a/packages/widgets/src/map/map-styles.ts") =>
    shortStyles().transform(code, id)?.code;
  const hole = (code: string) => `$${"{"}${code}}`;
  expect(of(`export const a = css\`\n  ${hole("tokens")}\n  p {\n    top: 0;\n  }\n\`;`)).toBe(
    `export const a = css\`${hole("tokens")} p{top: 0}\`;`,
  );
  expect(of(`const a = css\`\n  ${hole("parts.map((part) => part)")}\n  p { top: 0; }\n\`;`)).toBeUndefined();
  expect(of("const a = html`\n  <p></p>\n`;")).toBeUndefined();
  expect(of("const a = css`\n p { top: 0; }`;", "/a/src/islands/site.ts")).toBeUndefined();
});
