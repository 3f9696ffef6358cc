/**
 * `npm test`: runs the stages one after another, says little of those that pass and everything of those that fail, goes
 * on after a failure, names what needed a retry and what compared nothing, and ends with one line `N passed, N failed`
 * over all checks and tests.
 * `npm test -- unit content` runs some of them, `npm test -- --list` names them.
 */
import { chooseStages, STAGES, type Stage, type StageResult } from "./stages.ts";

/** What all stages found together. */
export interface Total {
  passed: number;
  failed: number;
  retried: string[];
  notCompared: string[];
}

/** Runs stages in order and returns the totals. `say` gets the lines for the reader. */
export async function runStages(stages: readonly Stage[], say: (line: string) => void): Promise<Total> {
  const total: Total = { passed: 0, failed: 0, retried: [], notCompared: [] };
  const broken = new Set<string>();
  for (const stage of stages) {
    const began = performance.now();
    const missing = stage.needs?.find((name) => broken.has(name));
    const result = missing ? notRun(missing) : await runSafely(stage);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    total.passed += result.passed;
    total.failed += result.failed;
    total.retried.push(...(result.retried ?? []));
    total.notCompared.push(...(result.notCompared ?? []));
    if (result.failed > 0) {
      broken.add(stage.name);
      say(`\n---- ${stage.name}: ${stage.about}`);
      say(result.output.trimEnd());
    }
    say(`${result.failed > 0 ? "FAILED" : "ok    "} ${stage.name.padEnd(16)} ${counts(result)}, ${seconds} s`);
    if (result.failed > 0) say("");
  }
  return total;
}

/** The last lines: what a reader must know besides the counts, by name, and the counts. */
export function closingLines({ passed, failed, retried, notCompared }: Total): string[] {
  return [
    ...named(retried, "needed a retry, which is a defect that shows by chance"),
    ...named(notCompared, "not compared: recorded with another browser or other fonts"),
    counts({ passed, failed }),
  ];
}

function named(names: readonly string[], what: string): string[] {
  return names.length === 0 ? [] : [`${names.length} ${what}:`, ...names.map((name) => `  ${name}`)];
}

function counts({ passed, failed }: { passed: number; failed: number }): string {
  return `${passed} passed, ${failed} failed`;
}

function notRun(missing: string): StageResult {
  return { passed: 0, failed: 1, output: `Not run, because "${missing}" failed.` };
}

/** A stage that throws has failed; the stages behind it still run. */
async function runSafely(stage: Stage): Promise<StageResult> {
  try {
    return await stage.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

async function main(words: readonly string[]): Promise<void> {
  if (words.includes("--list")) {
    for (const stage of STAGES) console.log(`${stage.name.padEnd(16)} ${stage.group.padEnd(7)} ${stage.about}`);
    return;
  }
  const total = await runStages(chooseStages(words), (line) => console.log(line));
  process.exitCode = total.failed > 0 ? 1 : 0;
  for (const line of closingLines(total)) console.log(line);
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  });
}
