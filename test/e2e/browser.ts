/**
 * What a browser test stands on: one Chromium a file, a fresh context a test, and traps that fail a test by
 * themselves: an error on the console, an uncaught exception, a request to anywhere but our own server, a violation of
 * the content security policy. It leaves out other browsers.
 */
import AxeBuilder from "@axe-core/playwright";
import { CHROMIUM_ARGS, findChromium } from "@quayside/toolchain/find-chromium";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page, type Response } from "playwright-core";
import { test as base, expect, inject } from "vitest";

/** Longest wait for something to appear, in milliseconds. A wait ends as soon as it does. */
const APPEARS_WITHIN_MS = 15_000;

/** Collects what must not happen in a page. */
export interface Traps {
  /** What was caught, in sentences, in the order of time. */
  readonly caught: readonly string[];
  /** Lets through what fits, for a test that provokes it. */
  allow(pattern: RegExp): void;
}

/** The sizes and themes that every page is looked at in. */
export const LOOKS: readonly (Pick<BrowserContextOptions, "viewport" | "colorScheme"> & { name: string })[] = [
  { name: "wide and light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "wide and dark", viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { name: "narrow and light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "narrow and dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
];

/**
 * Vitest's `test` with a browser. A test fails when a trap caught something, whatever else it asserts. It may ask for
 * - `page`: a page in a fresh context (nothing stored), 1440 x 900; paths given to `page.goto` begin with `/`;
 * - `openPage(options)`: a page in another context with these options, as many as it needs; without the service worker
 *   unless they say `serviceWorkers: "allow"`, so that no test waits for what is fetched for later;
 * - `traps`: what was caught so far, and `traps.allow(pattern)` for what the test provokes;
 * - `browser` and `siteUrl`.
 */
export const test = base
  .extend("siteUrl", { scope: "worker" }, () => inject("siteUrl"))
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern.
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("traps", async ({ siteUrl }, { onCleanup }) => {
    const traps = new PageTraps(siteUrl);
    onCleanup(() => expect(traps.caught, "what the pages did that they must not do").toEqual([]));
    return traps;
  })
  .extend("openPage", async ({ browser, siteUrl, traps }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      for (const context of contexts) {
        // A route that still answers when the test ends is not a failure of the test.
        for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
        await context.unrouteAll({ behavior: "ignoreErrors" });
        await context.close();
      }
    });
    return async (options: BrowserContextOptions) => {
      const context = await browser.newContext({ baseURL: siteUrl, serviceWorkers: "block", ...options });
      contexts.push(context);
      context.setDefaultTimeout(APPEARS_WITHIN_MS);
      traps.watch(context);
      return context.newPage();
    };
  })
  .extend("page", async ({ openPage }) => openPage({ viewport: { width: 1440, height: 900 } }));

/** The traps of one test. */
export class PageTraps implements Traps {
  #siteUrl: string;
  #caught: string[] = [];
  #allowed: RegExp[] = [];

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl;
  }

  get caught(): readonly string[] {
    return this.#caught.filter((sentence) => !this.#allowed.some((pattern) => pattern.test(sentence)));
  }

  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Watches every page that a context will open. */
  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      // Violations of the content security policy arrive here too.
      if (message.type() === "error") this.#caught.push(`console error: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.#caught.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("request", (request) => {
      const url = request.url();
      if (url.startsWith(`${this.#siteUrl}/`) || /^(?:data|blob|about):/.test(url)) return;
      this.#caught.push(`third-party request: ${url}`);
    });
    context.on("response", (response) => {
      const isPage = response.request().isNavigationRequest();
      if (response.status() >= 400 && !isPage) this.#caught.push(`${response.status()}: ${response.url()}`);
    });
  }
}

/** Rules of axe that no success criterion demands and that a reader of a course still misses. */
const BEYOND_WCAG = ["empty-table-header", "heading-order", "landmark-one-main", "page-has-heading-one"];

/**
 * Violations of WCAG 2.2 A and AA that axe finds, as sentences with the elements concerned; none is an empty list.
 * @param options `include`: CSS selector of the only part to judge; `exclude`: parts of others
 */
export async function accessibilityViolations(
  page: Page,
  options: { include?: string; exclude?: readonly string[] } = {},
): Promise<string[]> {
  let axe = new AxeBuilder({ page }).options({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: Object.fromEntries(BEYOND_WCAG.map((rule) => [rule, { enabled: true }])),
  });
  if (options.include !== undefined) axe = axe.include(options.include);
  for (const part of options.exclude ?? []) axe = axe.exclude(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.flat().join(" "));
    return `${id}: ${help} (${places.join("; ")})`;
  });
}

/**
 * Opens a page and waits until every island near the window stands: a lab its parts, the home page's cluster its clock. A
 * lab in a closed sheet is not waited for; it comes when the sheet is opened.
 */
export async function openWhole(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await expect.poll(() => page.evaluate(islandsToCome), { timeout: APPEARS_WITHIN_MS }).toEqual([]);
  return response;
}

/** Runs in the browser, where nothing of this module is. */
function islandsToCome(): string[] {
  const islands = [...document.querySelectorAll("quayside-lab, quayside-hero")].filter((island) => {
    const { width, top } = island.getBoundingClientRect();
    return width > 0 && top < innerHeight && island.checkVisibility({ visibilityProperty: true });
  });
  // The cluster's picture stands in its shadow from the beginning, with a sheet that goes when the element draws itself.
  const drawn = "quayside-map, .lab, .story:not(style ~ .story)";
  const stands = (island: Element) =>
    island.querySelector("[role=alert]") !== null || island.shadowRoot?.querySelector(drawn) != null;
  return islands.filter((island) => !stands(island)).map((island) => island.localName);
}

/** True when the page is wider than the window, so that a reader would have to scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
