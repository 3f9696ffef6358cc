/** `quayside lint`: task definitions in files of somebody's repository, checked by the rules of the simulator. */
import { readFileSync, statSync } from "node:fs";
import { lintText } from "@quayside/linter/files";
import { readFlags } from "../flags.ts";
import type { Streams } from "../streams.ts";
import { UsageProblem } from "../usage-problem.ts";
import { asGithub } from "./github.ts";
import { asJson } from "./json.ts";
import { lessonOf, readTaught } from "./lesson-of.ts";
import { asPretty } from "./pretty.ts";
import type { LintedFile, LintReport } from "./report.ts";
import { asSarif } from "./sarif.ts";

const FORMATS: Readonly<Record<string, (report: LintReport) => string>> = {
  pretty: asPretty,
  json: asJson,
  sarif: asSarif,
  github: asGithub,
};

/** The largest file that is read, in bytes. Ours: sixteen times the largest definition that the service keeps. */
const LARGEST_FILE = 1_048_576;

/**
 * Runs `quayside lint`.
 * @returns 0 when AWS would take every definition, 1 when it would refuse one, 2 when a file cannot be read or holds none
 */
export async function lint(words: readonly string[], streams: Streams): Promise<number> {
  const { values, words: names } = readFlags(words, { format: { type: "string" }, quiet: { type: "boolean" } });
  const format = String(values.format ?? "pretty");
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (write === undefined) throw new UsageProblem(`--format takes ${Object.keys(FORMATS).join(", ")}, not "${format}"`);
  if (names.length === 0) throw new UsageProblem("give at least one FILE, or - for standard input");
  const report = lintFiles(names, values.quiet === true, streams);
  streams.out(write(report));
  if (report.files.some(({ findings }) => findings.some(({ severity }) => severity === "error"))) return 1;
  return report.files.length < names.length ? 2 : 0;
}

function lintFiles(names: readonly string[], quiet: boolean, streams: Streams): LintReport {
  const files: LintedFile[] = [];
  const taught = readTaught();
  for (const name of names) {
    const text = textOf(name, streams);
    if (text === undefined) continue;
    const { kind, findings, unknownValues } = lintText(text, name);
    if (kind === "none") streams.err(`quayside lint: ${name}: there is no task definition in this file\n`);
    else {
      const kept = quiet ? findings.filter(({ severity }) => severity === "error") : findings;
      files.push({
        file: name === "-" ? "stdin" : name,
        findings: kept.map((each) => ({ ...each, lesson: lessonOf(taught, each) })),
        unknownValues,
      });
    }
  }
  return { files };
}

/** The text of a file, or undefined after saying why there is none. */
function textOf(name: string, streams: Streams): string | undefined {
  try {
    if (name === "-") return readFileSync(0, "utf8");
    if (statSync(name).size <= LARGEST_FILE) return readFileSync(name, "utf8");
    streams.err(`quayside lint: ${name}: larger than 1 MiB, sixteen times the largest task definition\n`);
  } catch (problem) {
    streams.err(`quayside lint: ${name} cannot be read: ${(problem as Error).message}\n`);
  }
  return undefined;
}
