/** What the checks say, in English. */

export const en = {
  checksDone: (passed: number, total: number) => `${passed} of ${total} checks passed`,
  checkMine: "Check my work",
  passed: "passed",
  notYet: "not yet",
  passedBefore: "passed earlier, not in this run",
  showEvidence: "Show where",
  markTitle: (score: number, max: number) => `Mark: ${score} of ${max}`,
  markPassed: "Everything passed.",
  hints: "Hints",
  nextHint: (taken: number, total: number) => `Hint ${taken} of ${total}`,
  noMoreHints: "No more hints",
  hintsTaken: (count: number) => (count === 1 ? "1 hint taken" : `${count} hints taken`),
  solution: "Show a solution",
  solutionLead: "Runs step by step on a copy of the lab. Your own work stays as it is.",
  solutionAsk:
    "You have not tried yet, and this gives the answer away. A hint may be all you need. Watch it all the same?",
  solutionYes: "Watch it",
  solutionNo: "I will try first",
  goal: "Goal",
  nextLesson: "Next lesson:",
};

/** What a language has to say. */
export type ChecksTexts = typeof en;
