/** Ending `quayside serve` as people start it: the process that they end takes the server with it, and the port is free. */
import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const BIN = join(ROOT, "packages", "cli", "src", "bin.mjs");
const WAIT_MS = 10_000;

const started: ChildProcess[] = [];

afterEach(() => {
  // The whole group, so that a server that was not ended does not outlive the test that says so.
  for (const { pid } of started.splice(0)) {
    try {
      process.kill(-(pid as number), "SIGKILL");
    } catch {
      // It has ended, as it should.
    }
  }
});

/** Starts the server on a free port. @returns the process that was started, and the port that the server names */
async function start(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<[ChildProcess, number]> {
  const child = spawn(program, [...words, "serve", "--port", "0"], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  let text = "";
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      text += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:(\d+),/.exec(text);
      if (found !== null) resolve(Number(found[1]));
    });
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`it ended before it served: ${text}`)));
  });
  return [child, port];
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

async function becomesFree(port: number): Promise<boolean> {
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until) {
    if (!(await answers(port))) return true;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return false;
}

/** The environment of somebody's terminal: this test's own comes from npm. */
function ownEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  return { ...Object.fromEntries(kept), ...extra };
}

const NPM: readonly (readonly [string, readonly string[]])[] = [
  ["npx", ["--no", "quayside"]],
  ["npm", ["exec", "--no", "--", "quayside"]],
];

const BY_NPM = NPM.flatMap(([program, words]) =>
  (["SIGTERM", "SIGINT"] as const).map((signal) => [signal, program, words] as const),
);

test.each(BY_NPM)(
  "%s to %s %j alone takes the server along",
  { timeout: 3 * WAIT_MS },
  async (signal, program, words) => {
    const [child, port] = await start(program, words, ownEnvironment());
    expect(await answers(port)).toBe(true);
    child.kill(signal);
    expect(await becomesFree(port)).toBe(true);
  },
);

// A terminal sends it to all of them.
test.each(NPM)("Ctrl-C at %s %j ends the server", { timeout: 3 * WAIT_MS }, async (program, words) => {
  const [child, port] = await start(program, words, ownEnvironment());
  process.kill(-(child.pid as number), "SIGINT");
  expect(await becomesFree(port)).toBe(true);
});

test.each(["SIGTERM", "SIGINT"] as const)("the bin ends by %s", { timeout: 3 * WAIT_MS }, async (signal) => {
  const [child, port] = await start(process.execPath, [BIN], ownEnvironment());
  child.kill(signal);
  expect(await becomesFree(port)).toBe(true);
});

// A Node that runs no TypeScript starts another one: told here by a flag, which Node 22.18 and later know.
test.each(["SIGTERM", "SIGINT", "SIGKILL"] as const)(
  "a bin that had to start another Node takes it along, ended by %s",
  { timeout: 3 * WAIT_MS },
  async (signal) => {
    const [child, port] = await start(process.execPath, ["--no-strip-types", BIN], ownEnvironment());
    expect(await answers(port)).toBe(true);
    child.kill(signal);
    expect(await becomesFree(port)).toBe(true);
  },
);

test("a server that a script leaves in the background goes on", { timeout: 3 * WAIT_MS }, async () => {
  const script = `"${process.execPath}" "${BIN}" serve --port 0 & sleep 1`;
  const child = spawn("sh", ["-c", script], {
    cwd: ROOT,
    env: ownEnvironment(),
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += String(chunk);
  });
  await new Promise((resolve) => child.on("exit", resolve));
  await expect.poll(() => text, { timeout: WAIT_MS }).toContain("http://127.0.0.1:");
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(text)?.[1]);
  await new Promise((resume) => setTimeout(resume, 500));
  expect(await answers(port)).toBe(true);
});

/** Runs `quayside` with its reader gone before the first line is written. @returns what stderr says so far, and its end */
function unread(words: string): { readonly said: () => string; readonly end: Promise<unknown> } {
  const script = `{ sleep 1; "${process.execPath}" "${BIN}" ${words}; echo "ended with $?" >&2; } | true`;
  const child = spawn("bash", ["-c", script], {
    cwd: ROOT,
    env: ownEnvironment(),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  started.push(child);
  let text = "";
  child.stderr.on("data", (chunk: Buffer) => {
    text += String(chunk);
  });
  return { said: () => text, end: new Promise((resolve) => child.on("close", resolve)) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("the server goes on when nobody reads what it says", { timeout: 3 * WAIT_MS }, async () => {
  const port = await freePort();
  const { said, end } = unread(`serve --port ${port} & echo "pid $!" >&2; wait $!`);
  await expect.poll(() => answers(port), { timeout: 2 * WAIT_MS }).toBe(true);
  process.kill(Number(/pid (\d+)/.exec(said())?.[1]), "SIGTERM");
  await end;
  expect(said()).toMatch(/^pid \d+\nended with 0\n$/);
});

test("help ends without a word of a broken pipe", { timeout: 3 * WAIT_MS }, async () => {
  const { said, end } = unread("help");
  await end;
  expect(said()).toBe("ended with 0\n");
});
