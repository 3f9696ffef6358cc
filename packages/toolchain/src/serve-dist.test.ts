/** The server as a browser and as an attacker on the same machine see it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, serveDist } from "./serve-dist.ts";

const SCRIPT = `export const text = "${"quay ".repeat(200)}";\n`;
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quayside-serve-"));
  const dist = join(folder, "dist");
  mkdirSync(join(dist, "en"), { recursive: true });
  mkdirSync(join(dist, "_astro"));
  writeFileSync(join(dist, "index.html"), "<h1>home</h1>");
  writeFileSync(join(dist, "en", "index.html"), "<h1>english</h1>");
  writeFileSync(join(dist, "404.html"), "<h1>lost</h1>");
  mkdirSync(join(dist, "vi"));
  writeFileSync(join(dist, "vi/404.html"), "<h1>lạc</h1>");
  writeFileSync(join(dist, "_astro", "a.js"), SCRIPT);
  writeFileSync(join(dist, "_headers"), "/*\n  X-Everywhere: yes\n/_astro/*\n  Cache-Control: immutable\n");
  writeFileSync(join(dist, ".hidden"), "secret");
  writeFileSync(join(folder, "secret.txt"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(dist, "link.txt"));
  server = await serveDist({ root: dist });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A raw request: `fetch` would tidy the path up before sending it. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.once("error", reject);
    sent.end();
  });
}

describe("a page", () => {
  test("is served for its folder with type, length and the site's headers", async () => {
    const { status, headers, body } = await ask("/en/");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-length"]).toBe("16");
    expect(headers["x-everywhere"]).toBe("yes");
    expect(body.toString()).toBe("<h1>english</h1>");
  });

  test("without its slash is redirected, the query kept", async () => {
    const { status, headers } = await ask("/en?q=1");
    expect(status).toBe(308);
    expect(headers.location).toBe("/en/?q=1");
  });

  test("that does not exist answers 404 with the site's own page", async () => {
    const { status, body } = await ask("/nothing/");
    expect(status).toBe(404);
    expect(body.toString()).toBe("<h1>lost</h1>");
  });

  test.each(["/vi/nothing/", "/vi/deep/down/nothing", "/vi/nothing.html"])(
    "%s has the page of its language",
    async (path) => {
      const { status, body } = await ask(path);
      expect([status, body.toString()]).toEqual([404, "<h1>lạc</h1>"]);
    },
  );

  test("answers HEAD without a body and refuses to be written", async () => {
    expect((await ask("/en/", { method: "HEAD" })).body).toHaveLength(0);
    expect((await ask("/en/", { method: "POST" })).status).toBe(405);
  });

  test("that the browser still has is answered with 304", async () => {
    const { headers } = await ask("/_astro/a.js");
    const again = await ask("/_astro/a.js", { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });
});

describe("a script", () => {
  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("is sent as %s when the browser takes it", async (encoding, decode) => {
    const { headers, body } = await ask("/_astro/a.js", { headers: { "accept-encoding": encoding } });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(body.length).toBeLessThan(SCRIPT.length);
    expect(decode(body).toString()).toBe(SCRIPT);
    expect(headers["cache-control"]).toBe("immutable");
  });

  test("is sent as it is to a browser that refuses compression", async () => {
    const { headers, body } = await ask("/_astro/a.js", { headers: { "accept-encoding": "br;q=0, gzip; q=0" } });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });
});

test.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/en/../../secret.txt",
  "//etc/passwd",
  "/link.txt",
  "/.hidden",
  "/_headers",
])("%s stays closed", async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body.toString()).not.toContain("secret");
});

test.each(["/%", "/%00", "/a%5cb"])("%s is refused as unreadable", async (path) => {
  expect((await ask(path)).status).toBe(400);
});

test("a port that is taken is said in one sentence", async () => {
  const root = join(folder, "dist");
  await expect(serveDist({ root, port: server.port })).rejects.toThrow(`Port ${server.port} is already in use`);
});

test("a folder without a built site is refused with the command that builds it", async () => {
  await expect(serveDist({ root: folder })).rejects.toThrow("npm run build");
});
