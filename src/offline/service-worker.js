// @ts-check
// The service worker: a page that was visited opens again without a network, with its lab, its search and, once it was
// opened, its editor. The build puts `self.QUAYSIDE_SITE` in front and serves the result as /sw.js; that text changes with
// every build, which is how a browser notices a new one. Left out: pages that nobody visited, and anything but GET.

/**
 * What the build knows of itself. Paths begin with `/`.
 * @typedef {object} OfflineSite
 * @property {string} version hash over everything that the site serves
 * @property {string[]} shell what every visit needs: scripts, styles, letters, the offline pages
 * @property {string[]} large files that are kept once they were asked for: the full editor
 * @property {Record<string, string[]>} search the search index and its code, by language of the page
 */

const worker = /** @type {ServiceWorkerGlobalScope & { QUAYSIDE_SITE: OfflineSite }} */ (/** @type {unknown} */ (self));
const site = worker.QUAYSIDE_SITE;

const PREFIX = "quayside-";
const CACHE = PREFIX + site.version;
/** Files whose name holds a hash of their content: they never change. */
const HASHED = "/_astro/";
/** A page that is kept is shown when the network takes longer than this, in milliseconds. */
const PATIENCE_MS = 4000;
/** A query or an `Accept-Encoding` does not make another file of it. */
const SAME_PATH = { ignoreSearch: true, ignoreVary: true };

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => event.waitUntil(keepVisit(event.data)));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin || request.headers.has("range")) return;
  event.respondWith(pathname.startsWith(HASHED) ? keptFirst(event, pathname) : networkFirst(event, pathname));
});

/** Fills this version's cache; fails, and is tried again at a later visit, when a part of the shell does not come. */
async function fill() {
  const cache = await caches.open(CACHE);
  const pages = await carryOver(cache);
  await Promise.all(site.shell.map((path) => keep(cache, path)));
  // A page may be gone from the site: its absence is no reason to refuse the new version.
  await keepAll(pages);
}

/**
 * Copies from the caches of earlier versions what is still the same.
 * @param {Cache} cache
 * @returns the pages that were visited; they are to be fetched anew
 */
async function carryOver(cache) {
  const present = new Set([...site.shell, ...site.large]);
  const pages = new Set();
  for (const name of await earlierCaches()) {
    const earlier = await caches.open(name);
    for (const request of await earlier.keys()) {
      const { pathname } = new URL(request.url);
      if (isPage(pathname)) pages.add(pathname);
      if (!pathname.startsWith(HASHED) || !present.has(pathname)) continue;
      const response = await earlier.match(request);
      if (response) await cache.put(pathname, response);
    }
  }
  return /** @type {string[]} */ ([...pages]);
}

/**
 * Runs when no page uses the version before any more, so what is dropped is nobody's: a page that is open keeps the parts
 * that belong to it, even when the server no longer has them.
 */
async function takeOver() {
  for (const name of await earlierCaches()) await caches.delete(name);
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

async function earlierCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

/**
 * Keeps what a page loaded before this worker was there, and the search in the page's language.
 * @param {{ paths: string[], lang: string }} visit
 */
async function keepVisit({ paths, lang }) {
  const editor = paths.some((path) => site.large.includes(path)) ? site.large : [];
  await keepAll([...paths.filter(isPage), ...editor, ...(site.search[lang] ?? [])]);
}

/**
 * Keeps what comes; what does not come now may come another time.
 * @param {string[]} paths
 */
async function keepAll(paths) {
  const cache = await caches.open(CACHE);
  await Promise.allSettled(paths.map((path) => keep(cache, path)));
}

/**
 * For files that never change. Who asks for one of the full editor's is going to need the others.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function keptFirst(event, path) {
  if (site.large.includes(path)) event.waitUntil(keepAll(site.large));
  return (await keptOf(path)) ?? fromNetwork(event, path);
}

/**
 * For everything else: what is new, else what is kept, else, for a page, the page that says that there is no network.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function networkFirst(event, path) {
  const network = fromNetwork(event, path);
  event.waitUntil(network.catch(() => undefined));
  const kept = await keptOf(path);
  try {
    return await (kept === undefined ? network : Promise.race([network, failAfter(PATIENCE_MS)]));
  } catch (error) {
    const instead = kept ?? (event.request.mode === "navigate" ? await offlinePage(path) : undefined);
    if (instead === undefined) throw error;
    return instead;
  }
}

/** @param {string} path */
function offlinePage(path) {
  return keptOf(path.startsWith("/vi/") ? "/vi/offline/" : "/offline/");
}

/**
 * What is kept under a path. A storage that fails must not cost an answer that the network has.
 * @param {string} path
 * @returns {Promise<Response | undefined>}
 */
function keptOf(path) {
  return caches.match(path, SAME_PATH).catch(() => undefined);
}

/**
 * @param {number} ms
 * @returns {Promise<never>}
 */
function failAfter(ms) {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("the network is slow")), ms));
}

/**
 * Asks the network and keeps a good answer.
 * @param {FetchEvent} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function fromNetwork(event, path) {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  if (isGood(response)) {
    const copy = response.clone();
    // A full disk or a blocked storage must not cost the answer.
    event.waitUntil(
      caches
        .open(CACHE)
        .then((cache) => cache.put(path, copy))
        .catch(() => undefined),
    );
  }
  return response;
}

/**
 * Fetches what is not kept yet.
 * @param {Cache} cache
 * @param {string} path
 */
async function keep(cache, path) {
  if (await cache.match(path, SAME_PATH)) return;
  const response = await fetch(path, { priority: "low", cache: path.startsWith(HASHED) ? "default" : "no-cache" });
  if (!isGood(response)) throw new Error(`${path} cannot be kept: ${response.status}`);
  await cache.put(path, response);
}

/** @param {Response} response */
function isGood(response) {
  return response.ok && response.type === "basic" && !response.redirected;
}

/** @param {string} path */
function isPage(path) {
  return path.endsWith("/");
}
