/** Runs before each test file of the run that learns which tests reach what: collects the marks, writes them down. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { afterAll, expect } from "vitest";

const reached = new Set<number>();
Object.assign(globalThis, { __quaysideReached: (region: number) => void reached.add(region) });

afterAll(() => {
  const { testPath = "" } = expect.getState();
  const name = createHash("sha256").update(testPath).digest("hex");
  const content = JSON.stringify({ testPath, reached: [...reached] });
  writeFileSync(`${process.env.QUAYSIDE_REACH}/${name}.json`, content);
});
