/**
 * `quayside serve` as a function: node:http in front of a world a Region. AWS's API on POST /, the server's own paths under
 * /_quayside/. Every request ends in a response or a closed connection; a mistake of ours ends in a 500 and a stack
 * trace on stderr, never in a dead server.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  errorResponse,
  type FrontRefusal,
  type HttpRequest,
  type HttpResponse,
  handleAws,
  nextRequestId,
  otherServiceOf,
  refuseRegion,
  signedRegionOf,
} from "@quayside/api";
import type { Command, Scenario } from "@quayside/simulator";
import { RunProblem } from "../usage-problem.ts";
import { answerControl } from "./control.ts";
import { refuseCaller } from "./host-check.ts";
import { MAX_BODY_BYTES, readBody } from "./read-body.ts";
import type { ClockMode, World } from "./world.ts";
import { Worlds } from "./worlds.ts";

/** How to serve. */
export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  /** Host names to answer to beside localhost and addresses. */
  readonly allowHosts?: readonly string[];
  readonly seed?: number;
  readonly scenario?: Scenario;
  /** When the worlds begin, such as 2026-11-29T12:00:00Z; else when the scenario says. */
  readonly startsAt?: string;
  /** Images that are declared before anything else, as calls. */
  readonly images?: readonly Command[];
  readonly clock: ClockMode;
  /** Where our own mistakes are written. Default: stderr. */
  readonly onProblem?: (problem: unknown) => void;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly worlds: Worlds;
  /** The world of the server's own Region. */
  readonly world: World;
  /** Stops: no new connections, the open ones are closed. */
  close(): Promise<void>;
}

/** How often time catches up while nobody asks, in real milliseconds. */
const TICK_MS = 250;

/** Time in which the headers, and then the whole request, must arrive. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** How long an idle connection stays open: longer than the SDKs keep theirs. */
const KEEP_ALIVE_MS = 65_000;

const INDEX = `Quayside: Amazon ECS, simulated.

  aws --endpoint-url http://HOST ecs list-clusters
  aws --endpoint-url http://HOST ec2 describe-subnets
  GET  /_quayside/health | state | run
  POST /_quayside/advance {"ms":N} | event | forget | reset
`;

/**
 * Starts serving.
 * @throws RunProblem when the port is taken or the address is not ours
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { seed = 1, scenario, startsAt, images } = options;
  const worlds = new Worlds({ seed, scenario, startsAt, images }, options.clock);
  const world = worlds.in(worlds.own);
  const allowed = new Set((options.allowHosts ?? []).map((name) => name.toLowerCase()));
  const onProblem = options.onProblem ?? ((problem) => console.error(problem));
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on("request", (request, response) => {
    answer(worlds, allowed, request, response).catch((problem: unknown) => {
      onProblem(problem);
      if (response.headersSent) response.destroy();
      else
        send(
          response,
          awsError(world, {
            status: 500,
            code: "ServerException",
            message: "The simulator failed: see the server's log.",
          }),
        );
    });
  });
  await listen(server, options.port, options.host ?? "127.0.0.1");
  const tick = setInterval(() => guarded(() => worlds.follow(), onProblem), TICK_MS);
  const { port, address, family } = server.address() as AddressInfo;
  const shown = family === "IPv6" ? `[${address}]` : address;
  return { url: `http://${shown}:${port}`, port, worlds, world, close: () => close(server, worlds, tick) };
}

function guarded(run: () => void, onProblem: (problem: unknown) => void): void {
  try {
    run();
  } catch (problem) {
    onProblem(problem);
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) =>
      reject(new RunProblem(listenProblem(problem, port, host))),
    );
    server.listen(port, host, resolve);
  });
}

function listenProblem(problem: NodeJS.ErrnoException, port: number, host: string): string {
  if (problem.code === "EADDRINUSE")
    return `port ${port} on ${host} is in use: stop what uses it or give another --port`;
  if (problem.code === "EACCES") return `port ${port} is not allowed for this user: give a --port above 1023`;
  if (problem.code === "EADDRNOTAVAIL" || problem.code === "ENOTFOUND")
    return `${host} is not an address of this machine`;
  return `it cannot listen on ${host}:${port}: ${problem.message}`;
}

function close(server: Server, worlds: Worlds, tick: NodeJS.Timeout): Promise<void> {
  clearInterval(tick);
  worlds.stop();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  worlds: Worlds,
  allowed: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const refused = refuseCaller(
    { host: headers.host, origin: headers.origin, fetchSite: oneOf(headers["sec-fetch-site"]) },
    allowed,
  );
  if (refused !== undefined) return sendAndClose(request, response, json(403, { message: refused }));
  const body = await readBody(request);
  if (body.kind === "gone") return;
  if (body.kind === "too-large") {
    const message = `The body is larger than ${MAX_BODY_BYTES} bytes.`;
    const refusal = { status: 413, code: "RequestEntityTooLargeException", message };
    return sendAndClose(request, response, awsError(worlds.in(worlds.own), refusal));
  }
  worlds.follow();
  if (url.startsWith("/_quayside/")) {
    const control = await answerControl(worlds, method, url, body.text);
    return send(response, json(control.status, control.value));
  }
  const asked = { method, headers, body: body.text };
  if (otherServiceOf(asked) !== undefined) return send(response, handleAws(worlds.in(worlds.own).session, asked));
  const [path = "/"] = url.split("?");
  if (path !== "/") return send(response, notFound(worlds, path));
  if (method === "GET" && headers["x-amz-target"] === undefined) {
    return send(response, { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: INDEX });
  }
  send(response, answerAws(worlds, asked));
}

/** The world of the Region that a request is signed for answers it. */
function answerAws(worlds: Worlds, asked: HttpRequest): HttpResponse {
  const world = worlds.for(signedRegionOf(asked));
  if (world !== undefined) return handleAws(world.session, asked);
  return refuseRegion(nextRequestId(worlds.in(worlds.own).session), asked);
}

/** A header that is sent once; several are as good as a value that nobody knows. */
function oneOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(", ") : header;
}

function awsError(world: World, refusal: FrontRefusal): HttpResponse {
  return errorResponse(nextRequestId(world.session), refusal);
}

/** Services other than ours have paths of their own: a client that does not sign reads what it is told here. */
function notFound(worlds: Worlds, path: string): HttpResponse {
  const message = `There is nothing at ${path.slice(0, 200)}: Quayside does not simulate it. Amazon ECS is at /, the rest at /_quayside/health.`;
  return awsError(worlds.in(worlds.own), { status: 404, code: "NotModelledException", message });
}

function json(status: number, value: unknown): HttpResponse {
  return { status, headers: { "content-type": "application/json" }, body: `${JSON.stringify(value)}\n` };
}

/** An answer is data: no page may show it in a frame, guess another type, or take it in as a script or a picture. */
const DATA_ONLY = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

function send(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  response.writeHead(status, { ...headers, ...DATA_ONLY, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

/** How much of an unwanted body is still taken in, so that the client gets to read the answer. */
const DRAIN_BYTES = 8 * MAX_BODY_BYTES;
const DRAIN_MS = 2000;

/** Answers without having read the body, then closes: the rest of the body is thrown away for a moment, then cut. */
function sendAndClose(request: IncomingMessage, response: ServerResponse, reply: HttpResponse): void {
  response.setHeader("connection", "close");
  send(response, reply);
  let drained = 0;
  const cut = setTimeout(() => request.destroy(), DRAIN_MS);
  request.on("data", (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_BYTES) request.destroy();
  });
  request.on("error", () => clearTimeout(cut));
  request.on("close", () => clearTimeout(cut));
}
