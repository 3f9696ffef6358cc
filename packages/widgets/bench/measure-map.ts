/**
 * Measures the map's frames in Chromium under a throttled CPU: `node packages/widgets/bench/measure-map.ts [tasks,...] [throttle]`.
 * Builds the bench page with Vite into a temporary folder and serves it from there. Prints a table.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CDPSession, chromium } from "playwright-core";
import { build, preview } from "vite";

/** Seconds that the main thread has been busy so far. */
async function taskSeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "TaskDuration")?.value ?? 0;
}

const [list = "100,300,500,1000", throttle = "4"] = process.argv.slice(2);
const root = fileURLToPath(new URL(".", import.meta.url));
const outDir = fileURLToPath(new URL("../../../test-results/map-bench", import.meta.url));
await build({ root, logLevel: "error", configFile: false, build: { outDir, emptyOutDir: true, target: "es2022" } });
const server = await preview({
  root,
  configFile: false,
  logLevel: "error",
  build: { outDir },
  preview: { port: 4710, host: "127.0.0.1" },
});
const executablePath = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
});
try {
  const rows = [];
  for (const tasks of list.split(",")) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
    const client = await page.context().newCDPSession(page);
    await page.goto(`http://127.0.0.1:4710/?tasks=${tasks}`);
    await client.send("Emulation.setCPUThrottlingRate", { rate: Number(throttle) });
    await client.send("Performance.enable");
    const before = await taskSeconds(client);
    await page.waitForFunction(() => "bench" in globalThis, undefined, { timeout: 60_000 });
    const busy = (await taskSeconds(client)) - before;
    const row = await page.evaluate(() => Reflect.get(globalThis, "bench") as { seconds: number });
    rows.push({ ...row, busyShare: Number((busy / row.seconds).toFixed(2)) });
    await page.close();
  }
  console.table(rows);
} finally {
  await browser.close();
  await server.close();
}
