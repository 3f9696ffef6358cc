/**
 * WebKitGTK by its own WebDriver, over HTTP: WebKitWebDriver starts the MiniBrowser that comes with it. Needs a display; a machine without
 * one is served by Xvfb, where it is installed. @source W3C WebDriver (checked 2026-11-29)
 */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { clickActions, keyActions, type Remote, START_WITHIN_MS } from "./remote.ts";

type Fields = Record<string, unknown>;

/** Starts WebKit's driver and a window. @param program path of WebKitWebDriver; @param browser path of its MiniBrowser */
export async function startWebKit(program: string, browser: string): Promise<Remote> {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], { stdio: "ignore" });
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await gone;
  };
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const options = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...options });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(String((value as Fields).message));
    return value;
  };
  try {
    await answers(() => send("GET", "/status"));
    const options = { binary: browser, args: ["--automation"] };
    const wanted = { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } };
    const { sessionId, capabilities } = (await send("POST", "/session", wanted)) as Fields;
    const { browserName, browserVersion } = capabilities as Fields;
    const session = `/session/${sessionId}`;
    await send("POST", `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
    await send("POST", `${session}/window/rect`, { width: 1440, height: 900 }).catch(() => undefined);
    return {
      name: `${browserName} ${browserVersion}`,
      goTo: async (url) => void (await send("POST", `${session}/url`, { url })),
      evaluate: async (expression) => {
        const script = `const done = arguments[arguments.length - 1]; (async () => JSON.stringify({ value: await (${expression}) }))().then(done, (error) => done(JSON.stringify({ error: String(error) })));`;
        const text = await send("POST", `${session}/execute/async`, { script, args: [] });
        const { value, error } = JSON.parse(String(text)) as Fields;
        if (error !== undefined) throw new Error(String(error));
        return value;
      },
      press: async (keys) => void (await send("POST", `${session}/actions`, { actions: keyActions(keys) })),
      clickAt: async (x, y) => void (await send("POST", `${session}/actions`, { actions: clickActions(x, y) })),
      close: async () => {
        await send("DELETE", session).catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(ask: () => Promise<unknown>): Promise<void> {
  const untilMs = Date.now() + START_WITHIN_MS;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > untilMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
