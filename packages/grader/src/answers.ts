/**
 * What helps with a lab, and proves it: hints, the solution, other routes and the mistakes that people make. Apart from the
 * lab, because a page needs none of it before somebody asks.
 */
import type { LateTexts } from "./by-language.ts";
import type { Condition } from "./condition.ts";
import type { LabCommand } from "./lab-command.ts";
import type { Text } from "./text.ts";

/** A mistake that people really make, how to make it, how to see that it was made, and what to say then. */
export interface Mistake {
  readonly id: string;
  /** From the start of the lab to the mistake. The commands themselves may be refused. */
  readonly commands: readonly LabCommand[];
  /** Id of the check that stays red because of it. */
  readonly fails: string;
  /** Recognises the mistake by what it left in the world: passes when it was made. */
  readonly seen: Condition;
  /** What is wrong and where to look; not the repaired command. */
  readonly feedback: Text;
}

/** The answers of a lab. */
export interface Answers {
  /** From a question over a pointer to a partial answer. */
  readonly hints: readonly Text[];
  /** Passes every check, without a refused command. */
  readonly solution: readonly LabCommand[];
  /** Other ways that must pass as well. */
  readonly routes: readonly (readonly LabCommand[])[];
  readonly mistakes: readonly Mistake[];
}

/** The answers of a lab that has none, such as the sandbox. */
export const NO_ANSWERS: Answers = Object.freeze({ hints: [], solution: [], routes: [], mistakes: [] });

/** What answers say: one module a language. */
export interface AnswersTexts {
  readonly hints: readonly string[];
  /** The feedback on each mistake, by its id; without those that bring their own. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** Answers without what they say. Only mistakes of the grader's own bring their feedback. */
type AnswersPlan<Id, Hints> = Omit<Answers, "hints" | "mistakes"> & {
  /** How many hints there are. */
  readonly hints: Hints;
  /** What ends the solution and every route: the part of the lab for which the lesson gives no command. */
  readonly exercise: readonly LabCommand[];
  readonly mistakes: readonly (Mistake | (Omit<Mistake, "id" | "feedback"> & { readonly id: Id }))[];
};

/**
 * Declares the answers of a lab: what they say, and the rest. Their type is checked where they are written, their content by
 * `checkLab` and the schema in `@quayside/grader/schema`.
 */
export function defineAnswers<Texts extends AnswersTexts>(
  texts: LateTexts<Texts>,
  { exercise, ...answers }: AnswersPlan<keyof Texts["mistakes"] & string, Texts["hints"]["length"]>,
): Answers {
  return {
    ...answers,
    solution: [...answers.solution, ...exercise],
    routes: answers.routes.map((route) => [...route, ...exercise]),
    hints: Array.from({ length: answers.hints }, (_, at) => (lang) => texts(lang)?.hints[at] ?? ""),
    mistakes: answers.mistakes.map((mistake) =>
      "feedback" in mistake ? mistake : { ...mistake, feedback: (lang) => texts(lang)?.mistakes[mistake.id] ?? "" },
    ),
  };
}
