/** Without a network, in a real browser: what was visited works, the rest says so, and a new build takes over. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRepository } from "@quayside/toolchain/repository";
import { serveDist } from "@quayside/toolchain/serve-dist";
import { writeServiceWorker } from "@quayside/toolchain/service-worker";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityViolations, PageTraps, test } from "./browser.ts";

const LESSON = "/en/task-definitions/anatomy/";
const WITH_WORKER: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, serviceWorkers: "allow" };
const SOON = { timeout: 20_000 };

/** Paths of everything that the caches of this browser hold. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      paths.push(...requests.map((request) => new URL(request.url).pathname));
    }
    return paths;
  });

/** Waits until the worker keeps what the page needs: its text, and the search, which comes last. */
async function untilKept(page: Page, path: string, language = "en"): Promise<void> {
  await expect
    .poll(async () => {
      const paths = await kept(page);
      return paths.includes(path) && paths.includes(`/pagefind/wasm.${language === "en" ? "en" : "unknown"}.pagefind`);
    }, SOON)
    .toBe(true);
}

describe("a lesson that was visited once", () => {
  test("opens without a network: text, lab, run, terminal, search", async ({ openPage, traps }) => {
    const page = await openPage(WITH_WORKER);
    await page.goto(LESSON);
    await untilKept(page, LESSON);
    expect((await kept(page)).filter((path) => path.endsWith(".woff2"))).toHaveLength(4);
    await page.context().setOffline(true);
    traps.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.reload();
    await page.locator("quayside-lab .lab").waitFor();
    await page.getByRole("tab", { name: "Terminal" }).click();
    const line = page.locator("quayside-terminal input, quayside-terminal textarea").first();
    await line.fill("aws ecs create-cluster --cluster-name offline");
    await line.press("Enter");
    await page.locator("quayside-terminal", { hasText: "cluster/offline" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("fargate");
    await expect.poll(() => page.locator("dialog .results li").count(), SOON).toBeGreaterThan(0);
  });

  test("has the full editor, too, once it was opened", async ({ openPage, traps }) => {
    const page = await openPage(WITH_WORKER);
    await page.goto(LESSON);
    await untilKept(page, LESSON);
    await openEditor(page);
    const parts = ["/monaco.", "/json.worker", "/editor.worker", "/codicon."];
    await expect
      .poll(async () => {
        const paths = (await kept(page)).join(" ");
        return parts.filter((part) => !paths.includes(part));
      }, SOON)
      .toEqual([]);
    await page.context().setOffline(true);
    traps.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.reload();
    await openEditor(page);
  });
});

describe("a network that does not answer", () => {
  test("is not waited for when the page is kept", async ({ browser, siteUrl }) => {
    await behindSilence(siteUrl, async (url, fallSilent) => {
      const context = await browser.newContext({ baseURL: url, ...WITH_WORKER });
      const page = await context.newPage();
      await page.goto(LESSON);
      await untilKept(page, LESSON);
      const unanswered = fallSilent();
      await page.goto(LESSON);
      await page.locator("quayside-lab .lab").waitFor();
      expect(unanswered).toContain(LESSON);
      await context.close();
    });
  });
});

/** Passes requests on to the site until it falls silent; from then on it notes what was asked and answers nothing. */
async function behindSilence(
  siteUrl: string,
  use: (url: string, fallSilent: () => readonly string[]) => Promise<void>,
): Promise<void> {
  const unanswered: string[] = [];
  let silent = false;
  const server = createServer((request, response) => {
    if (silent) unanswered.push(request.url ?? "");
    else
      void fetch(siteUrl + request.url)
        .then(async (answer) => {
          response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
          response.end(Buffer.from(await answer.arrayBuffer()));
        })
        .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => {
      silent = true;
      return unanswered;
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function openEditor(page: Page): Promise<void> {
  await page.locator("quayside-lab .preview pre, quayside-editor").first().click();
  await page.locator("quayside-editor .monaco-editor .view-lines").waitFor();
}

describe("a page that was never visited", () => {
  test.for([
    ["/en/task-definitions/logs/", "You are offline"],
    ["/vi/sandbox/", "Bạn đang ngoại tuyến"],
  ] as const)("%s is answered in its language with what is there", async ([path, title], { openPage, traps }) => {
    const page = await openPage(WITH_WORKER);
    await page.goto(LESSON);
    await untilKept(page, LESSON);
    await page.context().setOffline(true);
    traps.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(path);
    expect(await page.locator("h1").textContent()).toContain(title);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Anatomy of a task definition" }).click();
    await page.locator("quayside-lab .lab").waitFor();
  });
});

describe("where a worker is not allowed, the page works and says nothing", () => {
  test("with a storage that is blocked", async ({ openPage }) => {
    const page = await openPage(WITH_WORKER);
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
      navigator.serviceWorker.register = () => {
        document.documentElement.dataset.refused = "";
        return refuse();
      };
    });
    await page.goto(LESSON);
    await page.locator("quayside-lab .lab").waitFor();
    await page.locator("html[data-refused]").waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });

  test("in a sandboxed frame", async ({ openPage, siteUrl }) => {
    const page = await openPage({ ...WITH_WORKER, bypassCSP: true });
    await page.route(`${siteUrl}/frame`, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<title>a</title><iframe sandbox="allow-scripts" src="${LESSON}" style="width:1400px;height:800px"></iframe>`,
      }),
    );
    // Our pages refuse to be framed by others; the header is taken off for this test.
    await page.route(`${siteUrl}${LESSON}`, async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": _policy, ...headers } = response.headers();
      await route.fulfill({ response, headers: { ...headers, "access-control-allow-origin": "*" } });
    });
    await page.route(`${siteUrl}/_astro/**`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
    });
    await page.goto("/frame");
    // Nothing can be stored in such a frame either; what says so is the last to come.
    await page
      .frameLocator("iframe")
      .locator("quayside-lab .notice", { hasText: "Progress is not being saved" })
      .waitFor();
  });
});

test("a second build takes over when no page uses the first any more, and brings what was visited", async ({
  browser,
}) => {
  const dist = await mkdtemp(join(tmpdir(), "quayside-dist-"));
  await cp(inRepository("dist"), dist, { recursive: true });
  const server = await serveDist({ root: dist });
  const context = await browser.newContext({ baseURL: server.url, ...WITH_WORKER });
  const traps = new PageTraps(server.url);
  traps.watch(context);
  try {
    const first = await context.newPage();
    await first.goto(LESSON);
    await untilKept(first, LESSON);
    const [before] = await first.evaluate(() => caches.keys());

    const file = join(dist, LESSON, "index.html");
    await writeFile(file, (await readFile(file, "utf8")).replace(/<h1([^>]*)>/, "<h1$1>Second build: "));
    const version = writeServiceWorker(dist);
    expect(before).not.toBe(`quayside-${version}`);
    await first.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => first.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state), SOON)
      .toBe("installed");
    await first.close();

    const second = await context.newPage();
    await second.goto("/progress/");
    await expect.poll(() => second.evaluate(() => caches.keys()), SOON).toEqual([`quayside-${version}`]);
    await context.setOffline(true);
    traps.allow(/ERR_INTERNET_DISCONNECTED/);
    await second.goto(LESSON);
    expect(await second.locator("h1").textContent()).toContain("Second build");
    await second.locator("quayside-lab .lab").waitFor();
    expect(traps.caught).toEqual([]);
  } finally {
    await context.close();
    await server.close();
    await rm(dist, { recursive: true });
  }
});

test("the server asks browsers to look for a new worker each time", async ({ siteUrl }) => {
  const response = await fetch(`${siteUrl}/sw.js`);
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(response.headers.get("content-type")).toContain("text/javascript");
  expect(response.headers.get("content-security-policy")).toContain("worker-src 'self'");
});
