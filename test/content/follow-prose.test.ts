/**
 * Every lesson can be done by following its prose literally, in every language: what its fences run, what it says to press, and
 * what its words ask for (readings/), in the order of the text, lights each step up at that step. After each of them time
 * passes until nothing is on its way, as it does in the page.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Attempt, type CommandResult, type Lab, UNTIL_SETTLED, type WholeLab, withTask } from "@quayside/grader";
import { type Fence, loadLabs, type Prose, readProse, startAttempt } from "@quayside/grader/content";
import { describe, expect, test } from "vitest";
import { BUTTONS, type ButtonName } from "./readings/buttons.ts";
import { definitions } from "./readings/definitions.ts";
import { loadBalancing } from "./readings/load-balancing.ts";
import { machines } from "./readings/machines.ts";
import { moreDefinitions } from "./readings/more-definitions.ts";
import { networks } from "./readings/networks.ts";
import type { Act, LessonReading } from "./readings/reading.ts";
import { services } from "./readings/services.ts";
import { startsAndTasks } from "./readings/starts-and-tasks.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LANGUAGES = ["en", "vi"] as const;
type Language = (typeof LANGUAGES)[number];

const readings: readonly LessonReading[] = [
  ...startsAndTasks,
  ...definitions,
  ...moreDefinitions,
  ...machines,
  ...networks,
  ...services,
  ...loadBalancing,
];
const lessons = (await loadLabs(root)).flatMap((whole) =>
  LANGUAGES.map((lang) => ({
    lang,
    whole,
    path: whole.path.replace("docs/en/", `docs/${lang}/`).replace("lab.ts", "index.mdx"),
  }))
    .filter(({ path }) => existsSync(join(root, path)))
    .map((lesson) => ({
      ...lesson,
      prose: readProse(readFileSync(join(root, lesson.path), "utf8")),
      reading: readings.find(({ lab }) => lab === whole.lab.id) ?? { lab: whole.lab.id, words: [] },
    })),
);

/** Simulated time that somebody takes to look at the map who does not wait. */
const A_GLANCE_MS = 15_000;

/** The check of the lesson's exercise, for which its prose gives no command. */
const EXERCISE = "exercise";

interface Deed {
  readonly at: number;
  /** It only looks, or lets time pass. */
  readonly looks: boolean;
  readonly do: (follower: Follower) => unknown;
}

/** Somebody who does what the prose says. */
class Follower {
  readonly attempt: Attempt;
  /** Refusals of which the prose says nothing. */
  readonly surprises: string[] = [];
  readonly #lab: Lab;
  readonly #prose: Prose;
  /** What has been run, by the text of its fence; newest last. */
  readonly #past: string[] = [];

  constructor(whole: WholeLab, prose: Prose) {
    this.attempt = startAttempt(whole);
    this.#lab = whole.lab;
    this.#prose = prose;
  }

  runFence({ lines }: Fence, hurries: boolean): void {
    this.#past.push(...lines);
    for (const line of lines) this.#run(line);
    this.attempt.run(hurries ? { advanceMs: A_GLANCE_MS } : UNTIL_SETTLED);
  }

  act(act: Act, at: number): void {
    if ("again" in act) this.#again(act);
    else if ("file" in act) this.#edit(act, this.#prose.fences.find((fence) => fence.at > at)?.code ?? "");
    else if ("aws" in act) this.#run(act.aws);
    else this.#told(this.attempt.run(act), JSON.stringify(act));
    if ("aws" in act) this.attempt.run(UNTIL_SETTLED);
  }

  press(name: ButtonName): void {
    if (name === "registerAndRun") {
      const [file] = this.#lab.files;
      this.#run(`aws ecs register-task-definition --cli-input-json file://${file?.name}`);
      const { family } = JSON.parse(this.attempt.files[file?.name ?? ""] ?? "");
      const network = `--network-configuration "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],assignPublicIp=ENABLED}"`;
      this.#run(`aws ecs run-task --task-definition ${family} --launch-type FARGATE ${network}`);
    }
    if (name === "stopTask") this.#run("aws ecs stop-task --task TASK_ID");
    if (name !== "pause") this.attempt.run(UNTIL_SETTLED);
  }

  #again({ again, but = (line) => line }: Extract<Act, { again: string }>): void {
    const line = this.#past.findLast((each) => each.includes(again));
    if (line === undefined) throw new Error(`nothing above runs ${again}`);
    this.#run(but(line));
    this.attempt.run(UNTIL_SETTLED);
  }

  #edit(act: Extract<Act, { file: string }>, shown: string): void {
    const { files } = this.attempt;
    const before = files[act.file] ?? "";
    if ("edit" in act) {
      const definition = JSON.parse(before);
      act.edit(definition, isJson(shown) ? shownJson(shown) : undefined);
      files[act.file] = `${JSON.stringify(definition, null, 2)}\n`;
    } else files[act.file] = before.replace(act.from, () => (typeof act.to === "string" ? act.to : act.to(shown)));
    if (files[act.file] === before) this.surprises.push(`nothing changed in ${act.file}`);
  }

  #run(line: string): void {
    this.#told(this.attempt.run({ aws: withTask(line, this.attempt.session.tables) }), line);
  }

  /** A refusal is one that the prose shows or quotes. A tested connection that ends at a hop is an answer. */
  #told({ exitCode, stderr }: CommandResult, what: string): void {
    if (exitCode === 0 || (exitCode === 1 && stderr === "")) return;
    const shows = (words: string) => words.split(" ... ").every((part) => stderr.includes(part));
    if (!wordsShown(this.#prose).some(shows)) this.surprises.push(`${what}: ${stderr}`);
  }
}

/** Long enough to be a message: lines as they stand, and what is quoted inside of them. */
function wordsShown({ source }: Prose): readonly string[] {
  const quoted = [...source.matchAll(/`([^`\n]{20,})`/g)].map(([, words = ""]) => words);
  const lines = source.split("\n").map((line) => line.replace(/ \.\.\.$/, ""));
  return [...quoted, ...lines.filter((line) => line.length > 20)];
}

function isJson(code: string): boolean {
  try {
    shownJson(code);
    return true;
  } catch {
    return false;
  }
}

/** A fence that shows members of an object, or an object. */
function shownJson(code: string): unknown {
  const text = code.trim().replace(/,$/, "");
  return JSON.parse(text.startsWith("{") ? text : `{${text}}`);
}

/** Commands that change nothing. */
const LOOKS = /^aws \w+ (describe|list|get|filter)-/;

function deedsOf(prose: Prose, { words, hurries }: LessonReading, lang: Language): readonly Deed[] {
  const fences = prose.fences.filter(({ runs, aside }) => runs && !aside);
  return [
    ...fences.map(
      (fence): Deed => ({
        at: fence.at,
        looks: fence.lines.every((line) => LOOKS.test(line)),
        do: (follower) => follower.runFence(fence, hurries?.includes(fence.code.trim()) ?? false),
      }),
    ),
    ...prose.presses.map(({ at, label }): Deed => {
      const name = buttonOf(label, lang);
      return { at, looks: name !== "registerAndRun" && name !== "stopTask", do: (follower) => follower.press(name) };
    }),
    ...words.map((reading): Deed => {
      const at = prose.source.indexOf(reading[lang]);
      const looks = reading.does.every((act) => "advanceMs" in act || "until" in act);
      return { at, looks, do: (follower) => reading.does.map((act) => follower.act(act, at)) };
    }),
  ].sort((a, b) => a.at - b.at);
}

function buttonOf(label: string, lang: Language): ButtonName {
  const found = Object.entries(BUTTONS).find(([, words]) => words[lang] === label);
  if (found === undefined) throw new Error(`the page has no button “${label}”`);
  return found[0] as ButtonName;
}

describe.each(lessons)("$path", ({ lang, whole, prose, reading }) => {
  test("says what the readings of it know", () => {
    expect(
      reading.words.filter((each) => prose.source.split(each[lang]).length !== 2).map((each) => each[lang]),
    ).toEqual([]);
  });

  test("shows JSON only to be put into a file, or of a file", () => {
    const starts = reading.words
      .filter(({ does }) => does.some((act) => "file" in act))
      .map((each) => prose.fences.find(({ at }) => at > prose.source.indexOf(each[lang])));
    const texts = whole.lab.files.map(({ text }) => text.replace(/\s+/g, ""));
    const unread = prose.fences.filter(
      (fence) =>
        fence.kind === "json" &&
        !starts.includes(fence) &&
        !texts.some((text) => text.includes(fence.code.replace(/\s+/g, "").replace(/,$/, ""))) &&
        !reading.shows?.some((start) => fence.code.startsWith(start)),
    );
    expect(unread.map(({ code }) => code)).toEqual([]);
  });

  test("leaves the exercise to its reader: no command, no edit, and what was done before does not pass it", () => {
    const { to, from } = prose.steps.find(({ checks }) => checks.includes(EXERCISE)) ?? { from: 0, to: 0 };
    expect(prose.source.slice(from, to)).toMatch(/^## (On your own|Tự mình làm)$/m);
    expect(prose.fences.filter(({ at }) => at > from && at < to)).toEqual([]);
    const follower = new Follower(whole, prose);
    for (const deed of deedsOf(prose, reading, lang)) deed.do(follower);
    expect(follower.attempt.passedIds()).toEqual(whole.lab.checks.map(({ id }) => id).filter((id) => id !== EXERCISE));
  });

  test("lights each step up when it is followed", () => {
    const follower = new Follower(whole, prose);
    const deeds = deedsOf(prose, reading, lang);
    const late: string[] = [];
    const early: string[] = [];
    let done = 0;
    /** What had passed when the step before began, of those that do something. */
    let longAgo: readonly string[] = [];
    for (const step of prose.steps) {
      const before = follower.attempt.passedIds();
      const own = deeds.slice(done).filter(({ at }) => at < step.to);
      done += own.length;
      for (const deed of own) deed.do(follower);
      const results = follower.attempt.evaluate().filter(({ id }) => step.checks.includes(id));
      late.push(
        ...results
          .filter(({ id, passed }) => !passed && id !== EXERCISE)
          .map(({ id, observed }) => `${id}: ${observed(lang)}`),
      );
      early.push(...step.checks.filter((id) => longAgo.includes(id)));
      if (own.some(({ looks }) => !looks)) longAgo = before;
    }
    expect({ late, early, surprises: follower.surprises }).toEqual({ late: [], early: [], surprises: [] });
  });
});
