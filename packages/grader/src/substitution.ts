/**
 * `$(aws ecs ...)` inside a command line, as a POSIX shell replaces it: by what the inner command prints, without the
 * newlines at its end. Lets labs and command files name a task without knowing its id. One level; nothing else of
 * the shell's grammar.
 */

interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a line after replacing its substitutions.
 * @param runInner runs the command inside `$(...)`
 * @param runWhole runs the finished line
 * @returns what the whole line printed, or the refusal of the first inner command that was refused
 */
export function expandSubstitutions<Result extends Printed>(
  line: string,
  runInner: (line: string) => Result,
  runWhole: (line: string) => Result,
): Result {
  let expanded = "";
  let quote = "";
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] as string;
    const closing = quote !== "'" && line.startsWith("$(", at) ? findClosing(line, at + 2) : -1;
    if (closing === -1) {
      quote = nextQuote(quote, character);
      expanded += character;
      continue;
    }
    const printed = runInner(line.slice(at + 2, closing).trim());
    if (printed.exitCode !== 0) return printed;
    expanded += printed.stdout.trim().split(/\s+/).join(" ");
    at = closing;
  }
  return runWhole(expanded);
}

/** The quote that is open after `character`, or "". */
function nextQuote(open: string, character: string): string {
  if (open !== "") return character === open ? "" : open;
  return character === "'" || character === '"' ? character : "";
}

/** Where the bracket that was open before `from` closes, or -1; brackets in quotes do not count. */
function findClosing(line: string, from: number): number {
  let quote = "";
  let depth = 1;
  for (let at = from; at < line.length; at += 1) {
    const character = line[at] as string;
    quote = nextQuote(quote, character);
    if (quote !== "") continue;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
