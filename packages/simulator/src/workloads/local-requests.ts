/** Programs that ask whether something listens in their own network namespace: `curl`, `wget`, `nc` and the cache's own. */

/** A port that somebody answers on. */
export interface Answering {
  readonly port: number;
  /** From when on, on the clock of whoever asks. */
  readonly fromMs: number;
  /** Paths that are answered with 200. Undefined: all; empty: it does not speak HTTP. */
  readonly pages: readonly string[] | undefined;
  /** It belongs to the container that asks. */
  readonly isOwn: boolean;
}

/** How a request ended. Exit codes are those of curl. */
export interface Answered {
  readonly exitCode: number;
  readonly isOwn: boolean;
}

const NO_URL = 3;
const UNKNOWN_HOST = 6;
const REFUSED = 7;
const HTTP_ERROR = 22;
const NO_TLS = 35;
const NO_HTTP = 52;
const LOCAL = /^(localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;
const URL_START = /^(https?:\/\/|localhost\b|127\.|0\.0\.0\.0|\[::)/;

/** Undefined: the program asks nobody. */
export function answerTo(
  program: string,
  args: readonly string[],
  servers: readonly Answering[],
  atMs: number,
): Answered | undefined {
  if (program === "curl" || program === "wget") {
    const failsOnErrors = program === "wget" || args.some((word) => /^-[a-zA-Z]*f/.test(word) || word === "--fail");
    return overHttp(args, failsOnErrors, servers, atMs);
  }
  if (program === "nc")
    return connecting(
      args.filter((word) => !word.startsWith("-")),
      servers,
      atMs,
    );
  if (program !== "cache-cli") return undefined;
  const at = args.indexOf("-p");
  return connecting(["localhost", at === -1 ? "6379" : (args[at + 1] ?? "")], servers, atMs);
}

function overHttp(
  args: readonly string[],
  failsOnErrors: boolean,
  servers: readonly Answering[],
  atMs: number,
): Answered {
  const url = args.find((word) => URL_START.test(word)) ?? "";
  const parts = /^(?:(https?):\/\/)?(\[[^\]]*\]|[^:/?#]+)(?::(\d+))?(?=[/?#]|$)(\/[^?#]*)?/.exec(url);
  // As `http://localhost:$PORT/`, when no shell is there that puts the number in.
  if (url !== "" && parts === null) return { exitCode: NO_URL, isOwn: true };
  const [, scheme = "http", host = "", port, path = "/"] = parts ?? [];
  const { server, answered } = reached([host, port ?? (scheme === "https" ? "443" : "80")], servers, atMs);
  if (server === undefined) return answered;
  const { pages, isOwn } = server;
  if (scheme === "https") return { exitCode: NO_TLS, isOwn };
  if (pages?.length === 0) return { exitCode: NO_HTTP, isOwn };
  const isFound = pages === undefined || pages.includes(path);
  return { exitCode: isFound || !failsOnErrors ? 0 : HTTP_ERROR, isOwn };
}

function connecting(words: readonly string[], servers: readonly Answering[], atMs: number): Answered {
  return reached(words, servers, atMs).answered;
}

function reached([host = "", port = ""]: readonly string[], servers: readonly Answering[], atMs: number) {
  if (!LOCAL.test(host)) return { server: undefined, answered: { exitCode: UNKNOWN_HOST, isOwn: true } };
  const known = servers.find((each) => each.port === Number(port));
  const server = known !== undefined && known.fromMs <= atMs ? known : undefined;
  const exitCode = server === undefined ? REFUSED : 0;
  return { server, answered: { exitCode, isOwn: known?.isOwn === true } };
}
