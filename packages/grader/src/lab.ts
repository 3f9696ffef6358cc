/**
 * What a lab is: a starting state, a goal and checks over the simulated cloud; what helps with it is in answers.ts. Data
 * and pure functions; how they are run is in attempt.ts.
 */
import type { Beginning, Scenario } from "@quayside/simulator";
import { type Answers, NO_ANSWERS } from "./answers.ts";
import type { LateTexts } from "./by-language.ts";
import type { Condition } from "./condition.ts";
import type { LabCommand } from "./lab-command.ts";
import type { Text } from "./text.ts";
import type { Tour } from "./tour.ts";

export type { LabCommand };

/** One graded condition of a lab. */
export interface Check {
  /** Short and stable: the prose of the lesson and stored progress refer to it. */
  readonly id: string;
  readonly title: Text;
  readonly test: Condition;
}

/** An editor tab, which `file://NAME` reads. */
export interface LabFile {
  readonly name: string;
  readonly text: string;
}

/** A lab of the course. */
export interface Lab {
  /** Chapter and lesson, as in the folders: `01/01`. */
  readonly id: string;
  readonly seed: number;
  readonly title: Text;
  /** Calls that are made at time 0, before the learner comes. */
  readonly scenario: Scenario;
  /** What those calls leave behind with this seed; worked out while the site is built, never written by hand. */
  readonly beginning?: Beginning;
  readonly files: readonly LabFile[];
  readonly goal: Text;
  readonly checks: readonly Check[];
  /** Brings the conditions of the checks and the words, for a lab that came without them (late-lab.ts). Rejects when they cannot be had. */
  readonly bringChecks?: () => Promise<unknown>;
  /** What helps, loaded when it is asked for; added by whoever loads the lab, never written by hand. */
  readonly answers?: { readonly hintCount: number; readonly load: () => Promise<Answers> };
  /** Loads the lab's narrated tour, for a lab that has one. */
  readonly tour?: () => Promise<Tour>;
}

/** A lab and its answers: what is needed to prove it. */
export interface WholeLab {
  readonly lab: Lab;
  readonly answers: Answers;
}

/** What a lab says: one module a language. */
export interface LabTexts {
  readonly title: string;
  readonly goal: string;
  /** The title of each check, by its id. */
  readonly checks: Readonly<Record<string, string>>;
}

/** A lab without what it says; its checks are those that have a title. */
type LabPlan<Id> = Omit<Lab, "title" | "goal" | "checks" | "bringChecks"> & {
  readonly checks: readonly { readonly id: Id; readonly test: Condition }[];
};

/**
 * Declares a lab: what it says, and the rest. Its type is checked where it is written, its content by `checkLab` and the
 * schema in `@quayside/grader/schema`.
 */
export function defineLab<Texts extends LabTexts>(
  texts: LateTexts<Texts>,
  lab: LabPlan<keyof Texts["checks"] & string>,
): Lab {
  return {
    ...lab,
    title: (lang) => texts(lang)?.title ?? "",
    goal: (lang) => texts(lang)?.goal ?? "",
    checks: lab.checks.map(({ id, test }) => ({ id, title: (lang) => texts(lang)?.checks[id] ?? "", test })),
  };
}

/** Fetches the answers of a lab; `NO_ANSWERS` when it has none. Rejects when they could not be loaded. */
export async function loadAnswers(lab: Lab): Promise<Answers> {
  return (await lab.answers?.load()) ?? NO_ANSWERS;
}
