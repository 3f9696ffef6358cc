/** What the terminal offers by itself: common lines as buttons, and completions for its own commands. */
import { BUILT_INS, type TerminalFile } from "./built-ins.ts";
import type { Completion } from "./completion.ts";

/** Lines worth a button when the lab names none; those that end with a space wait for the rest. */
export function commonLines(files: readonly TerminalFile[]): readonly string[] {
  const definition = files.find((file) => file.name.endsWith(".json"));
  const register = `aws ecs register-task-definition --cli-input-json file://${definition?.name}`;
  return [
    "aws ecs list-clusters",
    ...(definition === undefined ? [] : [register]),
    "aws ecs list-tasks",
    "aws ecs describe-tasks --tasks ",
    "aws ecs wait tasks-running --tasks ",
    "help",
  ];
}

/**
 * Completions of the terminal's own words before the caret: the first word, and the files of `cat` and `ls`. Undefined
 * when the line is for `aws`.
 */
export function ownCompletions(before: string, files: readonly TerminalFile[]): Completion | undefined {
  const argument = /^\s*(?:cat|ls)\s+(?:.*\s)?(\S*)$/.exec(before)?.[1];
  if (argument !== undefined) {
    const options = files.filter((file) => file.name.startsWith(argument)).map((file) => ({ text: file.name }));
    return { from: before.length - argument.length, options };
  }
  const command = /^\s*(\S+)$/.exec(before)?.[1];
  if (command === undefined) return undefined;
  const options = BUILT_INS.filter((name) => name.startsWith(command)).map((text) => ({ text }));
  return { from: before.length - command.length, options };
}
