/** The policy of a built site: which scripts it knows, and what `_headers` gives to which path. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { headersFor, inlineScriptHashes, parseHeaders, writeHeaders } from "./content-security-policy.ts";

const sha = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("hashes of inline scripts", () => {
  test("cover classic scripts, modules, import maps and speculation rules", () => {
    const html = [
      "<script>one</script>",
      '<script type="module">two</script>',
      "<script type='importmap'>three</script>",
      "<script data-x type=speculationrules>four</script>",
    ].join("");
    expect(inlineScriptHashes(html)).toEqual(["one", "two", "three", "four"].map(sha).sort());
  });

  test("leave out files, blocks of data and comments", () => {
    const html = [
      '<script src="/a.js"></script>',
      '<script type="module" src="/b.js"></script>',
      '<script type="application/ld+json">{"a":1}</script>',
      "<!-- <script>no</script> -->",
    ].join("");
    expect(inlineScriptHashes(html)).toEqual([]);
  });

  test("name a script once, however many pages repeat it", () => {
    expect(inlineScriptHashes("<script>a</script><p></p><script>a</script>")).toEqual([sha("a")]);
  });

  test("are of the exact text, spaces and line ends included", () => {
    expect(inlineScriptHashes("<script>\n a \n</script>")).toEqual([sha("\n a \n")]);
  });
});

test("writing the headers gathers the scripts of every page into one policy", () => {
  const dist = mkdtempSync(join(tmpdir(), "quayside-headers-"));
  try {
    mkdirSync(join(dist, "en"));
    writeFileSync(join(dist, "index.html"), "<script>a</script>");
    writeFileSync(join(dist, "en", "index.html"), "<script>b</script><script>a</script>");
    expect(writeHeaders(dist)).toEqual({ pages: 2, hashes: 2 });
    const rules = parseHeaders(readFileSync(join(dist, "_headers"), "utf8"));
    const page = headersFor(rules, "/en/");
    expect(page["content-security-policy"]).toContain(sha("a"));
    expect(page["content-security-policy"]).toContain(sha("b"));
    expect(page["cache-control"]).toBe("no-cache");
    expect(headersFor(rules, "/_astro/x.js")["cache-control"]).toContain("immutable");
    expect(headersFor(rules, "/_astro/x.js")["x-content-type-options"]).toBe("nosniff");
  } finally {
    rmSync(dist, { recursive: true });
  }
});

test("a rule without a star fits its own path only", () => {
  const rules = parseHeaders("/a\n  X-A: 1\n/b/*\n  X-B: 2\n");
  expect(headersFor(rules, "/a")).toEqual({ "x-a": "1" });
  expect(headersFor(rules, "/a/b")).toEqual({});
  expect(headersFor(rules, "/b/c")).toEqual({ "x-b": "2" });
});
