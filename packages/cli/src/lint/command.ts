/** `quayside lint`: task definitions in files of somebody's repository, checked by the rules of the simulator. */
import { type LintedText, lintText, type MendOptions } from "@quayside/linter/files";
import { type Flags, readFlags, wholeNumber } from "../flags.ts";
import type { Streams } from "../streams.ts";
import { RunProblem, UsageProblem } from "../usage-problem.ts";
import { visible } from "../visible.ts";
import { filesOf, type NamedFile } from "./files-of.ts";
import { asGithub } from "./github.ts";
import { asJson } from "./json.ts";
import { lessonOf, readTaught } from "./lesson-of.ts";
import { type MendWords, mendFile } from "./mend-file.ts";
import { asPretty } from "./pretty.ts";
import { type FileText, readText } from "./read-text.ts";
import type { LintedFile, LintReport } from "./report.ts";
import { asSarif } from "./sarif.ts";

const FORMATS: Readonly<Record<string, (report: LintReport) => string>> = {
  pretty: (report) => visible(asPretty(report)),
  json: asJson,
  sarif: asSarif,
  github: (report) => visible(asGithub(report)),
};

const MOST_WARNINGS = 1_000_000;

/** What is done with each file. */
interface Task extends MendOptions {
  /** Undefined: it is only checked. */
  readonly fix: "write" | "show" | undefined;
}

/**
 * Runs `quayside lint`.
 * @returns 0 when AWS would take every definition, 1 when it would refuse one or too much is warned of, 2 when a file
 * cannot be read or holds none
 */
export async function lint(words: readonly string[], streams: Streams): Promise<number> {
  const { values, words: names } = readFlags(words, {
    format: { type: "string" },
    quiet: { type: "boolean" },
    strict: { type: "boolean" },
    "max-warnings": { type: "string" },
    fix: { type: "boolean" },
    "dry-run": { type: "boolean" },
    guesses: { type: "boolean" },
  });
  const format = String(values.format ?? "pretty");
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (write === undefined) throw new UsageProblem(`--format takes ${Object.keys(FORMATS).join(", ")}, not "${format}"`);
  if (names.length === 0) throw new UsageProblem("give at least one FILE or folder, or - for standard input");
  const most = values["max-warnings"];
  const mostWarnings = most === undefined ? undefined : wholeNumber("max-warnings", String(most), 0, MOST_WARNINGS);
  const task = taskOf(values, names);
  const { report, isAll } = lintFiles(filesOf(names), task, {
    ...streams,
    // The report for a program stays whole; a diff is for people.
    show: write === FORMATS.pretty ? streams.out : streams.err,
  });
  const warnings = count(report, "warning");
  if (task.fix !== "show") streams.out(write(values.quiet === true ? errorsOnly(report) : report));
  if (count(report, "error") > 0) return 1;
  if (mostWarnings !== undefined && warnings > mostWarnings) {
    streams.err(`quayside lint: ${warnings} warnings are more than --max-warnings ${mostWarnings}\n`);
    return 1;
  }
  return isAll ? 0 : 2;
}

function taskOf(values: Flags["values"], names: readonly string[]): Task {
  const [fix, dryRun, guesses] = [values.fix === true, values["dry-run"] === true, values.guesses === true];
  if (!fix && (dryRun || guesses)) throw new UsageProblem(`--${dryRun ? "dry-run" : "guesses"} goes with --fix`);
  if (fix && !dryRun && names.includes("-"))
    throw new UsageProblem("--fix changes files, which standard input is not; with --dry-run it shows the diff");
  return { strict: values.strict === true, guesses, fix: fix ? (dryRun ? "show" : "write") : undefined };
}

/** Checks the files; `isAll` is false when one could not be checked, or none of them holds a definition. */
function lintFiles(
  names: readonly NamedFile[],
  task: Task,
  streams: Streams & { readonly show: (diff: string) => void },
): { report: LintReport; isAll: boolean } {
  const files: LintedFile[] = [];
  const taught = readTaught();
  const say = (text: string): void => streams.err(`quayside lint: ${visible(text)}\n`);
  const show = (diff: string): void => streams.show(visible(diff));
  let isAll = true;
  for (const { name, isFound } of names) {
    const read = textOf(name, say);
    const linted = read === undefined ? undefined : lintOne(name, read, task, { say, show });
    if (read === undefined || linted === undefined || (linted.kind === "none" && !isFound)) {
      isAll = false;
      if (read !== undefined) say(`${name}: there is no task definition in this file`);
    } else if (linted.kind !== "none") {
      if (read.remark !== undefined) say(`${name}: ${read.remark}`);
      const findings = linted.findings.map((each) => ({ ...each, lesson: lessonOf(taught, each) }));
      files.push({ file: name === "-" ? "stdin" : name, findings, unknownValues: linted.unknownValues });
    }
  }
  if (files.length === 0 && isAll) say("no file with a task definition was found");
  return { report: { files }, isAll: isAll && files.length > 0 };
}

/** Checks one text, and mends it first when that is asked for. Undefined after saying why that could not be done. */
function lintOne(name: string, file: FileText, task: Task, words: MendWords): LintedText | undefined {
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

function count({ files }: LintReport, severity: "error" | "warning"): number {
  return files.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}

function errorsOnly({ files }: LintReport): LintReport {
  const isError = ({ severity }: { severity: string }): boolean => severity === "error";
  return { files: files.map((file) => ({ ...file, findings: file.findings.filter(isError) })) };
}
