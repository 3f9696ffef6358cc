/** Grading outside the page: load the labs, run commands against one, prove that a lab keeps its promises. */
export { checkLab, type Problem } from "./check-lab.ts";
export { type CommandFile, type CommandFileProblem, parseCommands } from "./commands.ts";
export { type GradedRun, gradeLab, type RanCommand, startAttempt } from "./grade.ts";
export { type LoadedLab, loadLabs } from "./load-labs.ts";
export { type Fence, isShownAs, type Press, type Prose, type ProseStep, readProse } from "./prose.ts";
export { writtenMark } from "./written-mark.ts";
