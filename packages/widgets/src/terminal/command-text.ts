/**
 * Turns typed or pasted text into command lines, by the quoting rules of a POSIX shell. Line ends inside quotes become
 * spaces (the input has one line, and in JSON they mean the same); pipes and the rest of a shell are named, not run.
 */

/** Complete commands in order, and what still waits for its end: a closing quote or the line after a backslash. */
export interface CommandText {
  readonly commands: readonly string[];
  readonly rest: string;
}

/** How messages of AWS begin that somebody pastes to know what they mean: one text, whatever quotes and line ends are in it. */
const MESSAGE = /^\s*(?:An error occurred \(|[A-Z]\w+(?:Error|Exception): |\(service |Essential container )/;

type Quote = "'" | '"' | undefined;

/**
 * Splits a text into commands. `# comments` and `$ ` prompts copied along are dropped. The last line counts as complete
 * only when the text ends with a line end; give `ended: true` to take it as complete unless a quote is open.
 */
export function readCommands(text: string, ended = false): CommandText {
  if (MESSAGE.test(text)) return { commands: [text.replace(/\s+/g, " ").trim()], rest: "" };
  const commands: string[] = [];
  let line = "";
  let quote: Quote;
  const source = text.replace(/\r\n?/g, "\n");
  const flush = (): void => {
    const command = tidy(line);
    if (command !== "") commands.push(command);
    line = "";
  };
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (char === "\\" && quote !== "'") {
      if (next === "") return { commands, rest: `${line}\\` };
      if (next !== "\n") line += char + next;
      at += 1;
    } else if (char === "\n") {
      if (quote === undefined) flush();
      else line += " ";
    } else {
      quote = quoteAfter(quote, char);
      line += char;
    }
  }
  if (ended && quote === undefined) {
    flush();
    return { commands, rest: "" };
  }
  return { commands, rest: quote === undefined ? line.replace(/^\s*\$ /, "").trimStart() : line };
}

function quoteAfter(quote: Quote, char: string): Quote {
  if (char !== "'" && char !== '"') return quote;
  if (quote === undefined) return char;
  return quote === char ? undefined : quote;
}

function tidy(line: string): string {
  const trimmed = line.trim().replace(/^\$\s+/, "");
  return trimmed.startsWith("#") ? "" : trimmed;
}

/** True when Enter cannot run this line yet: a quote is open or it ends with a backslash. */
export function needsMore(line: string): boolean {
  return readCommands(line, true).rest !== "";
}

/** Words of a line without their quotes; enough for the terminal's own commands. */
export function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const match of line.matchAll(/(?:[^\s'"]|'[^']*'?|"[^"]*"?)+/g)) words.push(match[0].replace(/["']/g, ""));
  return words;
}

/** The first piece of shell syntax outside of quotes that is not run here (`|`, `>`, `&&`, `;`, `$(`, …), or undefined. */
export function shellSyntax(line: string): string | undefined {
  let quote: Quote;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === "\\" && quote !== "'") {
      at += 1;
      continue;
    }
    const found = quote === "'" ? undefined : /^(?:\$[({A-Za-z_]|`)/.exec(line.slice(at, at + 2))?.[0];
    // A backtick inside quotes is a literal of JMESPath far more often than a command.
    if (found !== undefined && !(found === "`" && quote !== undefined)) return found;
    if (quote === undefined) {
      const operator = /^(?:&&|\|\||[|;<>&])/.exec(line.slice(at, at + 2))?.[0];
      if (operator !== undefined) return operator;
    }
    quote = quoteAfter(quote, char);
  }
  return undefined;
}
