/**
 * Reads the few shell commands that lessons need (`sleep`, `exit`, `true`, `false`, `echo`) and says how long a
 * container that runs them lives and how it ends. Anything else counts as a program that ends at once with 127.
 */

export interface ShellRun {
  readonly runsForMs: number;
  readonly exitCode: number;
}

/** Longest life that a command can ask for: a day, in milliseconds. */
const LONGEST_MS = 86_400_000;
const NOT_FOUND = 127;

/**
 * @param command the container's command, one list entry a word, as in the API
 * @returns undefined when there is no command to run
 */
export function readShellCommand(command: readonly string[] | undefined): ShellRun | undefined {
  if (command === undefined || command.length === 0) return undefined;
  const [program = "", flag, script] = command;
  const isShell = /(^|\/)(sh|ash|bash)$/.test(program);
  const text = isShell && flag === "-c" ? (script ?? "") : command.join(" ");
  let runsForMs = 0;
  let exitCode = 0;
  for (const { words, after } of split(text)) {
    if ((after === "&&" && exitCode !== 0) || (after === "||" && exitCode === 0)) continue;
    if (words[0] === "exit") return { runsForMs, exitCode: Number.parseInt(words[1] ?? String(exitCode), 10) & 255 };
    if (words[0] === "sleep") runsForMs = Math.min(LONGEST_MS, runsForMs + sleepMs(words[1]));
    exitCode = exitCodeOf(words[0] ?? "");
  }
  return { runsForMs, exitCode };
}

function split(text: string): { words: string[]; after: string }[] {
  const commands: { words: string[]; after: string }[] = [];
  let after = ";";
  for (const part of text.split(/(&&|\|\||;|\n)/)) {
    if (/^(&&|\|\||;|\n)$/.test(part)) after = part;
    else if (part.trim() !== "") commands.push({ words: part.trim().split(/\s+/), after });
  }
  return commands;
}

function sleepMs(word: string | undefined): number {
  if (word === "infinity") return LONGEST_MS;
  const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(word ?? "");
  const unit = { "": 1, s: 1, m: 60, h: 3600, d: 86_400 }[match?.[2] ?? ""] ?? 1;
  return match === null ? 0 : Number(match[1]) * unit * 1000;
}

function exitCodeOf(program: string): number {
  if (program === "false") return 1;
  return ["true", "echo", "sleep", ":", "date", "env", "ls", "pwd", "printf", "hostname", "whoami"].includes(program)
    ? 0
    : NOT_FOUND;
}
