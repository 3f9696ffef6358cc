/**
 * Serves the built site on the loopback address as a static host would: compressed, with the headers of `_headers`,
 * with the 404 page that is nearest to the address. Used by `npm start`, the browser tests and the measurements. It leaves out TLS, byte
 * ranges and watching: it serves what the last build left.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type HeaderRule, headersFor, parseHeaders } from "./content-security-policy.ts";
import { inRepository } from "./repository.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".mjs", ".svg", ".ttf", ".txt", ".webmanifest", ".xml"]);
const SMALLEST_COMPRESSED_BYTES = 256;

type Encoding = "br" | "gzip" | "identity";

/** A file in memory, with each encoding that was asked for so far. */
interface CachedFile {
  mtimeMs: number;
  etag: string;
  bodies: Map<Encoding, Promise<Buffer>>;
  raw: Buffer;
}

/** A running server. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  port: number;
  /** Ends the server and its open connections. */
  close(): Promise<void>;
}

/**
 * Serves a folder.
 * @param options `root`: absolute path of the built site; `port`: 0 (the default) takes a free one
 * @throws when the folder holds no index.html, or when the port is taken; the message says what to do
 */
export async function serveDist(options: { root: string; port?: number }): Promise<RunningServer> {
  const root = await realpath(options.root).catch(() => options.root);
  if (!(await isFile(join(root, "index.html")))) {
    throw new Error(`${options.root} holds no built site: run \`npm run build\` first.`);
  }
  const site = { root, rules: readRules(root), cache: new Map<string, CachedFile>() };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(`The server failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  const port = await listen(server, options.port ?? 0);
  return { url: `http://127.0.0.1:${port}`, port, close: () => close(server) };
}

interface Site {
  root: string;
  rules: HeaderRule[];
  cache: Map<string, CachedFile>;
}

function readRules(root: string): HeaderRule[] {
  try {
    return parseHeaders(readFileSync(join(root, "_headers"), "utf8"));
  } catch {
    return [];
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is already in use: stop what listens there, or choose another with --port.`;
      reject(error.code === "EADDRINUSE" ? new Error(taken) : error);
    });
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const path = pathOf(request.url ?? "/");
  if (path === undefined) {
    response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end("This address cannot be read.\n");
    return;
  }
  const found = await locate(site, path);
  if (typeof found === "object") {
    response.writeHead(308, { location: found.redirect + searchOf(request.url ?? "") }).end();
  } else if (found === undefined) {
    const page = await nearestNotFound(site.root, path);
    if (page !== undefined) await send(site, { path, file: page, status: 404 }, request, response);
    else response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page.\n");
  } else {
    await send(site, { path, file: found, status: 200 }, request, response);
  }
}

/** The 404 page of the folder that the address lies in, or else of one above it; undefined when there is none. */
async function nearestNotFound(root: string, path: string): Promise<string | undefined> {
  const folders = path.split("/").slice(1, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const file = resolve(root, ...folders.slice(0, depth), "404.html");
    if (file.startsWith(root + sep) && (await isFile(file))) return file;
  }
  return undefined;
}

/** The decoded path of a request, or undefined when it cannot be decoded or holds a NUL or a backslash. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] as string);
    return path.startsWith("/") && !/[\0\\]/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function searchOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
}

/** The file behind a path, the path to go to instead, or undefined. Never a file outside the site or `_headers`. */
async function locate(site: Site, path: string): Promise<string | { redirect: string } | undefined> {
  const hidden = path.split("/").some((part) => part.startsWith(".")) || path === "/_headers";
  if (hidden || path.includes("//")) return undefined;
  const wanted = join(site.root, path.endsWith("/") ? `${path}index.html` : path);
  const real = await realpath(wanted).catch(() => undefined);
  if (real === undefined || !real.startsWith(site.root + sep)) return undefined;
  if (await isFile(real)) return real;
  return (await isFile(join(real, "index.html"))) ? { redirect: `${encodeURI(path)}/` } : undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function send(
  site: Site,
  what: { path: string; file: string; status: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await cached(site, what.file);
  const extension = extname(what.file);
  const encoding = chooseEncoding(extension, file.raw.length, String(request.headers["accept-encoding"] ?? ""));
  const body = await bodyIn(file, encoding);
  const headers: Record<string, string | number> = {
    ...headersFor(site.rules, what.path),
    "content-type": TYPES[extension] ?? "application/octet-stream",
    "content-length": body.length,
    etag: `W/"${file.etag}"`,
    vary: "accept-encoding",
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  };
  if (what.status === 200 && request.headers["if-none-match"] === headers.etag) {
    const { "content-length": _length, "content-encoding": _encoding, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(what.status, headers).end(request.method === "HEAD" ? undefined : body);
}

async function cached(site: Site, file: string): Promise<CachedFile> {
  const { mtimeMs } = await stat(file);
  const known = site.cache.get(file);
  if (known?.mtimeMs === mtimeMs) return known;
  const raw = await readFile(file);
  const etag = createHash("sha256").update(raw).digest("base64url").slice(0, 16);
  const fresh: CachedFile = { mtimeMs, etag, raw, bodies: new Map() };
  site.cache.set(file, fresh);
  return fresh;
}

function chooseEncoding(extension: string, bytes: number, accepted: string): Encoding {
  if (!COMPRESSED.has(extension) || bytes < SMALLEST_COMPRESSED_BYTES) return "identity";
  const names = accepted
    .toLowerCase()
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";", 1)[0]?.trim());
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : "identity";
}

function bodyIn(file: CachedFile, encoding: Encoding): Promise<Buffer> {
  const known = file.bodies.get(encoding);
  if (known) return known;
  const body = compress(file.raw, encoding);
  file.bodies.set(encoding, body);
  return body;
}

function compress(raw: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return promisify(gzip)(raw, { level: 9 });
  if (encoding === "identity") return Promise.resolve(raw);
  // Quality 11 costs seconds for the editor's chunks, and 9 is within a few per cent of it.
  return promisify(brotliCompress)(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, dir: { type: "string" } } });
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error("--port takes a number from 0 to 65535.");
  const server = await serveDist({ root: values.dir ?? inRepository("dist"), port });
  console.log(`Quayside is at http://localhost:${server.port}/ (Ctrl+C ends it).`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
