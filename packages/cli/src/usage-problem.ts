/** What the user of the command got wrong: printed as one sentence, exit code 2. */
export class UsageProblem extends Error {}

/** What went wrong for another reason than the line itself (a port in use, a file that is missing): exit code 1. */
export class RunProblem extends Error {}
