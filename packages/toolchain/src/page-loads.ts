/**
 * Knows when a page has loaded whatever it loads by itself. A browser's own "network idle" comes once a navigation, before
 * a page has begun with what it asks for late.
 */
import type { BrowserContext } from "playwright-core";

/** So long nothing is asked for by a page that has come to rest, in milliseconds. Ours. */
const QUIET_MS = 500;

/** Watches the requests of a context from its beginning. */
export class PageLoads {
  #open = 0;
  #timer: NodeJS.Timeout | undefined;
  #quiet: (() => void)[] = [];
  readonly #arrived = new Set<string>();

  /** Make it before the first page is opened. */
  constructor(context: BrowserContext) {
    context.on("request", () => this.#count(1));
    context.on("requestfinished", (request) => {
      this.#arrived.add(new URL(request.url()).pathname);
      this.#count(-1);
    });
    context.on("requestfailed", () => this.#count(-1));
  }

  /** Resolves as soon as nothing is on its way and nothing has been asked for during half a second. */
  untilQuiet(): Promise<void> {
    return new Promise((resolve) => {
      this.#quiet.push(resolve);
      this.#count(0);
    });
  }

  /** Whether all of these have been loaded; paths such as `/_astro/lab.js`. */
  hasAll(paths: readonly string[]): boolean {
    return paths.every((path) => this.#arrived.has(path));
  }

  #count(change: number): void {
    this.#open += change;
    clearTimeout(this.#timer);
    if (this.#open > 0 || this.#quiet.length === 0) return;
    this.#timer = setTimeout(() => {
      for (const resolve of this.#quiet.splice(0)) resolve();
    }, QUIET_MS);
  }
}
