/** What the service worker is told of a build: which files it keeps at once, which later, and when its version changes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { offlineSite, writeServiceWorker } from "./service-worker.ts";

const FILES = {
  _headers: "/*",
  "index.html": "home",
  "offline/index.html": "offline",
  "vi/offline/index.html": "offline",
  "en/lesson/index.html": "lesson",
  "favicon.svg": "<svg/>",
  "_astro/site.abc.js": "1",
  "_astro/engine.abc.js": "x".repeat(300_000),
  "_astro/monaco.abc.js": "1",
  "_astro/json.worker-abc.js": "1",
  "_astro/icons.abc.ttf": "x",
  "_astro/letters.abc.woff2": "x",
  "failures/en.json": "{}",
  "pagefind/pagefind.js": "1",
  "pagefind/pagefind-ui.js": "1",
  "pagefind/pagefind.en_1.pf_meta": "1",
  "pagefind/pagefind.vi_1.pf_meta": "1",
  "pagefind/wasm.en.pagefind": "1",
  "pagefind/wasm.unknown.pagefind": "1",
  "pagefind/index/en_1.pf_index": "1",
  "pagefind/fragment/vi_1.pf_fragment": "1",
};
let dist: string;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "quayside-worker-"));
  for (const [file, text] of Object.entries(FILES)) write(file, text);
});

afterEach(() => rmSync(dist, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}

describe("the service worker is told", () => {
  test("to keep what makes a lab, letters and the offline pages at once, the full editor when it is asked for", () => {
    const { shell, large } = offlineSite(dist);
    expect(shell).toEqual([
      "/offline/",
      "/vi/offline/",
      "/favicon.svg",
      "/_astro/engine.abc.js",
      "/_astro/letters.abc.woff2",
      "/_astro/site.abc.js",
    ]);
    expect(large).toEqual(["/_astro/icons.abc.ttf", "/_astro/json.worker-abc.js", "/_astro/monaco.abc.js"]);
  });

  test("the search of each language, with the word endings that Pagefind knows for it", () => {
    expect(offlineSite(dist).search).toEqual({
      en: [
        "/failures/en.json",
        ...["index/en_1.pf_index", "pagefind.en_1.pf_meta", "pagefind.js", "wasm.en.pagefind"].map(inPagefind),
      ],
      vi: ["fragment/vi_1.pf_fragment", "pagefind.js", "pagefind.vi_1.pf_meta", "wasm.unknown.pagefind"].map(
        inPagefind,
      ),
    });
  });

  test("another version when a page changes, and the same when nothing did", () => {
    const before = writeServiceWorker(dist);
    expect(writeServiceWorker(dist)).toBe(before);
    write("en/lesson/index.html", "lesson, mended");
    expect(writeServiceWorker(dist)).not.toBe(before);
  });
});

test("the worker's text begins with what it is told, so that a new build is another worker", () => {
  const version = writeServiceWorker(dist);
  const [first, ...rest] = readFileSync(join(dist, "sw.js"), "utf8").split("\n");
  expect(first).toContain(`"version":"${version}"`);
  expect(rest.join("\n")).toContain("self.QUAYSIDE_SITE");
});

function inPagefind(file: string): string {
  return `/pagefind/${file}`;
}
