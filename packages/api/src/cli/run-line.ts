/** A line of the terminal as a small shell runs it: words, variables, and the program that they are for. */
import type { CommandContext } from "./context.ts";
import { runDocker } from "./docker.ts";
import { isExecSession, typeInto } from "./exec-session.ts";
import { runRemotely, runSsh } from "./machine/ssh.ts";
import { runQuayside } from "./quayside.ts";
import { type CommandResult, runAws } from "./run.ts";
import { readAssignment, splitWords } from "./words.ts";

const NOTHING: CommandResult = Object.freeze({ exitCode: 0, stdout: "", stderr: "" });

/**
 * Runs one line.
 * @returns exit code 0 with the output, or what the AWS CLI prints and returns when it refuses; 127 for other programs
 */
export function runCommandLine(line: string, context: CommandContext): CommandResult {
  if (context.machine !== undefined && isExecSession(context.machine)) {
    return typeInto(line, context.machine, context.session);
  }
  const refused: CommandResult[] = [];
  const variables = context.variables ?? new Map<string, string>();
  const run = (inner: string): string => {
    const result = refused.length === 0 ? runCommandLine(inner, context) : { ...NOTHING, exitCode: 1 };
    if (result.exitCode !== 0) refused.push(result);
    return result.stdout;
  };
  const split = splitWords(line, { run, variables: context.machine === undefined ? variables : undefined });
  const { words, problem } = split;
  // A shell would go on with an empty value and fail in a confusing place; the first refusal is the better answer.
  const [inner] = refused;
  if (inner !== undefined) return inner;
  if (problem !== undefined) return { exitCode: 2, stdout: "", stderr: `quayside: ${problem}.\n` };
  const [program, ...rest] = words.map((word) => word.text);
  if (program === undefined) return NOTHING;
  if (context.machine !== undefined) return runRemotely([program, ...rest], context.machine, context.session);
  const set = readAssignment(line, split);
  if (set !== undefined) return assign(set, rest, variables);
  if (program === "echo") return { ...NOTHING, stdout: `${rest.join(" ")}\n` };
  if (program === "ssh") return runSsh(rest, context.session);
  if (program === "docker") return runDocker(rest, context.session);
  if (program === "quayside") return runQuayside(rest, context.session);
  if (program !== "aws") {
    const hint = 'This terminal runs the AWS CLI: try "aws ecs help".';
    return { exitCode: 127, stdout: "", stderr: `quayside: command not found: ${program}. ${hint}\n` };
  }
  return runAws(rest, context);
}

/** Sets a variable for later lines. A shell would give it to a command behind it only; here it stands alone. */
function assign(
  { name, value }: { readonly name: string; readonly value: string },
  behind: readonly string[],
  variables: Map<string, string>,
): CommandResult {
  if (behind.length > 0)
    return { ...NOTHING, exitCode: 2, stderr: `quayside: set ${name} on a line of its own, then run the command.\n` };
  variables.set(name, value);
  return NOTHING;
}
