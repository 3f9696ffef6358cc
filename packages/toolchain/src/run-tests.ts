/**
 * `npm test`: runs the stages in two lanes, says little of those that pass and everything of those that fail, goes
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

/**
 * Runs stages and returns the totals: the static ones first, then two lanes side by side, one for the stages that need the
 * built site and one for all others. In a lane one follows the other. `say` gets the lines for the reader.
 */
export async function runStages(stages: readonly Stage[], say: (line: string) => void): Promise<Total> {
  const total: Total = { passed: 0, failed: 0, retried: [], notCompared: [] };
  const broken = new Set<string>();
  let lanes = 0;
  const lane = async (group: Stage["group"]): Promise<void> => {
    const own = stages.filter((stage) => stage.group === group);
    if (own.length > 0) lanes += 1;
    for (const stage of own) {
      const began = performance.now();
      const missing = stage.needs?.find((name) => broken.has(name));
      const result = missing ? notRun(missing) : await runSafely(stage, lanes > 1);
      if (result.failed > 0) broken.add(stage.name);
      add(result, total);
      tell(stage, result, (performance.now() - began) / 1000, say);
    }
    if (own.length > 0) lanes -= 1;
  };
  await lane("static");
  await Promise.all([lane("site"), lane("test")]);
  return total;
}

function add(result: StageResult, total: Total): void {
  total.passed += result.passed;
  total.failed += result.failed;
  total.retried.push(...(result.retried ?? []));
  total.notCompared.push(...(result.notCompared ?? []));
}

function tell(stage: Stage, result: StageResult, seconds: number, say: (line: string) => void): void {
  const line = `${stage.name.padEnd(16)} ${counts(result)}, ${seconds.toFixed(1)} s`;
  if (result.failed === 0) {
    say(`ok     ${line}`);
    return;
  }
  say(`\n---- ${stage.name}: ${stage.about}`);
  say(result.output.trimEnd());
  say(`FAILED ${line}`);
  say("");
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
async function runSafely(stage: Stage, shared: boolean): Promise<StageResult> {
  try {
    return await stage.run(shared);
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
