/** What "why?" says around its table, in English. */
import type { ServiceWhy, Verdict } from "@quayside/simulator/why";

type ServiceAct = NonNullable<ServiceWhy["act"]>;

/** Why the scheduler of a service has started or stopped a task. */
const MOTIVES: Readonly<Record<ServiceAct["motive"], string>> = {
  "scale-out": "fewer tasks were there than it wants",
  "scale-in": "more tasks were there than it wants",
  rollout: "one revision takes the place of another",
  replace: "a health check had failed",
  daemon: "each instance that fits is to have one, and no other",
  drain: "its instance was to be emptied",
  deleted: "the service was deleted",
  rebalance: "the Availability Zones were uneven",
};

export const en = {
  nothing: "The journal knows nothing of it at this moment.",
  exited: (name: string, code: number) =>
    `Container ${name}, which is essential, ended with exit code ${code}: the whole task ends with it.`,
  stopped: (code: string) => `The task has stopped with the stopCode ${code}.`,
  stopping: (code: string) => `The task is being stopped, with the stopCode ${code}.`,
  lost: (task: string, root: string) => `Task ${task} ended before. ${root}`,
  acted: (service: string, { does, motive }: ServiceAct) =>
    `Service ${service} ${does === "start" ? "started" : "stopped"} this task: ${MOTIVES[motive]}.`,
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
