/** Checks files, and mends them first when that is asked for; what cannot be checked is said, and the others still are. */
import { type LintedText, lintText } from "@quayside/linter/files";
import { RunProblem } from "../usage-problem.ts";
import { filesOf } from "./files-of.ts";
import { lessonOf, readTaught } from "./lesson-of.ts";
import { type MendWords, mendFile } from "./mend-file.ts";
import { type FileText, readText } from "./read-text.ts";
import type { LintedFile, LintReport } from "./report.ts";
import type { FileSettings, Settings } from "./settings.ts";

/** What is done with each file. */
export interface Task {
  readonly settings: Settings;
  /** Undefined: it is only checked. */
  readonly fix: "write" | "show" | undefined;
  /** With `fix`: also what makes up a value. */
  readonly guesses: boolean;
}

/** What came of it. */
export interface CheckedFiles {
  readonly report: LintReport;
  /** False when one could not be checked, or none of them holds a definition. */
  readonly isAll: boolean;
}

/**
 * Checks the files that the words of the command line mean.
 * @throws UsageProblem when a configuration cannot be followed
 */
export function checkFiles(names: readonly string[], task: Task, words: MendWords): CheckedFiles {
  const files: LintedFile[] = [];
  const taught = readTaught();
  const { say } = words;
  let [isAll, ignored] = [true, 0];
  for (const { name, isFound } of filesOf(names)) {
    const settings = task.settings.of(name);
    if (settings.isIgnored) {
      ignored += 1;
      if (!isFound) say(`${name}: ignored, because a pattern says so`);
      continue;
    }
    const read = textOf(name, say);
    const linted = read === undefined ? undefined : checkOne(name, read, { ...task, ...settings }, words);
    if (read === undefined || linted === undefined || (linted.kind === "none" && !isFound)) {
      isAll = false;
      if (read !== undefined && linted !== undefined) say(`${name}: there is no task definition in this file`);
    } else if (linted.kind !== "none") {
      if (read.remark !== undefined) say(`${name}: ${read.remark}`);
      const findings = linted.findings.map((each) => ({ ...each, lesson: lessonOf(taught, each) }));
      const { unknownValues, disabled } = linted;
      files.push({ file: name === "-" ? "stdin" : name, findings, disabled, unknownValues, config: settings.config });
    }
  }
  if (files.length === 0 && isAll && ignored === 0) say("no file with a task definition was found");
  return { report: { files }, isAll: isAll && files.length + ignored > 0 };
}

/** The text's findings, after mending when that is asked for. Undefined after saying why that could not be done. */
function checkOne(name: string, file: FileText, task: Task & FileSettings, words: MendWords): LintedText | undefined {
  try {
    const left = task.fix && mendFile(name, file, { ...task, isWritten: task.fix === "write" }, words);
    return task.fix === "write" ? left : lintText(file.text, name, task);
  } catch (problem) {
    if (!(problem instanceof RunProblem)) throw problem;
    words.say(problem.message);
    return undefined;
  }
}

/** The text of a file, or undefined after saying why there is none. */
function textOf(name: string, say: (text: string) => void): FileText | undefined {
  try {
    return readText(name);
  } catch (problem) {
    if (!(problem instanceof RunProblem)) throw problem;
    say(problem.message);
    return undefined;
  }
}
