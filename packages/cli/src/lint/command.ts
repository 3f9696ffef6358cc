/** `quayside lint`: task definitions in files of somebody's repository, checked by the rules of the simulator. */
import { type Flags, listOf, readFlags, wholeNumber } from "../flags.ts";
import type { Streams } from "../streams.ts";
import { UsageProblem } from "../usage-problem.ts";
import { checkFiles, type Task } from "./check-files.ts";
import { asGithub } from "./github.ts";
import { asJson } from "./json.ts";
import type { LintReport } from "./report.ts";
import { asSarif } from "./sarif.ts";
import { printedSettings, readRuleFlags, Settings } from "./settings.ts";
import { asText } from "./text.ts";

const FORMATS: Readonly<Record<string, (report: LintReport) => string>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGithub,
};

const MOST_WARNINGS = 1_000_000;

/**
 * Runs `quayside lint`.
 * @returns 0 when AWS would take every definition, 1 when it would refuse one or too much is warned of, 2 when a file
 * cannot be read or holds none, or a configuration cannot be followed
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
    config: { type: "string" },
    "no-config": { type: "boolean" },
    rule: { type: "string", multiple: true },
    ignore: { type: "string", multiple: true },
    "print-config": { type: "string" },
  });
  const settings = settingsOf(values);
  const printed = values["print-config"];
  if (printed !== undefined) {
    streams.out(printedSettings(String(printed), settings.of(String(printed))));
    return 0;
  }
  const format = String(values.format ?? "text");
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (write === undefined) throw new UsageProblem(`--format takes ${Object.keys(FORMATS).join(", ")}, not "${format}"`);
  if (names.length === 0) throw new UsageProblem("give at least one FILE or folder, or - for standard input");
  const most = values["max-warnings"];
  const mostWarnings = most === undefined ? undefined : wholeNumber("max-warnings", String(most), 0, MOST_WARNINGS);
  const task = { settings, ...fixOf(values, names) };
  const { report, isAll } = checkFiles(names, task, {
    say: (sentence) => streams.err(`quayside lint: ${sentence}\n`),
    // The report for a program stays whole; a diff is for people.
    show: format === "text" ? streams.out : streams.err,
  });
  if (task.fix !== "show") streams.out(write(values.quiet === true ? errorsOnly(report) : report));
  if (count(report, "error") > 0) return 1;
  const over = tooManyWarnings(report, mostWarnings);
  if (over !== undefined) streams.err(`quayside lint: ${over}\n`);
  return over !== undefined ? 1 : isAll ? 0 : 2;
}

function settingsOf(values: Flags["values"]): Settings {
  const { config, rule, ignore, strict } = values;
  if (config !== undefined && values["no-config"] === true) throw new UsageProblem("--config or --no-config, not both");
  return new Settings({
    config: values["no-config"] === true ? false : config === undefined ? undefined : String(config),
    rules: readRuleFlags(listOf(rule)),
    ignore: listOf(ignore),
    strict: strict === true,
  });
}

function fixOf(values: Flags["values"], names: readonly string[]): Pick<Task, "fix" | "guesses"> {
  const [fix, dryRun, guesses] = [values.fix === true, values["dry-run"] === true, values.guesses === true];
  if (!fix && (dryRun || guesses)) throw new UsageProblem(`--${dryRun ? "dry-run" : "guesses"} goes with --fix`);
  if (fix && !dryRun && names.includes("-"))
    throw new UsageProblem("--fix changes files, which standard input is not; with --dry-run it shows the diff");
  return { guesses, fix: fix ? (dryRun ? "show" : "write") : undefined };
}

/** A sentence when there are more warnings than the flag allows, or, without the flag, a configuration for its files. */
function tooManyWarnings(report: LintReport, fromFlag: number | undefined): string | undefined {
  if (fromFlag !== undefined) {
    const warnings = count(report, "warning");
    return warnings > fromFlag ? `${warnings} warnings are more than --max-warnings ${fromFlag}` : undefined;
  }
  for (const [config, files] of Map.groupBy(report.files, ({ config }) => config)) {
    const warnings = count({ files }, "warning");
    const most = config.maxWarnings ?? Number.POSITIVE_INFINITY;
    if (warnings > most) return `${warnings} warnings are more than the maxWarnings ${most} of ${config.path}`;
  }
  return undefined;
}

function count({ files }: LintReport, severity: "error" | "warning"): number {
  return files.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}

function errorsOnly({ files }: LintReport): LintReport {
  const isError = ({ severity }: { severity: string }): boolean => severity === "error";
  return { files: files.map((file) => ({ ...file, findings: file.findings.filter(isError) })) };
}
