/**
 * Firefox by WebDriver BiDi, over the socket that it opens itself: no driver in between, no package. Leaves out all of the protocol but
 * what the journey asks for. @source W3C WebDriver BiDi (checked 2026-11-29)
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clickActions, keyActions, type Remote, START_WITHIN_MS } from "./remote.ts";

interface Answer {
  readonly id?: number;
  readonly type: "success" | "error" | "event";
  readonly result?: Record<string, unknown>;
  readonly message?: string;
}

/** Starts a Firefox without a window. @param program its path */
export async function startFirefox(program: string): Promise<Remote> {
  const profile = mkdtempSync(join(tmpdir(), "quayside-firefox-"));
  const child = spawn(program, ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await gone;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const send = await connect(await addressFrom(child.stderr));
    const { capabilities } = await send("session.new", { capabilities: {} });
    const { browserName, browserVersion } = capabilities as Record<string, string>;
    const { contexts } = await send("browsingContext.getTree", {});
    const [{ context }] = contexts as [{ context: string }];
    await send("browsingContext.setViewport", { context, viewport: { width: 1440, height: 900 } });
    return {
      name: `${browserName} ${browserVersion}`,
      goTo: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
      evaluate: async (expression) => {
        const script = { expression: `(async () => JSON.stringify(await (${expression})))()`, awaitPromise: true };
        const { type, result, exceptionDetails } = await send("script.evaluate", { ...script, target: { context } });
        if (type !== "success") throw new Error((exceptionDetails as { text: string }).text);
        const { value } = result as { value?: string };
        return value === undefined ? undefined : JSON.parse(value);
      },
      press: async (keys) => void (await send("input.performActions", { context, actions: keyActions(keys) })),
      clickAt: async (x, y) => void (await send("input.performActions", { context, actions: clickActions(x, y) })),
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that Firefox says on its error stream. */
function addressFrom(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    setTimeout(() => reject(new Error(`Firefox opened no socket: ${said.slice(-400)}`)), START_WITHIN_MS).unref();
    stream.on("data", (chunk) => {
      said += String(chunk);
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(`${address}/session`);
    });
  });
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error(`No connection to ${address}.`)), { once: true });
  });
  const waiting = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  socket.addEventListener("message", ({ data }) => {
    const { id, type, result = {}, message } = JSON.parse(String(data)) as Answer;
    const waits = waiting.get(id ?? -1);
    if (type === "error") waits?.reject(new Error(message));
    else waits?.resolve(result);
    waiting.delete(id ?? -1);
  });
  let id = 0;
  return (method, params) => {
    id += 1;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
}
