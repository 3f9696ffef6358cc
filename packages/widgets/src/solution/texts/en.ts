/** Everything that the solution says, in English; it comes with the part that needs it. */

/** What a language has to say. */
export interface SolutionTexts {
  readonly watching: string;
  readonly untouched: string;
  readonly finished: (passed: number, total: number) => string;
  readonly yourTurn: string;
  readonly next: string;
  readonly skip: string;
  readonly playAll: string;
  readonly pause: string;
  readonly again: string;
  readonly back: string;
  readonly steps: string;
  readonly stepOf: (step: number, total: number) => string;
  readonly stepDone: string;
  readonly stepNext: string;
  readonly stepNow: string;
  readonly edit: (file: string) => string;
  readonly noChange: string;
  readonly added: string;
  readonly removed: string;
  readonly wait: (time: string) => string;
  readonly passes: (time: string) => string;
  readonly printed: string;
  readonly refused: string;
  readonly passed: (titles: string) => string;
  readonly done: (title: string) => string;
  readonly checks: string;
}

export const en: SolutionTexts = {
  watching: "You are watching the solution",
  untouched: "Your own work waits unchanged.",
  finished: (passed, total) => `That was the solution: ${passed} of ${total} checks passed.`,
  yourTurn: "Now it is your turn.",
  next: "Next step",
  skip: "Skip the wait",
  playAll: "Play all",
  pause: "Pause",
  again: "Watch again",
  back: "Back to my work",
  steps: "Steps of the solution",
  stepOf: (step, total) => `Step ${step} of ${total}`,
  stepDone: "done",
  stepNext: "comes next",
  stepNow: "under way",
  edit: (file) => `Edit ${file}`,
  noChange: "Nothing changes in the file.",
  added: "added",
  removed: "removed",
  wait: (time) => `Let ${time} pass`,
  passes: (time) => `time passes, ${time} to go`,
  printed: "What it printed",
  refused: "It was refused.",
  passed: (titles) => `Passed: ${titles}`,
  done: (title) => `Done: ${title}`,
  checks: "Checks",
};
