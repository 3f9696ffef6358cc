/**
 * What a learner is told, as one text that is read in reviews: the report of each lab's solution and of each mistake, in both
 * languages. Ids, addresses and seconds are masked, because the simulator may draw others. Updated with `vitest -u`.
 */
import { fileURLToPath } from "node:url";
import type { LabCommand, MarkLine, WholeLab } from "@quayside/grader";
import { gradeLab, loadLabs } from "@quayside/grader/content";
import { describe, expect, test } from "vitest";

const labs = await loadLabs(fileURLToPath(new URL("../..", import.meta.url)));

/** Replaces what the seed decides; the same task keeps the same number within a text. */
function masked(text: string): string {
  const tasks: string[] = [];
  return text
    .replace(/\b([Tt]ask) ([0-9a-f]{8})\b/g, (_, word: string, id: string) => {
      if (!tasks.includes(id)) tasks.push(id);
      return `${word} #${tasks.indexOf(id) + 1}`;
    })
    .replace(/\b\d+\.\d+\.\d+\.\d+\b/g, "ADDRESS")
    .replace(/\b\d+ s\b/g, "N s");
}

function report(
  title: string,
  whole: WholeLab,
  commands: readonly LabCommand[],
  shown: (line: MarkLine) => boolean,
): string {
  const { mark } = gradeLab(whole, commands);
  const lines = mark.checks.filter(shown).map((line) => {
    const head = `  ${line.passed ? "pass" : "FAIL"} ${line.id}`;
    return `${head}\n    en ${line.sentence("en")}\n    vi ${line.sentence("vi")}`;
  });
  return masked([`${title}: ${mark.score} of ${mark.max}`, ...lines].join("\n"));
}

describe.each(labs)("the reports of lab $lab.id", (whole) => {
  const { lab, answers } = whole;
  test("say what they said when they were last read", async () => {
    const solved = report("solution", whole, answers.solution, () => true);
    const mistaken = answers.mistakes.map((mistake) =>
      report(`mistake ${mistake.id}`, whole, mistake.commands, (line) => line.id === mistake.fails),
    );
    const text = `${[`lab ${lab.id}: ${lab.title("en")}`, solved, ...mistaken].join("\n\n")}\n`;
    await expect(text).toMatchFileSnapshot(`golden/marks-${lab.id.replace("/", "-")}.txt`);
  });
});
