/**
 * The terminal's own commands. Files are the editor's tabs, `date` is the simulated time; everything that starts with
 * `aws`, `docker`, `quayside` or `ssh` goes to the command line of the API, and the rest gets the answer that a shell would give.
 */
import { shellSyntax, wordsOf } from "./command-text.ts";
import { isInContainer, type RemoteShell } from "./remote-shell.ts";
import type { TerminalTexts } from "./texts/index.ts";

/** One tab of the editor. */
export interface TerminalFile {
  readonly name: string;
  readonly text: string;
}

/** What a command prints. `clear` empties the screen, before anything else is shown. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly clear?: boolean;
  /** After `ssh` and `execute-command`: the shell that the next lines are for; null when `exit` has left it. */
  readonly machine?: RemoteShell | null;
}

export interface BuiltInWorld {
  readonly files: readonly TerminalFile[];
  readonly history: readonly string[];
  /** Milliseconds since 1970 in the simulated world. */
  readonly nowEpochMs: number;
  readonly texts: TerminalTexts;
  /** Where the lines are for: on a machine the commands about the screen stay the terminal's own, in a container only `clear`. */
  readonly shell?: RemoteShell | undefined;
}

/** Names of the terminal's own commands, for completion. */
export const BUILT_INS = ["cat", "clear", "date", "echo", "help", "history", "ls"] as const;

/** Programs of the API's command line, and what stays the terminal's own on a machine. */
const GOES_ON: ReadonlySet<string> = new Set(["aws", "docker", "echo", "quayside", "ssh"]);
const ASSIGNS = /^[A-Za-z_]\w*=/;
const ABOUT_THE_SCREEN: ReadonlySet<string> = new Set(["clear", "date", "history"]);

const printed = (stdout: string): CommandResult => ({ exitCode: 0, stdout, stderr: "" });
const failed = (exitCode: number, stderr: string): CommandResult => ({ exitCode, stdout: "", stderr });

/** Runs a line that is not for the command line of the API; undefined when it is. A shell's exit codes: 127 unknown command, 1 failed, 2 misuse. */
export function runBuiltIn(line: string, world: BuiltInWorld): CommandResult | undefined {
  const [command = "", ...words] = wordsOf(line);
  if (isInContainer(world.shell) && command !== "clear") return undefined;
  const syntax = shellSyntax(line);
  const goesOn =
    GOES_ON.has(command) || ASSIGNS.test(command) || (world.shell !== undefined && !ABOUT_THE_SCREEN.has(command));
  // The command line of the API replaces $(...) and $NAME itself.
  if (syntax !== undefined && !(goesOn && syntax.startsWith("$"))) return failed(2, `${world.texts.noShell(syntax)}\n`);
  if (goesOn) return undefined;
  switch (command) {
    case "help":
      return printed(world.texts.help);
    case "clear":
      return { ...printed(""), clear: true };
    case "date":
      return printed(`${dateText(world.nowEpochMs)}\n`);
    case "history":
      return printed(world.history.map((entry, index) => `${String(index + 1).padStart(5)}  ${entry}\n`).join(""));
    case "ls":
      return list(words, world);
    case "cat":
      return show(words, world);
    default:
      return failed(127, `${world.texts.notFound(command)}\n`);
  }
}

function list(words: readonly string[], { files, texts }: BuiltInWorld): CommandResult {
  const missing = words.filter((word) => !word.startsWith("-") && word !== "." && !files.some((f) => f.name === word));
  const wanted = words.filter((word) => files.some((file) => file.name === word));
  const shown = wanted.length > 0 ? wanted : missing.length > 0 ? [] : files.map((file) => file.name);
  const stdout = shown.map((name) => `${name}\n`).join("");
  if (missing.length === 0) return printed(stdout);
  return { exitCode: 2, stdout, stderr: missing.map((name) => `ls: ${name}: ${texts.noFile}\n`).join("") };
}

function show(words: readonly string[], { files, texts }: BuiltInWorld): CommandResult {
  if (words.length === 0) return failed(2, `${texts.catWhat}\n`);
  let stdout = "";
  let stderr = "";
  for (const word of words) {
    const file = files.find((candidate) => candidate.name === word.replace(/^(?:file:\/\/|\.\/)/, ""));
    if (file === undefined) stderr += `cat: ${word}: ${texts.noFile}\n`;
    else stdout += file.text.endsWith("\n") || file.text === "" ? file.text : `${file.text}\n`;
  }
  return { exitCode: stderr === "" ? 0 : 1, stdout, stderr };
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As `date -u` prints it in the C locale: `Mon Jan  5 09:00:20 UTC 2026`. */
export function dateText(epochMs: number): string {
  const date = new Date(epochMs);
  const day = String(date.getUTCDate()).padStart(2);
  const time = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${time} UTC ${date.getUTCFullYear()}`;
}
