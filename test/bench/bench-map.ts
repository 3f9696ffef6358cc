/**
 * Frames of the map in Chromium under a throttled CPU, while tasks start and stop at 10x:
 * `node test/bench/bench-map.ts [tasks,...|hands] [throttle]`. Builds the page of packages/widgets/bench with Vite first.
 */
import { spawnSync } from "node:child_process";
import { CHROMIUM_ARGS, findChromium } from "@quayside/toolchain/find-chromium";
import { inRepository } from "@quayside/toolchain/repository";
import { serveDist } from "@quayside/toolchain/serve-dist";
import { type Browser, type CDPSession, chromium } from "playwright-core";

const OUT = inRepository("test-results/map-bench");
const WAIT_MS = 60_000;

/** What the page counted, and the share of a processor that its main thread used. */
interface MapFrames {
  readonly tasks: number;
  readonly seconds: number;
  readonly surface: string;
  readonly fps: number;
  readonly p95Ms: number;
  readonly busyShare: number;
}

/** Crowds of so many tasks, a part of them on the move. */
export const crowds = (counts: readonly number[]): string[] => counts.map((tasks) => `tasks=${tasks}`);
/** The largest cluster, moved by a hand: whole in view, and zoomed until its tasks are seen. */
export const HANDS: readonly string[] = [1.5, 4].map((zoom) => `instances=1000&tasks=10000&zoom=${zoom}`);

/** Measures each of these queries in a page of its own. @throws when the page cannot be built */
export async function benchMap(queries: readonly string[], throttle: number): Promise<MapFrames[]> {
  const vite = [inRepository("node_modules/vite/bin/vite.js"), "build", inRepository("packages/widgets/bench")];
  const built = spawnSync(process.execPath, [...vite, "--outDir", OUT, "--emptyOutDir", "--target", "es2024"], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`the bench page was not built: ${built.stderr}`);
  const server = await serveDist({ root: OUT });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  try {
    const rows: MapFrames[] = [];
    for (const query of queries) rows.push(await measure(browser, `${server.url}/?${query}`, throttle));
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(browser: Browser, url: string, throttle: number): Promise<MapFrames> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
  const client = await page.context().newCDPSession(page);
  await page.goto(url);
  await client.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await client.send("Performance.enable");
  const before = await busySeconds(client);
  await page.waitForFunction(() => "bench" in globalThis, undefined, { timeout: WAIT_MS });
  const busy = (await busySeconds(client)) - before;
  const row = await page.evaluate(() => Reflect.get(globalThis, "bench") as Omit<MapFrames, "busyShare">);
  await page.close();
  return { ...row, busyShare: Number((busy / row.seconds).toFixed(2)) };
}

/** Processor seconds that the main thread has used so far; other processes on the machine do not count. */
async function busySeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "ThreadTime")?.value ?? 0;
}

if (import.meta.main) {
  const [counts = "100,300,500,1000", throttle = "4"] = process.argv.slice(2);
  const queries = counts === "hands" ? HANDS : crowds(counts.split(",").map(Number));
  console.table(await benchMap(queries, Number(throttle)));
}
