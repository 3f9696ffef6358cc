/** What "why?" says around its table, in English. */
import type { Verdict } from "@quayside/simulator/why";

export const en = {
  nothing: "The journal knows nothing of it at this moment.",
  exited: (name: string, code: number) =>
    `Container ${name}, which is essential, ended with exit code ${code}: the whole task ends with it.`,
  stopped: (code: string) => `The task has stopped with the stopCode ${code}.`,
  stopping: (code: string) => `The task is being stopped, with the stopCode ${code}.`,
  chain: "What led to it",
  decisions: "Other decisions about this task",
  inJournal: (step: string) => `Open the journal at ${step}`,
  goThere: (at: string) => `Go to ${at}`,
  lesson: (title: string) => `Lesson: ${title}`,
  back: "Back",
  chosen: "chosen",
  showStages: "Show it on the map, stage by stage",
  stage: (told: { step: number; stage: string; left: number; all: number }) =>
    `${told.step}. ${told.stage}: ${told.left} of ${told.all} are left`,
  stageChosen: "The task goes to the instance that is left.",
  stageNobody: "Nobody is left: no place for the task.",
  stageBack: "Previous stage",
  stageNext: "Next stage",
  stagesDone: "Done",
  table: "What was looked at",
  wide: "Whole table",
  verdicts: { passed: "passed", failed: "failed", waiting: "open", untried: "not tried", none: "" } as Readonly<
    Record<Verdict, string>
  >,
};

/** What a language has to say. */
export type WhyTexts = typeof en;
