/**
 * `npm run bench`: prints a table of figures and judges nothing. Timings on shared machines are noisy: run it on a
 * quiet one, more than once, and quote medians. `npm run bench -- engine calls` runs only some parts.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { benchPages } from "@quayside/toolchain/bench-page";
import { benchHttp, benchSession, type Row } from "./bench-calls.ts";
import { benchFilling } from "./bench-filling.ts";
import { benchLab } from "./bench-lab.ts";
import { benchMap, crowds, HANDS } from "./bench-map.ts";
import { benchPlacement } from "./bench-placement.ts";
import { benchSeek } from "./bench-seek.ts";
import { benchServices } from "./bench-services.ts";
import { benchTraffic } from "./bench-traffic.ts";
import { benchValidation } from "./bench-validate.ts";
import { benchWeek } from "./bench-week.ts";

const PARTS = [
  "engine",
  "calls",
  "rules",
  "placement",
  "seek",
  "week",
  "services",
  "traffic",
  "pages",
  "map",
  "lab",
] as const;
/** Tasks on the map, and how much slower than this machine's its processor is made. */
const MAP_TASKS = [60, 300, 600, 1_000, 2_000];
const MAP_THROTTLE = 4;
const TASK_COUNTS = [1_000, 10_000, 100_000];
const ENGINE = new URL("bench-engine.ts", import.meta.url).pathname;
const BUILT = new URL("../../dist/index.html", import.meta.url).pathname;

const chosen = process.argv.slice(2);
const unknown = chosen.find((word) => !PARTS.includes(word as (typeof PARTS)[number]));
if (unknown !== undefined) {
  console.error(`bench: there is no part "${unknown}"; parts: ${PARTS.join(", ")}.`);
  process.exit(2);
}
const runs = (part: (typeof PARTS)[number]) => chosen.length === 0 || chosen.includes(part);

if (runs("engine"))
  print("Engine: whole lives of Fargate tasks, journal and causes included", TASK_COUNTS.flatMap(engine));
if (runs("calls")) {
  print("Calls through the session", benchSession());
  print("Calls through HTTP, server and raw client in one process", await benchHttp());
}
if (runs("rules")) print("Rules of RegisterTaskDefinition", benchValidation());
if (runs("placement")) {
  print("Placement of one task: the whole decision", benchPlacement());
  print("A cluster on EC2 fills up: calls through the session", benchFilling());
}
if (runs("seek")) print("Time travel: 200 tasks", benchSeek());
if (runs("week")) print("A quiet week", benchWeek());
if (runs("services")) print("Services", benchServices());
if (runs("traffic")) print("Traffic", benchTraffic());
if (runs("map")) {
  const rows = (await benchMap(crowds(MAP_TASKS), MAP_THROTTLE)).map(({ tasks, surface, fps, p95Ms }) => ({
    what: `${tasks} tasks moving, ${surface}`,
    value: `${fps} frames/s, 95 % within ${p95Ms} ms`,
  }));
  const hands = (await benchMap(HANDS, MAP_THROTTLE)).map(({ tasks, surface, fps, p95Ms }) => ({
    what: `1,000 instances, ${tasks} tasks dragged, ${surface}`,
    value: `${fps} frames/s, 95 % within ${p95Ms} ms`,
  }));
  print(`Map in Chromium, software rendering, processor slowed ${MAP_THROTTLE} times`, [...rows, ...hands]);
}
if ((runs("pages") || runs("lab")) && !existsSync(BUILT)) {
  console.log("Pages and lab: there is no dist/; run `npm run build` first.");
} else {
  if (runs("pages")) print("Built pages (KB under gzip)", await benchPages());
  if (runs("lab")) print("A lab under load: processor time of the main thread's turns", await benchLab());
}

/** A process of its own for each size: a clean heap, a compiler that has seen nothing else. */
function engine(tasks: number): Row[] {
  const run = spawnSync(process.execPath, ["--expose-gc", ENGINE, String(tasks)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`bench-engine ended with ${run.status}: ${run.stderr}`);
  const result = JSON.parse(run.stdout) as Record<string, string | number>;
  const what = `${tasks.toLocaleString("en")} tasks alive`;
  return [
    { what: `${what}: steps`, value: String(result.stepsPerSecond) },
    {
      what: `${what}: share of a bare loop's speed`,
      value: `${result.shareOfBare} (${result.bareEventsPerSecond})`,
    },
    { what: `${what}: RunTask`, value: String(result.runTaskPerSecond) },
    { what: `${what}: whole life of all`, value: `${result.seconds} s, ${result.steps} steps` },
    { what: `${what}: memory of a running task, with its journal`, value: `${result.bytesPerTask} bytes` },
  ];
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, value } of rows) console.log(`  ${what.padEnd(62)} ${value}`);
}
