/**
 * The programs of a simulated container: those of a small shell that lessons need, with the words of busybox when
 * something is wrong. Options that change only the looks of an output are ignored.
 */
import { LONGEST_SLEEP_MS, type ShellCommand, type ShellProcess, type ShellStep } from "./shell-host.ts";

/** How often `tail -f` looks for new lines. Ours: the same second as in coreutils. */
const TAIL_EVERY_MS = 1_000;
/** Is empty, and stays so. */
const NULL = "/dev/null";

const succeed: ShellCommand = () => 0;

/** What a shell does itself: no image lacks it, and only a shell has it. */
export const BUILTINS: ReadonlySet<string> = new Set(
  "true false : set trap wait exit export cd echo printf pwd test [".split(" "),
);

/** Every program by its name, without its folder. */
export const SHELL_COMMANDS: ReadonlyMap<string, ShellCommand> = new Map<string, ShellCommand>([
  ["true", succeed],
  [":", succeed],
  ["mkdir", succeed],
  ["chmod", succeed],
  ["chown", succeed],
  ["sync", succeed],
  ["set", succeed],
  ["trap", succeed],
  ["wait", succeed],
  ["cd", succeed],
  ...["sh", "ash", "bash", "dash"].map((name): [string, ShellCommand] => [name, script]),
  ["false", () => 1],
  ["exit", (run, [code]) => ({ kind: "exit", exitCode: Number.parseInt(code ?? String(run.status), 10) & 255 })],
  ["sleep", sleep],
  ["echo", echo],
  ["printf", printf],
  ["date", (run) => print(run, run.host.dateText(run.host.nowMs))],
  ["hostname", (run) => print(run, run.host.hostname)],
  ["whoami", (run) => print(run, run.host.system?.user ?? "root")],
  ["pwd", (run) => print(run, run.host.system?.directory ?? "/")],
  ["env", env],
  ["printenv", env],
  ["export", exportVariables],
  ["cat", cat],
  ["tail", tail],
  ["ls", ls],
  ["touch", touch],
  ["rm", rm],
  ["cp", copy],
  ["test", (run, words) => (holds(run, words) ? 0 : 1)],
  ["[", (run, words) => (holds(run, words.slice(0, -1)) ? 0 : 1)],
]);

function print(run: ShellProcess, line: string): number {
  run.out(line);
  return 0;
}

function echo(run: ShellProcess, words: readonly string[]): number {
  const flags = /^-[neE]+$/.test(words[0] ?? "") ? 1 : 0;
  for (const line of words.slice(flags).join(" ").split("\n")) run.out(line);
  return 0;
}

/** Only `\n` and `%s` mean something. */
function printf(run: ShellProcess, [format = "", ...values]: readonly string[]): number {
  let used = 0;
  const text = format.replace(/%[sd]/g, () => values[used++] ?? "").replaceAll("\\n", "\n");
  for (const line of text.replace(/\n$/, "").split("\n")) run.out(line);
  return 0;
}

function env(run: ShellProcess, [name]: readonly string[]): number {
  if (name !== undefined) {
    const value = run.value(name);
    return value === undefined ? 1 : print(run, value);
  }
  for (const [key, value] of Object.entries({ ...run.host.environment, ...run.variables })) run.out(`${key}=${value}`);
  return 0;
}

function exportVariables(run: ShellProcess, words: readonly string[]): number {
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals > 0) run.set(word.slice(0, equals), word.slice(equals + 1));
  }
  return 0;
}

function cat(run: ShellProcess, paths: readonly string[]): number {
  let status = 0;
  for (const path of paths) {
    const text = path === NULL ? "" : run.host.files.read(path);
    if (text === undefined) {
      run.complain(`cat: can't open '${path}': No such file or directory`);
      status = 1;
    } else for (const line of linesOf(text)) run.out(line);
  }
  return status;
}

/** `tail -f` prints what is there, then looks again every second; how much it has shown is a variable of its own. */
function tail(run: ShellProcess, words: readonly string[]): number | ShellStep {
  const path = words.find((word) => word.startsWith("/")) ?? "";
  const follows = words.some((word) => /^-[0-9n]*[fF]/.test(word));
  if (path === NULL) return follows ? { kind: "busy" } : 0;
  const text = run.host.files.read(path);
  if (text === undefined && !words.some((word) => word.includes("F"))) {
    run.complain(`tail: can't open '${path}': No such file or directory`);
    return 1;
  }
  const lines = linesOf(text ?? "");
  const shown = Number(run.variables[`tail ${path}`] ?? Math.max(0, lines.length - 10));
  for (const line of lines.slice(shown)) run.out(line);
  if (!follows) return 0;
  run.set(`tail ${path}`, String(lines.length));
  return run.sleep(TAIL_EVERY_MS, run.at);
}

function ls(run: ShellProcess, words: readonly string[]): number {
  const path = words.find((word) => word.startsWith("/")) ?? "/";
  const names = run.host.files.list(path);
  if (names === undefined) {
    run.complain(`ls: ${path}: No such file or directory`);
    return 1;
  }
  for (const name of names) run.out(name);
  return 0;
}

function touch(run: ShellProcess, paths: readonly string[]): number {
  return Math.max(0, ...paths.map((path) => save(run, "touch", path, run.host.files.read(path) ?? "")));
}

function rm(run: ShellProcess, words: readonly string[]): number {
  const forced = words.some((word) => /^-r?f/.test(word));
  const paths = words.filter((word) => !word.startsWith("-"));
  const missing = paths.filter((path) => !run.host.files.remove(path));
  if (forced || missing.length === 0) return 0;
  for (const path of missing) run.complain(`rm: can't remove '${path}': No such file or directory`);
  return 1;
}

function copy(run: ShellProcess, [from = "", to = ""]: readonly string[]): number {
  const text = run.host.files.read(from);
  if (text !== undefined) return save(run, "cp", to, text);
  run.complain(`cp: can't stat '${from}': No such file or directory`);
  return 1;
}

function save(run: ShellProcess, program: string, path: string, text: string): number {
  const problem = run.host.files.write(path, text);
  if (problem === undefined) return 0;
  run.complain(`${program}: ${path}: ${problem}`);
  return 1;
}

/** The conditions of `test`: files, texts, whole numbers, and `!`. */
function holds(run: ShellProcess, words: readonly string[]): boolean {
  const [first = "", second, third = ""] = words;
  if (first === "!") return !holds(run, words.slice(1));
  const { files } = run.host;
  if (first === "-f") return files.read(second ?? "") !== undefined;
  if (first === "-s") return (files.read(second ?? "") ?? "") !== "";
  if (first === "-e") return files.read(second ?? "") !== undefined || files.list(second ?? "") !== undefined;
  if (first === "-d") return files.list(second ?? "") !== undefined;
  if (first === "-n") return (second ?? "") !== "";
  if (first === "-z") return (second ?? "") === "";
  if (second === "=" || second === "==") return first === third;
  if (second === "!=") return first !== third;
  const numbers: Readonly<Record<string, (a: number, b: number) => boolean>> = {
    "-eq": (a, b) => a === b,
    "-ne": (a, b) => a !== b,
    "-lt": (a, b) => a < b,
    "-gt": (a, b) => a > b,
  };
  const compare = numbers[second ?? ""];
  return compare === undefined ? first !== "" : compare(Number(first), Number(third));
}

/** The lines of a text; the line break at its end begins no further one. */
function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function sleep(run: ShellProcess, [word = ""]: readonly string[]): number | ShellStep {
  if (/^inf(inity)?$/.test(word)) return { kind: "busy" };
  const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(word);
  if (match === null) {
    run.complain(`sleep: invalid number '${word}'`);
    return 1;
  }
  const unit = { "": 1, s: 1, m: 60, h: 3600, d: 86_400 }[match[2] ?? ""] ?? 1;
  const ms = Number(match[1]) * unit * 1000;
  return ms > LONGEST_SLEEP_MS ? { kind: "busy" } : run.sleep(ms, run.at + 1);
}

/** A shell without a script has nothing to read, for nobody types. Simplified: no script lies in a file that could be run. */
function script(run: ShellProcess, words: readonly string[]): number {
  const path = words.find((word) => !word.startsWith("-"));
  if (path === undefined) return 0;
  run.complain(`sh: can't open '${path}': No such file or directory`);
  return 2;
}
