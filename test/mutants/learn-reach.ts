/**
 * Which test files can notice a mutant, learned by one run of all of them over sources with marks. What was learned is
 * kept until a source, a test or a lesson changes.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inRepository, ROOT } from "@quayside/toolchain/repository";
import type { Reach } from "./lane.ts";
import { Lane } from "./lanes.ts";
import type { Mutant } from "./mutant.ts";
import { type Region, regionAt } from "./regions.ts";

const KEPT = inRepository("node_modules/.cache/quayside-mutants");
const WHAT_COUNTS = ["packages/*/src/**/*.ts", "src/**/*.ts", "test/**/*.ts", "content/**/*.{ts,mdx,json}"];

export interface Learned {
  readonly reach: readonly Reach[];
  readonly regions: readonly Region[];
}

/**
 * Test files that fail without any mutant are left out, and named on the way: they would notice everything.
 * @param sources the files that may be mutated
 */
export async function learnReach(sources: readonly string[]): Promise<Learned> {
  const file = `${KEPT}/${fingerprint()}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Learned;
  const lane = new Lane();
  const answer = await lane.ask({ ask: "reach", sources });
  lane.close();
  if (answer === undefined || !("reach" in answer))
    throw new Error("The run that learns what tests reach has ended early.");
  const isSound = ({ test }: Reach) => !answer.failed.some((name) => name.startsWith(`${test}:`));
  const learned: Learned = { reach: answer.reach.filter(isSound), regions: answer.regions };
  for (const name of answer.failed) console.log(`left out, because it fails without any mutant: ${name}`);
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(file, JSON.stringify(learned));
  return learned;
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const path of globSync(WHAT_COUNTS, { cwd: ROOT }).sort())
    hash.update(path).update(readFileSync(inRepository(path)));
  return hash.digest("hex").slice(0, 16);
}

/** The test files that can notice a mutant, with the milliseconds that each takes. */
export function testsFor({ reach, regions }: Learned, mutant: Pick<Mutant, "file" | "start">): readonly Reach[] {
  const region = regionAt(regions, mutant.file, mutant.start);
  return reach.filter((each) =>
    region === undefined ? each.loads.includes(mutant.file) : each.regions.includes(region),
  );
}
