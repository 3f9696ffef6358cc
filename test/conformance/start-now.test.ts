/** `--start now`: the clock of the worlds begins at this machine's, and the saved run keeps that moment. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { openRun } from "@quayside/api";
import { epochMs } from "@quayside/simulator";
import { afterAll, expect, test } from "vitest";

const BIN = join(import.meta.dirname, "..", "..", "packages", "cli", "src", "bin.mjs");

test("a world that begins now says so, and is played again with the same dates", { timeout: 30_000 }, async () => {
  const before = Date.now();
  const words = ["serve", "--port", "0", "--clock", "manual", "--start", "now"];
  const child = spawn(process.execPath, [BIN, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  afterAll(() => child.kill());
  const url = await new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\S+?(?=,)/.exec(String(chunk));
      if (found !== null) resolve(found[0]);
    });
  });
  const { clock } = (await (await fetch(`${url}/_quayside/state`)).json()) as { clock: { now: string } };
  const began = Date.parse(clock.now);
  expect(began).toBeGreaterThanOrEqual(before - 1000);
  expect(began).toBeLessThanOrEqual(Date.now());
  const again = openRun(await (await fetch(`${url}/_quayside/run`)).json());
  expect(epochMs(again.tables, again.nowMs)).toBe(began);
});
