/** A part that failed says why in the language of the page, never in the words of the browser. */
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

const UNREACHED = [
  "TypeError: Failed to fetch dynamically imported module: http://localhost/_astro/tour.js",
  "TypeError: error loading dynamically imported module: http://localhost/_astro/tour.js",
  "TypeError: Importing a module script failed.",
  "Unable to preload CSS for /_astro/tour.css",
];
const BROKEN = "TypeError: Cannot read properties of undefined (reading 'price')";

test.each([
  ["en", en, "Check the connection", "something in it went wrong"],
  ["vi", vi, "kiểm tra kết nối", "có lỗi bên trong"],
] as const)("in %s", (_language, { partFailed, labFailed }, unreached, broken) => {
  for (const said of [partFailed, labFailed]) {
    for (const message of UNREACHED) expect(said(message)).toContain(unreached);
    expect(said(BROKEN)).toContain(broken);
    expect([...UNREACHED, BROKEN].map(said).join()).not.toMatch(/Error|module|undefined|CSS/);
  }
});
