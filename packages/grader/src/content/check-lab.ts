/**
 * Proves a lab: the start fails, the solution passes, so does every other route, each mistake fails the check that it
 * names with its own feedback, every check speaks sense at every moment, and two runs give the same journal.
 */
import type { Mistake } from "../answers.ts";
import type { CommandResult } from "../attempt.ts";
import { UNTIL_SETTLED } from "../authoring/commands.ts";
import type { WholeLab } from "../lab.ts";
import type { LabCommand } from "../lab-command.ts";
import type { CheckResult } from "../mark.ts";
import { findingsOfLab } from "../schema.ts";
import type { Language } from "../text.ts";
import { waitTitle } from "../wait-words.ts";
import { type GradedRun, gradeLab, startAttempt } from "./grade.ts";
import { WALK_STEPS_MAX, walk } from "./walk.ts";

/** One thing that is wrong with a lab. */
export interface Problem {
  readonly labId: string;
  /** Which promise is broken. */
  readonly rule: "schema" | "start" | "solution" | "route" | "mistake" | "moments" | "deterministic";
  readonly sentence: string;
}

/** Everything that is wrong with a lab; empty when it keeps its promises. */
export function checkLab({ lab, answers }: WholeLab): Problem[] {
  const whole = { lab, answers };
  const findings = findingsOfLab(whole).map((finding) => `${finding.path || "the lab"}: ${finding.message}`);
  if (findings.length > 0) return findings.map((sentence) => ({ labId: lab?.id ?? "?", rule: "schema", sentence }));
  const promises: [Problem["rule"], () => string[]][] = [
    ["start", () => startProblems(whole)],
    ["solution", () => passProblems(whole, answers.solution, "the solution")],
    ["route", () => answers.routes.flatMap((route, at) => passProblems(whole, route, `route ${at + 1}`))],
    ["mistake", () => answers.mistakes.flatMap((mistake) => mistakeProblems(whole, mistake))],
    ["moments", () => momentProblems(whole)],
    ["deterministic", () => replayProblems(whole)],
  ];
  return promises.flatMap(([rule, find]) => sentencesOf(find).map((sentence) => ({ labId: lab.id, rule, sentence })));
}

/** One lab that breaks down must not keep the others from being checked. */
function sentencesOf(find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    return [`a run broke down: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Nothing may pass, and no mistake be seen, before the learner has done anything; not even after some time. */
function startProblems(whole: WholeLab): string[] {
  const beginnings: [string, LabCommand[]][] = [
    ["at the start", []],
    ["when nothing is done", [UNTIL_SETTLED]],
  ];
  return beginnings.flatMap(([when, commands]) => {
    const run = gradeLab(whole, commands);
    return run.attempt.diagnose().flatMap((result) => {
      if (result.passed) return [`check ${result.id} passes ${when}: ${result.observed("en")}`];
      return result.mistake === undefined ? [] : [`mistake ${result.mistake} is seen ${when}`];
    });
  });
}

function passProblems(whole: WholeLab, commands: readonly LabCommand[], name: string): string[] {
  const run = gradeLab(whole, commands);
  const red = run.mark.checks
    .filter((check) => !check.passed)
    .map((check) => `${name} does not pass check ${check.id}: ${check.sentence("en")}`);
  const blind = run.mark.checks
    .filter((check) => check.passed && check.evidence.length === 0)
    .map((check) => `${name} passes check ${check.id} without evidence`);
  return [...refusals(run, name), ...red, ...blind];
}

/** A test of a connection that ends at a hop: an answer with exit code 1, and nothing on stderr. */
function isAnswer({ exitCode, stderr }: CommandResult): boolean {
  return exitCode === 1 && stderr === "";
}

function refusals(run: GradedRun, name: string): string[] {
  return run.ran
    .filter(({ result }) => result.exitCode !== 0 && !isAnswer(result))
    .map(({ command, result }) => `${name}: ${whatFailed(command)}: ${result.stderr.trim()}`);
}

function whatFailed(command: LabCommand): string {
  if ("aws" in command) return `${command.aws} was refused`;
  return "until" in command ? `"${waitTitle(command)("en")}"` : "?";
}

function mistakeProblems(whole: WholeLab, mistake: Mistake): string[] {
  const { attempt } = gradeLab(whole, mistake.commands);
  const result = attempt.diagnose().find((each) => each.id === mistake.fails);
  if (result === undefined || result.passed) return [`mistake ${mistake.id} does not fail check ${mistake.fails}`];
  if (result.mistake === mistake.id) return [];
  const seen = result.mistake === undefined ? "is not recognised" : `is taken for ${result.mistake}`;
  const last = `The check says: ${result.observed("en")}`;
  return [`mistake ${mistake.id} ${seen}. ${last}`];
}

/** Whatever a learner has done so far, each check says something in both languages and points at what exists. */
function momentProblems(whole: WholeLab): string[] {
  const { solution, routes, mistakes } = whole.answers;
  const runs = [solution, ...routes, ...mistakes.map((mistake) => mistake.commands)];
  const problems = runs.flatMap((commands) => {
    const attempt = startAttempt(whole);
    const found: string[] = [];
    const look = () => {
      const { length } = attempt.session.journal;
      found.push(...attempt.evaluate().flatMap((result) => nonsense(result, length)));
    };
    return walk(attempt, commands, look) ? found : [...found, `a run takes more than ${WALK_STEPS_MAX} steps`];
  });
  return [...new Set(problems)];
}

const LANGUAGES: readonly Language[] = ["en", "vi"];

function nonsense({ id, observed, evidence }: CheckResult, journalLength: number): string[] {
  const problems: string[] = [];
  const sentences = LANGUAGES.map(observed);
  if (sentences.some((sentence) => sentence.trim() === "")) problems.push(`check ${id} has no sentence`);
  const points = evidence.every((seq, at) => seq >= 0 && seq < journalLength && seq > (evidence[at - 1] ?? -1));
  if (!points) problems.push(`check ${id} points at records that do not exist, or out of order`);
  return problems;
}

function replayProblems(whole: WholeLab): string[] {
  const [first, second] = [journalText(whole), journalText(whole)];
  return first === second ? [] : ["two runs of the solution give different journals"];
}

function journalText(whole: WholeLab): string {
  const { attempt } = gradeLab(whole, whole.answers.solution);
  return attempt.session.journal.records.map((record) => JSON.stringify(record)).join("\n");
}
