/**
 * `npm run soak [RUNS]`: the property tests with 10,000 random runs each (or as many as asked for) instead of the few
 * of `npm test`. They read the number from QUAYSIDE_RUNS. It streams Vitest's own output, because it takes minutes.
 */
import { spawn } from "node:child_process";
import { inRepository, ROOT } from "./repository.ts";

const DEFAULT_RUNS = 10_000;
const TEST_LIMIT_MS = 3_600_000;

const runs = Number(process.argv[2] ?? DEFAULT_RUNS);
if (Number.isInteger(runs) && runs > 0) {
  const args = ["run", "--config=test/vitest.config.ts", "--project=property", `--testTimeout=${TEST_LIMIT_MS}`];
  const child = spawn(process.execPath, [inRepository("node_modules/vitest/vitest.mjs"), ...args], {
    cwd: ROOT,
    env: { ...process.env, QUAYSIDE_RUNS: String(runs) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  child.once("close", (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  console.error("Usage: npm run soak [RUNS], RUNS a whole number above 0.");
  process.exitCode = 2;
}
