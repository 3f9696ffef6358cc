/** @quayside/api/cli: the `aws ecs ...` command line, in the page and in tests. */
export { type Completions, completeCommandLine } from "./complete.ts";
export type { Completion } from "./completion.ts";
export type { CommandContext } from "./context.ts";
export type { CliVersion } from "./failure.ts";
export type { RemoteShell } from "./machine/ssh.ts";
export { JsonProblem, parsePythonJson } from "./python-json.ts";
export { type CommandResult, runAws } from "./run.ts";
export { runCommandLine } from "./run-line.ts";
export { splitWords, type Word, type Words } from "./words.ts";
