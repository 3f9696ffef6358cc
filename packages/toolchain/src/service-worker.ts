/**
 * Writes `dist/sw.js` after a build: the service worker of src/offline with what this build consists of in front of it.
 * Its version is a hash over everything that the site serves, so two builds of the same sources have the same worker.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "./repository.ts";

/** What the worker is told of the build; see src/offline/service-worker.js. */
export interface OfflineSite {
  version: string;
  shell: string[];
  large: string[];
  search: Record<string, string[]>;
}

/** Scripts that wait until somebody asks for them: the full editor, 3.5 MB, and its workers. All others make a lab. */
const ON_DEMAND = /(?:^|\/)(?:monaco[.-]|[\w-]+\.worker-)/;
const OFFLINE_PAGES = ["/offline/", "/vi/offline/"];
const NOT_SERVED = new Set(["_headers", "sw.js"]);

/**
 * What a built site consists of, for its service worker.
 * @param dist absolute path of the built site
 */
export function offlineSite(dist: string): OfflineSite {
  const files = globSync("**/*", { cwd: dist })
    .filter((file) => !NOT_SERVED.has(file) && statSync(join(dist, file)).isFile())
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(dist, file)));
  const hashed = files.filter((file) => file.startsWith("_astro/"));
  const small = hashed.filter((file) => /\.(?:js|css|woff2)$/.test(file) && !ON_DEMAND.test(file));
  const pages = OFFLINE_PAGES.filter((page) => files.includes(`${page.slice(1)}index.html`));
  const rest = files.filter((file) => file === "favicon.svg");
  return {
    version: hash.digest("hex").slice(0, 16),
    shell: [...pages, ...[...rest, ...small].map((file) => `/${file}`)],
    large: hashed.filter((file) => !small.includes(file)).map((file) => `/${file}`),
    search: Object.fromEntries(["en", "vi"].map((lang) => [lang, searchFiles(files, lang)])),
  };
}

/** Pagefind's code and the index of one language, and what messages of AWS mean. Pagefind has rules of word endings for some; the others share one file. */
function searchFiles(files: readonly string[], lang: string): string[] {
  const wasm = files.includes(`pagefind/wasm.${lang}.pagefind`) ? lang : "unknown";
  const wanted = new RegExp(
    `^pagefind/(?:pagefind\\.js|pagefind-worker\\.js|pagefind-entry\\.json|wasm\\.${wasm}\\.pagefind|(?:.+/|pagefind\\.)${lang}_.+)$`,
  );
  return files.filter((file) => wanted.test(file) || file === `failures/${lang}.json`).map((file) => `/${file}`);
}

/**
 * Writes `sw.js` into a built site.
 * @returns the version that it carries
 */
export function writeServiceWorker(dist: string): string {
  const site = offlineSite(dist);
  const source = readFileSync(inRepository("src/offline/service-worker.js"), "utf8");
  writeFileSync(join(dist, "sw.js"), `self.QUAYSIDE_SITE = ${JSON.stringify(site)};\n${source}`);
  return site.version;
}
