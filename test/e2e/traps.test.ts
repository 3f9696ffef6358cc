/** The traps catch what they are for: without this, a broken trap would let every other browser test pass. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect } from "vitest";
import { accessibilityViolations, PageTraps, scrollsSideways, test } from "./browser.ts";

/** Serves one page for the time of a test. */
async function serve<T>(html: string, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const page = (body: string) => `<!doctype html><html lang="en"><title>a</title><main><h1>a</h1>${body}</main></html>`;

describe("a trap catches", () => {
  test.for([
    ["an error on the console", "<script>console.error('wrong')</script>", /console error: wrong/],
    ["an uncaught exception", "<script>throw new Error('wrong')</script>", /uncaught: .*wrong/],
    ["a rejected promise", "<script>Promise.reject(new Error('wrong'))</script>", /uncaught: .*wrong/],
    ["a request to another host", "<img alt='' src='http://localhost:9/a.png'>", /third-party request: .*localhost:9/],
    ["a file that is missing", "<img alt='' src='/a.png'>", /404: .*a\.png/],
  ] as const)("%s", async ([_what, body, expected], { browser }) => {
    await serve(`${page(body)}<link rel=icon href=data:,>`, async (url) => {
      const context = await browser.newContext();
      const traps = new PageTraps(url);
      traps.watch(context);
      const opened = await context.newPage();
      await opened.goto(url, { waitUntil: "networkidle" });
      await context.close();
      expect(traps.caught.join("\n")).toMatch(expected);
      traps.allow(/./);
      expect(traps.caught).toEqual([]);
    });
  });
});

describe("a judgement finds", () => {
  test("what a reader with a screen reader would miss", async ({ browser }) => {
    await serve(page("<img src='data:,'><button></button>"), async (url) => {
      const context = await browser.newContext();
      const opened = await context.newPage();
      await opened.goto(url);
      const found = (await accessibilityViolations(opened)).join("\n");
      await context.close();
      expect(found).toContain("image-alt");
      expect(found).toContain("button-name");
    });
  });

  test("a page that is wider than its window", async ({ browser }) => {
    await serve(page("<div style='width:3000px;height:1px'></div>"), async (url) => {
      const opened = await browser.newPage();
      await opened.goto(url);
      const sideways = await scrollsSideways(opened);
      await opened.close();
      expect(sideways).toBe(true);
    });
  });
});
