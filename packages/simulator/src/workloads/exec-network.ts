/**
 * `curl` and `wget` in a session of ECS Exec: over localhost and through the network of the container, and to the endpoints of
 * the agent. Source: curl 8, busybox wget (checked 2026-11-29).
 * Simplified: an answer is the page of the image's server or a line of ours; a timeout takes no time.
 */
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { CloudReaders } from "../model/tables.ts";
import { connect } from "../network/connect.ts";
import type { End } from "../network/end.ts";
import { findEnd } from "../network/find-end.ts";
import { buildOf } from "./container-start.ts";
import { METADATA_ADDRESS, metadataAt } from "./exec-metadata.ts";
import { contentsOf } from "./image-contents.ts";
import { pagesOf } from "./image-files.ts";
import { listeningPorts, neighboursOf, type Placed } from "./listening-ports.ts";
import type { ShellCommand, ShellProcess } from "./shell-host.ts";

/** A container from whose inside somebody asks. */
export interface AskingFrom {
  readonly tables: CloudReaders;
  readonly task: TaskRow;
  readonly container: ContainerRow;
  readonly nowMs: number;
}

interface Url {
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** How a request ended. */
type Reply =
  | { readonly kind: "page"; readonly status: 200 | 404; readonly text: string }
  | { readonly kind: "unknown-host" }
  | { readonly kind: "refused" | "timed-out"; readonly sentence: string };

const LOCAL = /^(localhost|127(?:\.\d+){3}|0\.0\.0\.0)$/;
const NOT_FOUND_PAGE = "<html><head><title>404 Not Found</title></head></html>\n";

/** `curl [-s] [-i] [-f] URL`. Exit codes are curl's. */
export function curlFrom(from: AskingFrom): ShellCommand {
  return (run, words) => {
    const url = urlOf(words);
    if (url === undefined) return complain(run, 2, "curl: (2) no URL specified");
    const { host, port } = url;
    const reply = ask(from, run, url);
    if (reply.kind === "unknown-host") return complain(run, 6, `curl: (6) Could not resolve host: ${host}`);
    if (reply.kind === "page") {
      if (reply.status === 404 && hasFlag(words, "f")) {
        return complain(run, 22, "curl: (22) The requested URL returned error: 404");
      }
      if (hasFlag(words, "i") || hasFlag(words, "I"))
        run.out(`HTTP/1.1 ${reply.status === 200 ? "200 OK" : "404 Not Found"}`);
      if (!hasFlag(words, "I")) show(run, reply.text);
      return 0;
    }
    const [code, what] = reply.kind === "refused" ? [7, "Could not connect to server"] : [28, "Connection timed out"];
    complain(run, code, `curl: (${code}) Failed to connect to ${host} port ${port}: ${what}`);
    return complain(run, code, `quayside: ${reply.sentence}`);
  };
}

/** `wget [-q] [-O -] URL` of busybox: prints the page; nothing is saved. */
export function wgetFrom(from: AskingFrom): ShellCommand {
  return (run, words) => {
    const url = urlOf(words.filter((word) => word !== "-"));
    if (url === undefined) return complain(run, 1, "wget: missing URL");
    const reply = ask(from, run, url);
    if (reply.kind === "unknown-host") return complain(run, 1, `wget: bad address '${url.host}'`);
    if (reply.kind !== "page") {
      const what = reply.kind === "refused" ? "Connection refused" : "Connection timed out";
      complain(run, 1, `wget: can't connect to remote host (${url.host}): ${what}`);
      return complain(run, 1, `quayside: ${reply.sentence}`);
    }
    if (reply.status === 404) return complain(run, 1, "wget: server returned error: HTTP/1.1 404 Not Found");
    show(run, reply.text);
    return 0;
  };
}

function urlOf(words: readonly string[]): Url | undefined {
  const word = words.find((each) => !each.startsWith("-"));
  const parts = word === undefined ? null : /^(?:(https?):\/\/)?([^/:?#]+)(?::(\d+))?(\/[^?#]*)?/.exec(word);
  if (parts === null) return undefined;
  const [, scheme = "http", host = "", port = scheme === "https" ? "443" : "80", path = "/"] = parts;
  return { host, port: Number(port), path };
}

function hasFlag(words: readonly string[], flag: string): boolean {
  return words.some((word) => /^-[A-Za-z]+$/.test(word) && word.includes(flag));
}

function ask(from: AskingFrom, run: ShellProcess, { host, port, path }: Url): Reply {
  const { tables, task, container, nowMs } = from;
  if (host === METADATA_ADDRESS) {
    const text = metadataAt(from, path.replace(/\/$/, ""));
    return { kind: "page", status: text === undefined ? 404 : 200, text: text ?? "404 page not found\n" };
  }
  const found = LOCAL.test(host) ? ({ ok: true, end: { kind: "localhost" } } as const) : findEnd(tables, host);
  if (!found.ok) return { kind: "unknown-host" };
  const caller: End = { kind: "task", task, container };
  const listenersOf = (each: TaskRow, row: ContainerRow) => listeningPorts(tables, each, row, nowMs);
  const { reaches, hops, sentence } = connect(
    tables,
    { from: caller, to: found.end, port, protocol: "tcp" },
    listenersOf,
  );
  if (!reaches) {
    const last = hops.at(-1)?.kind;
    return { kind: last === "listener" || last === "port-mapping" ? "refused" : "timed-out", sentence };
  }
  return pageOf(from, run, serverAt(from, found.end, port), path);
}

/** Who answers, when it is a container. */
function serverAt(from: AskingFrom, to: End, port: number): Placed | undefined {
  const { tables, task, container, nowMs } = from;
  const candidates: readonly Placed[] =
    to.kind === "localhost"
      ? [{ task, container }, ...neighboursOf(tables, task, container)]
      : to.kind === "task"
        ? to.task.spec.containerArns.flatMap((arn) => {
            const row = tables.containers.get(arn);
            return row === undefined ? [] : [{ task: to.task, container: row }];
          })
        : [];
  return candidates.find((each) =>
    listeningPorts(tables, each.task, each.container, nowMs).some((listener) => listener.port === port),
  );
}

function pageOf({ tables, container }: AskingFrom, run: ShellProcess, server: Placed | undefined, path: string): Reply {
  if (server === undefined)
    return { kind: "page", status: 200, text: "quayside: it answers; what it says is not simulated.\n" };
  const contents = contentsOf(buildOf(tables, server.task, server.container));
  const pages = pagesOf(contents);
  if (pages === undefined) return { kind: "page", status: 200, text: `${server.container.name}: OK\n` };
  const file = `${pages.folder}${path === "/" ? "/index.html" : path}`;
  const isOwn = server.container.slot === container.slot;
  const text =
    (isOwn ? run.host.files.read(file) : undefined) ?? (file.endsWith("/index.html") ? pages.first : undefined);
  if (text !== undefined) return { kind: "page", status: 200, text };
  return { kind: "page", status: 404, text: NOT_FOUND_PAGE };
}

function show(run: ShellProcess, text: string): void {
  for (const line of text.replace(/\n$/, "").split("\n")) run.out(line);
}

function complain(run: ShellProcess, code: number, line: string): number {
  run.complain(line);
  return code;
}
