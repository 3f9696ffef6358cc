/**
 * One process that runs tests against one mutant after the other: Vitest stays loaded, the sources stay transformed, and
 * only the mutated module is read anew, into a worker of its own. A mutant that runs for ever is told by the processor
 * time it uses, so that a busy machine condemns nobody; the process ends then, and another takes its place.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "@quayside/toolchain/repository";
import { BaseSequencer, createVitest, type TestModule, type TestSpecification, type Vitest } from "vitest/node";
import config from "../vitest.config.ts";
import { marked, type Region } from "./regions.ts";

/** The stages before the browser. */
const STAGES = ["unit", "property", "golden", "conformance", "content"];
const TEST_LIMIT_MS = 120_000;

/** What a lane is asked. Paths are those in the repository. */
export type Question =
  | { readonly ask: "reach"; readonly sources: readonly string[] }
  | {
      readonly ask: "try";
      /** Sources with other text. */
      readonly texts: Readonly<Record<string, string>>;
      /** Test files in the order in which they are to run. */
      readonly tests: readonly string[];
      readonly limitCpuMs: number;
    };

/** What a test file needs and gets to. */
export interface Reach {
  readonly test: string;
  readonly ms: number;
  readonly regions: readonly number[];
  /** Sources that loading it loads. */
  readonly loads: readonly string[];
}

export type Answer =
  | { readonly ready: true }
  | { readonly reach: readonly Reach[]; readonly regions: readonly Region[]; readonly failed: readonly string[] }
  /** The test that noticed, or null when none did. */
  | { readonly killedBy: string | null }
  | { readonly timeout: true };

/** Runs the files in the order in which they are given. */
class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}

/** Test files that have ended in the running run; Vitest's own answer names those of earlier runs, too. */
const ended: TestModule[] = [];
let texts: Readonly<Record<string, string>> = {};
let sources: ReadonlySet<string> = new Set();
const regions: Region[] = [];

const short = (path: string) => path.slice(ROOT.length + 1);

/** Gives Vite the mutated text of a source, or the one with marks. */
const plugin = {
  name: "quayside-mutants",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    const file = short(id);
    const text = texts[file];
    if (text !== undefined) return { code: text, map: null };
    if (!sources.has(file)) return undefined;
    const result = marked(file, code, regions.length);
    regions.push(...result.regions);
    return { code: result.code, map: null };
  },
};

function testFiles(): string[] {
  const projects = config.test?.projects ?? [];
  return projects.flatMap((each) => {
    const { test } = each as { test: { name: string; include: string[] } };
    return STAGES.includes(test.name) ? test.include : [];
  });
}

async function open(setupFiles: string[]): Promise<Vitest> {
  // With CI set, a golden file that is missing fails instead of being written.
  process.env.CI = "true";
  return createVitest(
    {
      config: false,
      root: ROOT,
      include: testFiles(),
      watch: false,
      reporters: [{ onTestModuleEnd: (module) => void ended.push(module) }],
      silent: true,
      // What Vitest keeps on the disk knows the files and not the mutants.
      fsModuleCache: false,
      pool: "threads",
      isolate: false,
      fileParallelism: false,
      maxWorkers: 1,
      bail: setupFiles.length === 0 ? 1 : 0,
      testTimeout: TEST_LIMIT_MS,
      sequence: { sequencer: AsGiven },
      setupFiles,
    },
    { plugins: [plugin] },
  );
}

/** Reads sources anew whose text is another now. */
function forget(vitest: Vitest, files: readonly string[]): void {
  for (const { vite } of vitest.projects) {
    for (const { moduleGraph } of Object.values(vite.environments)) {
      for (const file of files) {
        for (const module of moduleGraph.getModulesByFile(join(ROOT, file)) ?? []) moduleGraph.invalidateModule(module);
      }
    }
  }
}

/** Runs test files; gives the names of the tests that failed, the first one only unless all are wanted. */
async function run(vitest: Vitest, specifications: readonly TestSpecification[]): Promise<string[]> {
  const failed: string[] = [];
  ended.length = 0;
  const { unhandledErrors } = await vitest.runTestSpecifications([...specifications]);
  for (const module of ended) {
    const tests = [...module.children.allTests("failed")].map(({ fullName }) => fullName);
    if (tests.length === 0 && module.errors().length > 0)
      tests.push(`cannot be loaded: ${module.errors()[0]?.message}`);
    failed.push(...tests.map((name) => `${short(module.moduleId)}: ${name}`));
  }
  if (failed.length === 0 && unhandledErrors.length > 0) failed.push("an error outside of every test");
  return failed;
}

async function learn(question: Question & { ask: "reach" }): Promise<Answer> {
  sources = new Set(question.sources);
  const folder = mkdtempSync(join(tmpdir(), "quayside-reach-"));
  process.env.QUAYSIDE_REACH = folder;
  const vitest = await open([join(import.meta.dirname, "record-reach.ts")]);
  const specifications = await vitest.globTestSpecifications();
  const failed = await run(vitest, specifications);
  const reached = new Map<string, readonly number[]>();
  for (const name of readdirSync(folder)) {
    const each = JSON.parse(readFileSync(join(folder, name), "utf8")) as { testPath: string; reached: number[] };
    reached.set(each.testPath, each.reached);
  }
  rmSync(folder, { recursive: true });
  const reach = specifications.map(({ moduleId, testModule }) => ({
    test: short(moduleId),
    ms: testModule?.diagnostic().duration ?? 0,
    regions: reached.get(moduleId) ?? [],
    loads: loadedBy(vitest, moduleId),
  }));
  await vitest.close();
  return { reach, regions, failed };
}

/** The mutable sources that a test imports, through whatever. */
function loadedBy(vitest: Vitest, moduleId: string): string[] {
  const seen = new Set<object>();
  const files = new Set<string>();
  const visit = (module: { file: string | null; importedModules: Set<never> }): void => {
    if (seen.has(module)) return;
    seen.add(module);
    if (module.file !== null && sources.has(short(module.file))) files.add(short(module.file));
    for (const each of module.importedModules) visit(each);
  };
  for (const { moduleGraph } of Object.values(vitest.vite.environments)) {
    for (const module of moduleGraph.getModulesByFile(moduleId) ?? []) visit(module as never);
  }
  return [...files].sort();
}

let keptOpen: { vitest: Vitest; specifications: Map<string, TestSpecification> } | undefined;

async function attempt(question: Question & { ask: "try" }): Promise<Answer> {
  if (keptOpen === undefined) {
    const vitest = await open([]);
    const found = await vitest.globTestSpecifications();
    keptOpen = { vitest, specifications: new Map(found.map((each) => [short(each.moduleId), each])) };
  }
  const { vitest, specifications } = keptOpen;
  texts = question.texts;
  forget(vitest, Object.keys(texts));
  const began = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(began);
    if ((user + system) / 1000 > question.limitCpuMs) say({ timeout: true }, () => process.exit(0));
  }, 500);
  const chosen = question.tests.flatMap((test) => specifications.get(test) ?? []);
  const failed = await run(vitest, chosen).catch((error: unknown) => [`the worker ended: ${String(error)}`]);
  clearInterval(watch);
  forget(vitest, Object.keys(texts));
  texts = {};
  return { killedBy: failed[0] ?? null };
}

function say(answer: Answer, then: () => void = () => {}): void {
  process.send?.({ answer }, undefined, undefined, then);
}

process.on("message", (question: Question) => {
  const answering = question.ask === "reach" ? learn(question) : attempt(question);
  answering.then(
    (answer) => say(answer),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
say({ ready: true });
