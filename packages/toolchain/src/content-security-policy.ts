/**
 * Writes `dist/_headers` after a build: the content security policy with the hash of every inline script, and how long
 * a browser may keep what. Netlify and Cloudflare Pages read this file, and so does our own server, so that the tests
 * run under the policy that is deployed. It leaves out a `<meta>` twin: a host without `_headers` serves no policy.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Script types that browsers run or obey and that a policy therefore judges; others are blocks of data. */
const JUDGED_TYPES = new Set([
  "",
  "module",
  "text/javascript",
  "application/javascript",
  "importmap",
  "speculationrules",
]);
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const COMMENT = /<!--[\s\S]*?-->/g;

/** Sources of the inline scripts of a page as a policy names them: `'sha256-...'`, without repetition, sorted. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = "", text = ""] of html.replace(COMMENT, "").matchAll(SCRIPT)) {
    if (/\ssrc\s*=/i.test(attributes) || !JUDGED_TYPES.has(scriptType(attributes))) continue;
    hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  }
  return [...hashes].sort();
}

function scriptType(attributes: string): string {
  const found = /\stype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i.exec(attributes);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim().toLowerCase();
}

/**
 * The policy for pages whose inline scripts have these hashes.
 * `'wasm-unsafe-eval'` is for the search (Pagefind is WebAssembly); styles may be inline because Starlight and the
 * highlighted code set `style` attributes.
 */
export function contentSecurityPolicy(hashes: readonly string[]): string {
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Writes `_headers` into a built site.
 * @returns how many pages were read and how many different inline scripts they hold
 */
export function writeHeaders(dist: string): { pages: number; hashes: number } {
  const pages = globSync("**/*.html", { cwd: dist });
  const hashes = new Set(pages.flatMap((page) => inlineScriptHashes(readFileSync(join(dist, page), "utf8"))));
  const lines = [
    "/*",
    `  Content-Security-Policy: ${contentSecurityPolicy([...hashes].sort())}`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "  Cache-Control: no-cache",
    "/_astro/*",
    "  Cache-Control: public, max-age=31536000, immutable",
  ];
  writeFileSync(join(dist, "_headers"), `${lines.join("\n")}\n`);
  return { pages: pages.length, hashes: hashes.size };
}

/** Headers for one kind of path, as `_headers` lists them: `*` at the end stands for any rest. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

/** Reads the text of a `_headers` file; lines that are neither a path nor `  Name: value` are ignored, as hosts do. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split("\n")) {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    const rule = rules.at(-1);
    if (line.startsWith("/")) rules.push({ path: line.trim(), headers: {} });
    else if (header && rule) rule.headers[(header[1] as string).toLowerCase()] = (header[2] as string).trim();
  }
  return rules;
}

/** The headers of a path; a later rule wins over an earlier one. Names in lower case. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const fitting = rules.filter((rule) =>
    rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return Object.assign({}, ...fitting.map((rule) => rule.headers));
}
