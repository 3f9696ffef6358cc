/**
 * `npm test`: runs the stages one after another, says little of those that pass and everything of those that fail, goes
 * on after a failure, and ends with one line `N passed, N failed` over all checks and tests.
 * `npm test -- unit content` runs some of them, `npm test -- --list` names them.
 */
import { chooseStages, STAGES, type Stage, type StageResult } from "./stages.ts";

/** Runs stages in order and returns the totals. `say` gets the lines for the reader. */
export async function runStages(
  stages: readonly Stage[],
  say: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 };
  const broken = new Set<string>();
  for (const stage of stages) {
    const began = performance.now();
    const missing = stage.needs?.find((name) => broken.has(name));
    const result = missing ? notRun(missing) : await runSafely(stage);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    total.passed += result.passed;
    total.failed += result.failed;
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
  console.log(counts(total));
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  });
}
