/**
 * What a lab and its answers must hold, as a zod schema with friendly messages. A separate entry: the content checker and the
 * command line need it, the page does not.
 */
import { readScenario, readWait } from "@quayside/api";
import { RunRefused, type Scenario, type Wait } from "@quayside/simulator";
import * as z from "zod";
import type { Answers } from "./answers.ts";
import type { Condition } from "./condition.ts";
import type { Lab } from "./lab.ts";
import type { Language, Text } from "./text.ts";
import { TOUR_PARTS, TOUR_THINGS } from "./tour.ts";

/** Longest title that fits on one line of the checks panel. */
const TITLE_LENGTH_MAX = 80;
/** What a scenario is called in a sentence about it. */
const WHOLE_SCENARIO = "scenario";
/** Question, pointer, partial answer. */
const HINTS_MIN = 3;
const MISTAKES_MIN = 3;
const LANGUAGES: readonly Language[] = ["en", "vi"];

const filled = (what: string) => z.string().refine((value) => value.trim() !== "", `${what} is empty`);
const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "is not in kebab-case, for example public-ip");

/** A text says something in both languages, which must have arrived. */
const textSchema = z
  .custom<Text>((value) => typeof value === "function", "is no text")
  .superRefine((text, context) => {
    const [en, vi] = LANGUAGES.map(text);
    if (en?.trim() === "") context.addIssue({ code: "custom", message: "the English text is empty" });
    if (vi?.trim() === "") context.addIssue({ code: "custom", message: "the Vietnamese text is empty" });
    if (en === vi)
      context.addIssue({ code: "custom", message: "says the same in both languages: one of them is not translated" });
  });
const noLongerThan = (most: number) =>
  textSchema.refine(
    (text) => LANGUAGES.every((lang) => text(lang).length <= most),
    `is longer than ${most} characters`,
  );
const titleSchema = noLongerThan(TITLE_LENGTH_MAX);
const conditionSchema = z.custom<Condition>((value) => typeof value === "function", "is not a function of the view");

function isWait(value: unknown): boolean {
  return typeof value === "object" && value !== null && "until" in value;
}

/** A wait, looked at by the door like everything that may come from outside. */
const waitSchema = z.custom<Wait>(isWait).superRefine((value, context) => {
  for (const { place, message } of problemsOf(() => readWait(value))) {
    context.addIssue({ code: "custom", path: place, message });
  }
});

const commandSchema = z.union(
  [
    z.strictObject({
      aws: z
        .string()
        .regex(
          /^((?:[A-Za-z_]\w*=\$\()?aws [a-z\d]+ [a-z]|docker push |ssh |quayside (connect|image|request) )/,
          "does not begin with `aws`, a service and an operation",
        ),
    }),
    z.strictObject({ aws: filled("a line"), inside: z.literal(true) }),
    z.strictObject({ advanceMs: z.number().int().positive() }),
    waitSchema,
    z.strictObject({ edit: z.strictObject({ file: filled("the file name"), text: z.string() }) }),
  ],
  "is none of { aws }, { advanceMs }, { until, atMost }, { edit }",
);
const commandsSchema = z.array(commandSchema).min(1, "holds no command");

/** A starting state, looked at by the door that opens it: as lists of calls it is data like any that comes from outside. */
const scenarioSchema = z.custom<Scenario>().superRefine((value, context) => {
  for (const { place, message } of problemsOf(() => readScenario(value, WHOLE_SCENARIO))) {
    context.addIssue({ code: "custom", path: place, message });
  }
});

/** Where and why the door refuses what it is given. */
function problemsOf(read: () => unknown): readonly { readonly place: string[]; readonly message: string }[] {
  try {
    read();
    return [];
  } catch (problem) {
    if (!(problem instanceof RunRefused)) throw problem;
    const place = problem.place.split(/[.[\]]+/).filter((step) => step !== "" && step !== WHOLE_SCENARIO);
    return [{ place, message: problem.message }];
  }
}

/** A lab without its answers. */
export const labSchema = z.strictObject({
  id: z.string().regex(/^\d\d\/\d\d$/, "is not chapter/lesson, for example 01/01"),
  seed: z.number().int().nonnegative(),
  title: titleSchema,
  scenario: scenarioSchema,
  files: z.array(z.strictObject({ name: filled("the file name"), text: filled("the file") })),
  goal: textSchema,
  checks: z.array(z.strictObject({ id: kebab, title: titleSchema, test: conditionSchema })).min(1, "holds no check"),
  tour: z.custom<Lab["tour"]>((value) => typeof value === "function", "is not a function that loads it").optional(),
});

/** The answers of a lab. */
export const answersSchema = z.strictObject({
  hints: z.array(textSchema).min(HINTS_MIN, `holds fewer than ${HINTS_MIN} hints: a question, a pointer, a partial`),
  solution: commandsSchema,
  routes: z.array(commandsSchema).min(1, "holds no other route"),
  mistakes: z
    .array(
      z.strictObject({
        id: kebab,
        commands: commandsSchema,
        fails: z.string(),
        seen: conditionSchema,
        feedback: textSchema,
      }),
    )
    .min(MISTAKES_MIN, `holds fewer than ${MISTAKES_MIN} mistakes`),
});

/** Both together, their references included: every name that is mentioned exists. */
export const wholeLabSchema = z.object({ lab: labSchema, answers: answersSchema }).superRefine((whole, context) => {
  for (const { path, message } of brokenReferences(whole)) context.addIssue({ code: "custom", path, message });
});

/** Short enough to read while the eye is on the map. */
const STOP_LENGTH_MAX = 340;
const STOPS_MIN = 3;

const targets = [...TOUR_THINGS, ...TOUR_PARTS.map((part) => `lab:${part}`)];
const targetSchema = z
  .string()
  .refine(
    (value) => targets.includes(value) || /^(status:[A-Z]+|family:[\w-]+)$/.test(value),
    "is nothing to stand at",
  );

/** A narrated tour of a lab; whether it gets to its end is for `planTour`. */
export const tourSchema = z.strictObject({
  title: titleSchema,
  scenario: scenarioSchema.optional(),
  stops: z
    .array(
      z.strictObject({
        does: commandsSchema.optional(),
        until: z
          .strictObject({
            kind: z.string().regex(/^[A-Z][A-Z_]+$/, "is not a kind of record such as ENI_ATTACHED"),
            family: filled("the family").optional(),
            container: filled("the container").optional(),
          })
          .optional(),
        shows: targetSchema,
        says: noLongerThan(STOP_LENGTH_MAX),
      }),
    )
    .min(STOPS_MIN, `holds fewer than ${STOPS_MIN} stops`),
});

/** One thing that is wrong with a lab file, and where. */
export interface SchemaFinding {
  /** `lab.checks.2.id`, `answers.hints`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Everything that is wrong with what a lab's two files export; empty when they are a lab and its answers. */
export function findingsOfLab(whole: unknown): SchemaFinding[] {
  return findingsOf(wholeLabSchema, whole);
}

/** Everything that is wrong with a tour; empty when it is one. */
export function findingsOfTour(value: unknown): SchemaFinding[] {
  return findingsOf(tourSchema, value);
}

/** Everything that is wrong with a scenario; empty when it is one. */
export function findingsOfScenario(value: unknown): SchemaFinding[] {
  return findingsOf(scenarioSchema, value);
}

function findingsOf(schema: z.ZodType, value: unknown): SchemaFinding[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
}

interface WholeShape {
  readonly lab: Pick<Lab, "checks" | "files">;
  readonly answers: Pick<Answers, "mistakes" | "solution" | "routes">;
}

function brokenReferences({ lab, answers }: WholeShape): { path: (string | number)[]; message: string }[] {
  const checkIds = lab.checks.map((check) => check.id);
  const fileNames = lab.files.map((file) => file.name);
  const unknownChecks = answers.mistakes.flatMap((mistake, at) =>
    checkIds.includes(mistake.fails)
      ? []
      : [{ path: ["answers", "mistakes", at, "fails"], message: `names no check; there are ${checkIds.join(", ")}` }],
  );
  const commands = [answers.solution, ...answers.routes, ...answers.mistakes.map((mistake) => mistake.commands)].flat();
  const unknownFiles = commands.flatMap((command) =>
    "edit" in command && !fileNames.includes(command.edit.file)
      ? [{ path: ["lab", "files"], message: `has no ${command.edit.file}, which a command edits` }]
      : [],
  );
  return [
    ...unknownChecks,
    ...unknownFiles,
    ...repeated(checkIds, "lab", "checks"),
    ...repeated(fileNames, "lab", "files"),
    ...repeated(
      answers.mistakes.map((mistake) => mistake.id),
      "answers",
      "mistakes",
    ),
  ];
}

function repeated(names: readonly string[], ...where: string[]): { path: string[]; message: string }[] {
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => ({ path: where, message: `holds ${name} twice` }));
}
