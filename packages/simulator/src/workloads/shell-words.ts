/** Cuts a script into words and operators, and words into text, variables and outputs of commands. */

/** A piece of a word: literal text, a variable, or the output of a command. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string; readonly fallback: string; readonly quoted: boolean }
  | { readonly kind: "output"; readonly words: readonly Word[]; readonly quoted: boolean };

export type Word = readonly Piece[];

/** What cannot be read; the simulated shell prints it and ends with 2. */
export class ShellSyntaxError extends Error {
  override name = "ShellSyntaxError";
  /** Whether a real shell may well read it. */
  readonly isOurs: boolean;

  constructor(message: string, isOurs = false) {
    super(message);
    this.isOurs = isOurs;
  }
}

/** What this shell has not, and every other one has. */
export function notSimulated(what: string): ShellSyntaxError {
  return new ShellSyntaxError(what, true);
}

/** A word or an operator of a script. */
export type Token =
  | { readonly kind: "operator"; readonly text: string }
  | { readonly kind: "word"; readonly word: Word };

const OPERATOR = /^(?:2>&1|2>\/dev\/null|&&|\|\||>>|[;\n|&<>()])/;
const NAME = /^(?:[A-Za-z_][A-Za-z0-9_]*|\?)/;
/** Where a valid script may go on, and this shell does not. */
const BEYOND_US = new Set(["|", "&", "<", "(", ")", "case"]);

/** The text of a word without variables and outputs, or undefined. */
export function literalText(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  let text = "";
  for (const piece of word) {
    if (piece.kind !== "text") return undefined;
    text += piece.text;
  }
  return text;
}

/** A word that is nothing but text. */
export function literal(text: string): Word {
  return [{ kind: "text", text }];
}

/** The text at the beginning of a word. */
export function firstText(word: Word | undefined): string {
  return word?.[0]?.kind === "text" ? word[0].text : "";
}

/** The complaint about a token that cannot stand here; undefined is the end. */
export function unexpected(token: Token | undefined): ShellSyntaxError {
  if (token === undefined) return new ShellSyntaxError("unexpected end of file");
  const text = token.kind === "operator" ? token.text : literalText(token.word);
  if (BEYOND_US.has(text ?? "")) return notSimulated(text ?? "");
  return new ShellSyntaxError(`unexpected "${text === "\n" ? "newline" : (text ?? "$")}"`);
}

/** The tokens of a script. */
export function tokens(script: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < script.length) {
    const rest = script.slice(at);
    const blank = /^(?:[ \t\r]+|\\\n|#[^\n]*)/.exec(rest)?.[0];
    const operator = blank === undefined ? OPERATOR.exec(rest)?.[0] : undefined;
    if (blank !== undefined) at += blank.length;
    else if (operator !== undefined) {
      found.push({ kind: "operator", text: operator });
      at += operator.length;
    } else {
      const { word, end } = readWord(script, at);
      found.push({ kind: "word", word });
      at = end;
    }
  }
  return found;
}

/** One word: it ends at a blank or an operator outside quotes. */
function readWord(script: string, from: number): { word: Word; end: number } {
  const pieces: Piece[] = [];
  let text: string | undefined;
  let quoted = false;
  let at = from;
  const flush = () => {
    if (text !== undefined) pieces.push({ kind: "text", text });
    text = undefined;
  };
  for (; at < script.length; at += 1) {
    const char = script[at] as string;
    if (char === '"') {
      quoted = !quoted;
      text ??= "";
    } else if (char === "'" && !quoted) {
      const close = script.indexOf("'", at + 1);
      if (close === -1) throw new ShellSyntaxError("unterminated quoted string");
      text = (text ?? "") + script.slice(at + 1, close);
      at = close;
    } else if (char === "\\" && at + 1 < script.length) {
      at += 1;
      // Between double quotes a backslash takes the meaning of four characters only; before others it stays.
      text = (text ?? "") + (quoted && !/[$"\\`]/.test(script[at] as string) ? "\\" : "") + script[at];
    } else if (char === "$") {
      const found = readDollar(script, at, quoted);
      if (found === undefined) text = `${text ?? ""}$`;
      else {
        flush();
        pieces.push(found.piece);
        at = found.end - 1;
      }
    } else if (!quoted && /[\s;&|<>()]/.test(char)) break;
    else text = (text ?? "") + char;
  }
  if (quoted) throw new ShellSyntaxError("unterminated quoted string");
  flush();
  return { word: pieces, end: at };
}

/** `$NAME`, `$?`, `${NAME}`, `${NAME:-text}` or `$(command)` at a dollar sign; undefined when it is only a dollar sign. */
function readDollar(script: string, at: number, quoted: boolean): { piece: Piece; end: number } | undefined {
  const rest = script.slice(at + 1);
  const name = NAME.exec(rest)?.[0];
  if (name !== undefined) {
    return { piece: { kind: "variable", name, fallback: "", quoted }, end: at + 1 + name.length };
  }
  const braced = /^\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/.exec(rest);
  if (braced !== null) {
    const [whole, inner = "", fallback = ""] = braced;
    return { piece: { kind: "variable", name: inner, fallback, quoted }, end: at + 1 + whole.length };
  }
  if (/^\{|^\(\(/.test(rest)) throw notSimulated(`$${/^[^\s"]*/.exec(rest)?.[0]}`);
  if (!rest.startsWith("(")) return undefined;
  const close = script.indexOf(")", at);
  if (close === -1) throw new ShellSyntaxError("unterminated $(");
  const words = tokens(script.slice(at + 2, close)).map((token) => {
    if (token.kind === "operator") throw unexpected(token);
    return token.word;
  });
  return { piece: { kind: "output", words, quoted }, end: close + 1 };
}
