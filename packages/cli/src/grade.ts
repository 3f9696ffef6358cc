/** `quayside grade`: proves the labs of the course, or marks a file of commands against one. Same code as the page. */
import { type LabCommand, type Language, type Mark, unmetText, type WholeLab, waitTitle } from "@quayside/grader";
import { checkLab, gradeLab, loadLabs, parseCommands, type RanCommand, writtenMark } from "@quayside/grader/content";
import { PROJECT_ROOT } from "./course.ts";
import { type Flags, readFlags } from "./flags.ts";
import { readWhole } from "./read-file.ts";
import type { Streams } from "./streams.ts";
import { RunProblem, UsageProblem } from "./usage-problem.ts";

/** The largest file of commands, in bytes. Ours. */
const LARGEST_FILE = 1_048_576;
const LANGUAGES: readonly Language[] = ["en", "vi"];

/** Runs `quayside grade`. @returns 0 when everything passes, else 1 */
export async function grade(words: readonly string[], streams: Streams): Promise<number> {
  const { values, words: names } = readFlags(words, {
    all: { type: "boolean" },
    commands: { type: "string" },
    lang: { type: "string" },
    json: { type: "boolean" },
  });
  const language = languageOf(values.lang);
  if (values.all === true) {
    if (names.length > 0 || values.commands !== undefined)
      throw new UsageProblem("--all stands alone: no LAB, no --commands");
    return gradeAll(streams);
  }
  const [id, ...more] = names;
  if (id === undefined || more.length > 0) throw new UsageProblem("give one LAB (for example 01/01), or --all");
  const whole = await findLab(id);
  const commands = values.commands === undefined ? whole.answers.solution : commandsOf(String(values.commands));
  return gradeOne(whole, commands, { language, json: values.json === true }, streams);
}

function languageOf(text: Flags["values"][string]): Language {
  const language = LANGUAGES.find((each) => each === (text ?? "en"));
  if (language !== undefined) return language;
  throw new UsageProblem(`--lang takes en or vi, not "${text}"`);
}

async function gradeAll(streams: Streams): Promise<number> {
  const labs = await loadLabs(PROJECT_ROOT);
  if (labs.length === 0) throw new RunProblem(`no lab was found below ${PROJECT_ROOT}/content/docs/en`);
  let broken = 0;
  for (const whole of labs) {
    const { lab, path } = whole;
    const problems = checkLab(whole);
    streams.out(`${problems.length === 0 ? "ok    " : "BROKEN"} ${lab?.id ?? "?"}  ${path}\n`);
    for (const problem of problems) streams.out(`       ${problem.rule}: ${problem.sentence}\n`);
    if (problems.length > 0) broken += 1;
  }
  streams.out(`${labs.length - broken} of ${labs.length} labs keep their promises\n`);
  return broken === 0 ? 0 : 1;
}

async function findLab(id: string): Promise<WholeLab> {
  const labs = await loadLabs(PROJECT_ROOT);
  const found = labs.find(({ lab }) => lab.id === id);
  if (found !== undefined) return found;
  throw new UsageProblem(`there is no lab "${id}": the course has ${labs.map(({ lab }) => lab.id).join(", ")}`);
}

function commandsOf(path: string): readonly LabCommand[] {
  const file = parseCommands(commandsText(path));
  if (file.ok) return file.commands;
  const lines = file.problems.map(({ line, message }) => `\n  ${path}:${line}: ${message}`).join("");
  throw new RunProblem(`the commands cannot be read${lines}`);
}

function commandsText(path: string): string {
  try {
    return readWhole(path, LARGEST_FILE);
  } catch (problem) {
    throw new RunProblem(`${path} cannot be read: ${(problem as Error).message}`);
  }
}

function gradeOne(
  whole: WholeLab,
  commands: readonly LabCommand[],
  options: { language: Language; json: boolean },
  streams: Streams,
): number {
  const { mark, ran } = gradeLab(whole, commands);
  if (options.json) streams.out(`${writtenMark(mark, ran)}\n`);
  else {
    for (const each of ran) streams.out(failure(each, options.language));
    streams.out(report(whole, mark, options.language));
  }
  return mark.passed ? 0 : 1;
}

/** What a command that failed says for itself; empty when it did not. */
function failure({ command, result }: RanCommand, language: Language): string {
  if (result.exitCode === 0) return "";
  if (result.unmet !== undefined && "until" in command) {
    return `not met  ${waitTitle(command)(language)}\n${indented(unmetText(result.unmet)(language))}\n`;
  }
  return "aws" in command ? `refused  ${command.aws}\n${indented(result.stderr.trim())}\n` : "";
}

function indented(text: string): string {
  return text.replace(/^/gm, "         ");
}

function report({ lab }: WholeLab, mark: Mark, language: Language): string {
  const lines = mark.checks.map((check) => {
    const title = `${check.passed ? "pass" : "FAIL"}  ${check.title(language)}`;
    return `${title}\n      ${check.sentence(language)}`;
  });
  const score = `${lab.id} ${lab.title(language)}: ${mark.score} of ${mark.max}`;
  return `${[...lines, score].join("\n")}\n`;
}
