/**
 * `npm run mutants`: makes small plausible mistakes in the simulator, one at a time, and asks whether the stages before
 * the browser notice. `--sample 200 --seed 1` takes so many of all mutants by lot, `--known` the ones made by hand,
 * `--folder network` those of one folder, `--only ID` one; `--lanes 2` runs two at a time. It ends with a table and the
 * survivors; a mutant of `--known` that survives makes it fail.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { inRepository } from "@quayside/toolchain/repository";
import { KNOWN, knownMutant } from "./known.ts";
import type { Reach } from "./lane.ts";
import { Lane } from "./lanes.ts";
import { learnReach, testsFor } from "./learn-reach.ts";
import { edited, type Mutant, sampleOf } from "./mutant.ts";
import { reportOf, type Verdict } from "./report.ts";
import { allMutants, FOLDERS, sourcesOf } from "./sources.ts";
import { TypeCheck } from "./type-check.ts";

const { values: words } = parseArgs({
  options: {
    sample: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    known: { type: "boolean", default: false },
    folder: { type: "string", multiple: true, default: [...FOLDERS] },
    only: { type: "string", multiple: true },
    lanes: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
  },
});

/** Processor time that a mutant may take: a multiple of what its tests need, and the start of a worker. */
const TIMES_SLOWER = 4;
const LEAST_LIMIT_MS = 20_000;

function chosenMutants(): Mutant[] {
  if (words.known) return KNOWN.map(knownMutant).filter(({ id }) => words.only?.includes(id) ?? true);
  const unknown = words.folder.find((name) => !FOLDERS.some((each) => each === name));
  if (unknown !== undefined) throw new Error(`There is no folder "${unknown}"; folders: ${FOLDERS.join(", ")}.`);
  const all = allMutants(FOLDERS.filter((name) => words.folder.includes(name)).flatMap(sourcesOf));
  if (words.only !== undefined) return all.filter(({ id }) => words.only?.includes(id));
  return sampleOf(all, Number(words.sample), Number(words.seed));
}

/** How often each test has noticed: the next mutant asks the likeliest and quickest first. */
const noticed = new Map<string, { asked: number; killed: number }>();

function inOrder(tests: readonly Reach[], folder: string): string[] {
  const worth = ({ test, ms }: Reach) => {
    const { asked, killed } = noticed.get(`${folder} ${test}`) ?? { asked: 0, killed: 0 };
    return (killed + 0.3) / (asked + 1) / (ms + 20);
  };
  return [...tests].sort((a, b) => worth(b) - worth(a)).map(({ test }) => test);
}

function count(folder: string, tests: readonly string[], killedBy: string | null): void {
  for (const test of tests) {
    const key = `${folder} ${test}`;
    const { asked, killed } = noticed.get(key) ?? { asked: 0, killed: 0 };
    const kills = killedBy?.startsWith(`${test}:`) === true;
    noticed.set(key, { asked: asked + 1, killed: killed + Number(kills) });
    if (kills) return;
  }
}

const typeCheck = new TypeCheck();

async function judge(lane: Lane, mutant: Mutant, tests: readonly Reach[]): Promise<Verdict> {
  const text = edited(readFileSync(inRepository(mutant.file), "utf8"), mutant);
  const complaint = typeCheck.complaint(mutant.file, text);
  if (complaint !== undefined) return { mutant, outcome: "types", by: complaint };
  if (tests.length === 0) return { mutant, outcome: "survived", by: "no test gets there" };
  const folder = mutant.file.split("/").slice(0, 5).join("/");
  const ordered = inOrder(tests, folder);
  const needed = tests.reduce((total, { ms }) => total + ms, 0);
  const answer = await lane.ask({
    ask: "try",
    texts: { [mutant.file]: text },
    tests: ordered,
    limitCpuMs: Math.max(LEAST_LIMIT_MS, TIMES_SLOWER * needed),
  });
  if (answer === undefined) return { mutant, outcome: "timeout", by: "the process ended" };
  if ("timeout" in answer) return { mutant, outcome: "timeout", by: "runs for ever" };
  if (!("killedBy" in answer)) throw new Error("A lane has answered something else than it was asked.");
  count(folder, ordered, answer.killedBy);
  return { mutant, outcome: answer.killedBy === null ? "survived" : "killed", by: answer.killedBy ?? "" };
}

async function main(): Promise<void> {
  const mutants = chosenMutants();
  if (words.list) {
    for (const { id, file, line, kind, shown } of mutants) console.log(`${id} ${file}:${line} ${kind}: ${shown}`);
    return;
  }
  const learned = await learnReach(FOLDERS.flatMap(sourcesOf));
  const waiting = mutants.values();
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    const lane = new Lane();
    for (const mutant of waiting) {
      const began = performance.now();
      const verdict = await judge(lane, mutant, testsFor(learned, mutant));
      verdicts.push(verdict);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const where = `${mutant.file}:${mutant.line}`;
      console.log(
        `${verdicts.length}/${mutants.length} ${verdict.outcome} ${mutant.id} ${seconds} s ${where} ${mutant.kind}: ${mutant.shown}${verdict.by && ` [${verdict.by}]`}`,
      );
    }
    lane.close();
  };
  await Promise.all(Array.from({ length: Number(words.lanes) }, work));
  console.log(reportOf(verdicts));
  if (words.known && verdicts.some(({ outcome }) => outcome === "survived")) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  // Lanes that wait for a question would keep it alive.
  process.exit(2);
});
