/**
 * A whole lab under load in Chromium: 600 tasks started in the sandbox's terminal, then played at 1000x, with the journal
 * open, which is the heaviest panel. What counts is processor time of single turns of the page's main thread, so that other
 * processes on the machine do not. `node test/bench/bench-lab.ts [tasks]`; needs dist/.
 */
import { CHROMIUM_ARGS, findChromium } from "@quayside/toolchain/find-chromium";
import { inRepository } from "@quayside/toolchain/repository";
import { serveDist } from "@quayside/toolchain/serve-dist";
import { type CDPSession, chromium, type Page } from "playwright-core";
import type { Row } from "./bench-calls.ts";

/** A turn that is longer blocks the page. @source web.dev, Long Tasks (checked 2026-11-21) */
const LONG_MS = 50;
/** Tasks of one command, the most that RunTask takes. */
const AT_ONCE = 10;
const SUBNETS = ["aaa", "bbb", "ccc", "ddd"].map((letters) => `subnet-0${letters}1111222233334`).join(",");
const COMMAND = `aws ecs run-task --task-definition webserver --launch-type FARGATE --count ${AT_ONCE} --network-configuration awsvpcConfiguration={subnets=[${SUBNETS}],assignPublicIp=ENABLED}`;
/** Longest stretch that is played, in real milliseconds; all tasks run long before. */
const PLAYED_MS = 4000;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest turns while the commands are given, and while the clock plays. @throws without a built site */
export async function benchLab(tasks = 600): Promise<Row[]> {
  const server = await serveDist({ root: inRepository("dist") });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}/sandbox/?scenario=ready-to-run`);
    await page.getByRole("tab", { name: "Terminal" }).click();
    await page.locator("quayside-terminal input").waitFor();
    await setSpeed(page, "1");
    await runCommand(page);
    const given = await turnsOf(page, async () => {
      for (let started = AT_ONCE; started < tasks; started += AT_ONCE) await runCommand(page);
    });
    await page.getByRole("tab", { name: "Journal" }).click();
    await page.locator("quayside-journal li").first().waitFor();
    await setSpeed(page, "1000");
    const played = await turnsOf(page, () => play(page));
    return [
      { what: `${tasks} tasks, ${AT_ONCE} a command: while commands are given`, value: describeTurns(given) },
      { what: `${tasks} tasks at 1000x, journal open: while time plays`, value: describeTurns(played) },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function setSpeed(page: Page, speed: string): Promise<void> {
  await page.locator("quayside-timeline select").first().selectOption(speed);
}

async function runCommand(page: Page): Promise<void> {
  const input = page.locator("quayside-terminal input");
  const answers = await page.locator("quayside-terminal .block").count();
  await input.fill(COMMAND);
  await input.press("Enter");
  await page.waitForFunction(
    (before) => {
      const root = document.querySelector("quayside-lab")?.shadowRoot?.querySelector("quayside-terminal")?.shadowRoot;
      return (
        (root?.querySelectorAll(".block").length ?? 0) > before && root?.querySelector("[aria-busy=false]") !== null
      );
    },
    answers,
    { polling: 50 },
  );
}

/** Plays until the run has nothing more to do by itself. */
async function play(page: Page): Promise<void> {
  const button = page.locator("quayside-timeline .play");
  if ((await button.getAttribute("aria-label")) === "Play") await button.click();
  await page
    .locator("quayside-timeline .state", { hasText: "Quiet" })
    .waitFor({ timeout: PLAYED_MS })
    .catch(() => undefined);
}

/** Processor milliseconds of every turn of the page's main thread meanwhile. */
async function turnsOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  const client: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"] },
  });
  await work();
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.end");
  await complete;
  await client.detach();
  const threads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && threads.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a);
}

function describeTurns(turns: readonly number[]): string {
  const long = turns.filter((ms) => ms > LONG_MS).length;
  const whole = turns.reduce((sum, ms) => sum + ms, 0) / 1000;
  return `longest turn ${turns[0]?.toFixed(0) ?? "?"} ms, ${long} over ${LONG_MS} ms, ${whole.toFixed(1)} s in all`;
}

if (import.meta.main) {
  const [tasks = "600"] = process.argv.slice(2);
  for (const { what, value } of await benchLab(Number(tasks))) console.log(`${what}: ${value}`);
}
