#!/usr/bin/env node
/**
 * Starts the `quayside` command on a Node that runs TypeScript: this one if it can, else the one that the project
 * brings along. Plain JavaScript without new syntax, so that an old Node can still say what is wrong.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { STARTED_BY_BIN, watchParent } from "./parent-watch.mjs";

if (process.features.typescript) {
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = projectNode();
  if (node === undefined) {
    process.stderr.write(
      `quayside needs Node 22.18 or newer to run (this is ${process.version}): install it, or run npm ci in the project.\n`,
    );
    process.exitCode = 1;
  } else runWith(node);
}

/** The Node binary among the project's packages, if it is there. */
function projectNode() {
  const require = createRequire(import.meta.url);
  const suffix = process.platform === "win32" ? "win" : process.platform;
  try {
    const description = require.resolve(`node-${suffix}-${process.arch}/package.json`);
    return join(dirname(description), JSON.parse(readFileSync(description, "utf8")).bin.node);
  } catch {
    return undefined;
  }
}

/** Runs this file again on another Node; signals, the end of npm's shell and the exit code pass through. */
function runWith(node) {
  const child = spawn(node, [import.meta.filename ?? new URL(import.meta.url).pathname, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, [STARTED_BY_BIN]: "1" },
  });
  watchParent(() => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", (problem) => {
    process.stderr.write(`quayside could not start ${node}: ${problem.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}
