/**
 * The checks of `npm test`, the quick ones first. Each stage is one program or one
 * project of Vitest; it says how many checks passed and failed and gives its full output for the case of a failure.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { buildSite } from "./build-site.ts";
import { checkWeights } from "./check-weights.ts";
import { findChromium } from "./find-chromium.ts";
import { type Lock, missingEntries } from "./lock-complete.ts";
import type { TestRemarks } from "./remarks-reporter.ts";
import { inRepository } from "./repository.ts";
import { runProcess } from "./run-process.ts";
import { countReport, type VitestReport } from "./vitest-report.ts";

/** What a stage found. `output` is shown when something failed. */
export interface StageResult {
  passed: number;
  failed: number;
  output: string;
  /** Tests that passed only when they were tried again: each a defect that shows by chance. */
  retried?: readonly string[];
  /** Tests that could compare nothing here; they count neither as passed nor as failed. */
  notCompared?: readonly string[];
}

/** One entry of the list. `group` is what `npm run check` (static) and the filters of `npm test` choose by. */
export interface Stage {
  name: string;
  about: string;
  group: "static" | "test" | "site";
  /** Stages that must have run before; chosen along with this one. */
  needs?: readonly string[];
  /** @param shared whether another stage is at work at the same time, with which this one has to share two cores */
  run(shared: boolean): Promise<StageResult>;
}

const MINUTE_MS = 60_000;

/** Every stage, in order. */
export const STAGES: readonly Stage[] = [
  { name: "lock", about: "package-lock.json is complete, so that npm ci accepts it", group: "static", run: checkLock },
  program("biome", "format, lint, order of imports", "node_modules/@biomejs/biome/bin/biome", [
    "check",
    "--error-on-warnings",
    "--max-diagnostics=40",
    ".",
  ]),
  program("types", "types of packages, labs and tests", "node_modules/typescript/bin/tsc", [
    "--noEmit",
    "--project",
    "test",
  ]),
  program("types-simulator", "the simulator without the DOM and without Node", "node_modules/typescript/bin/tsc", [
    "--noEmit",
    "--project",
    "packages/simulator",
  ]),
  program("astro", "types of the site: pages, components and their scripts", "node_modules/astro/bin/astro.mjs", [
    "check",
    "--tsconfig=src/tsconfig.json",
  ]),
  program("knip", "dead files, exports and dependencies", "node_modules/knip/bin/knip.js", ["--no-progress"]),
  { ...vitest("architecture", "layers, cycles, conventions, and canaries that break them"), group: "static" },
  vitest("unit", "tests beside the sources"),
  vitest("property", "invariants over random runs"),
  vitest("golden", "scenarios against their recorded tables"),
  vitest("content", "labs and lessons"),
  vitest("conformance", "AWS's own clients"),
  { name: "build", about: "the site, with its content security policy", group: "site", run: build },
  { name: "weight", about: "what a lesson page loads", group: "site", needs: ["build"], run: checkWeights },
  { ...vitest("e2e", "journeys in a real browser"), group: "site", needs: ["build"], run: browserTests },
];

/**
 * The stages that the words of a command line choose: names or groups; none chooses all. A stage brings those it needs.
 * @throws on a word that is neither
 */
export function chooseStages(words: readonly string[], stages: readonly Stage[] = STAGES): Stage[] {
  for (const word of words) {
    if (stages.some((stage) => stage.name === word || stage.group === word)) continue;
    const names = stages.map((stage) => stage.name).join(", ");
    throw new Error(`There is no stage "${word}". Stages: ${names}; groups: static, test, site.`);
  }
  const chosen = new Set<string>();
  const choose = (stage: Stage): void => {
    chosen.add(stage.name);
    for (const other of stages) if (stage.needs?.includes(other.name)) choose(other);
  };
  for (const stage of stages) {
    if (words.length === 0 || words.includes(stage.name) || words.includes(stage.group)) choose(stage);
  }
  return stages.filter((stage) => chosen.has(stage.name));
}

function program(name: string, about: string, path: string, args: readonly string[]): Stage {
  const run = async (): Promise<StageResult> => {
    const { code, output } = await runProcess({ program: path, args, limitMs: 5 * MINUTE_MS });
    return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
  };
  return { name, about, group: "static", run };
}

function vitest(name: string, about: string): Stage {
  const run = (shared: boolean) => runVitest(name, {}, shared ? ["--maxWorkers=1"] : []);
  return { name, about, group: "test", run };
}

/** Runs one project of test/vitest.config.ts and counts its report. */
async function runVitest(
  project: string,
  env: Record<string, string> = {},
  more: readonly string[] = [],
): Promise<StageResult> {
  const file = inRepository("test-results", `${project}.json`);
  mkdirSync(inRepository("test-results"), { recursive: true });
  const remarksFile = inRepository("test-results", `${project}.remarks.json`);
  rmSync(file, { force: true });
  rmSync(remarksFile, { force: true });
  const { code, output } = await runProcess({
    program: "node_modules/vitest/vitest.mjs",
    args: [
      "run",
      "--config=test/vitest.config.ts",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--reporter=${inRepository("packages/toolchain/src/remarks-reporter.ts")}`,
      `--outputFile.json=${file}`,
      ...more,
    ],
    // With CI set, a golden file that is missing fails instead of being written.
    env: { CI: "true", QUAYSIDE_REMARKS: remarksFile, ...env },
    // The browser tests take about six minutes; a machine that does other things needs a multiple of it.
    limitMs: 40 * MINUTE_MS,
  });
  const told = readJson<TestRemarks>(remarksFile);
  const { passed, failed, remarks, notCompared } = countReport(readJson<VitestReport>(file), code, told);
  const retried = told?.retried.map(({ name, times }) => `${name} (${times} more)`);
  return { passed, failed, output: [output, ...remarks].join("\n"), retried, notCompared };
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}

async function checkLock(): Promise<StageResult> {
  const missing = missingEntries(JSON.parse(readFileSync(inRepository("package-lock.json"), "utf8")) as Lock);
  if (missing.length === 0) return { passed: 1, failed: 0, output: "" };
  const names = missing.map(({ name, version }) => `  ${name}@${version}`).join("\n");
  return { passed: 0, failed: 1, output: `package-lock.json lacks (run \`npm run lock\`):\n${names}` };
}

async function build(): Promise<StageResult> {
  const site = await buildSite();
  return { passed: 1, failed: 0, output: `${site.pages} pages in ${site.seconds.toFixed(1)} s` };
}

async function browserTests(): Promise<StageResult> {
  const chromium = await findChromium();
  return runVitest("e2e", { CHROME_PATH: chromium, QUAYSIDE_SITE_IS_BUILT: "1" });
}
