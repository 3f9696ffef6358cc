/**
 * `--output yaml`: block style, keys sorted, lists not indented, strings quoted only where YAML 1.1 would read them as
 * something else. That is how version 2 of the AWS CLI prints; version 1 has no YAML.
 */
import { isRecord } from "../../validate.ts";

/** What YAML 1.1 would read as a null, a boolean, a number, a moment or a merge key. */
const RESOLVES =
  /^(?:|~|null|Null|NULL|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|<<|=|[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
const NOT_PLAIN = /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|^ | $|^(?:---|\.\.\.)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters that need escapes.
const NEEDS_ESCAPES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]|\t/;
/** Longest line before a break at a space. */
const WIDTH = 80;

function fold(words: readonly string[], indent: number, column: number, quote: string): string {
  let text = quote;
  let at = column + quote.length;
  for (const [index, word] of words.entries()) {
    if (index > 0 && at > WIDTH) {
      text += `\n${" ".repeat(indent)}`;
      at = indent;
    } else if (index > 0) {
      text += " ";
      at += 1;
    }
    text += word;
    at += word.length;
  }
  return text + quote;
}

function string(text: string, indent: number, column: number): string {
  if (NEEDS_ESCAPES.test(text)) return JSON.stringify(text);
  if (text.includes("\n")) {
    // Inside quotes a line break is written as two: a single one would be read as a space.
    const pad = " ".repeat(indent);
    return `'${text.replaceAll("'", "''").replace(/\n+/g, (breaks) => `\n${breaks}${pad}`)}'`;
  }
  const quote = RESOLVES.test(text) || NOT_PLAIN.test(text) ? "'" : "";
  const shown = quote === "" ? text : text.replaceAll("'", "''");
  // Runs of spaces stay on one line: folding would lose them.
  return fold(shown.split(/(?<! ) (?! )/), indent, column, quote);
}

function scalar(value: unknown, indent: number, column: number): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return string(value, indent, column);
  return String(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}

/** A value behind `key:` or `-` at this indentation, its leading space or line break included. */
function node(value: unknown, indent: number, column: number, inList: boolean): string {
  if (isEmpty(value)) return Array.isArray(value) ? " []" : " {}";
  if (Array.isArray(value))
    return inList ? ` ${list(value, indent + 2)}` : `\n${" ".repeat(indent)}${list(value, indent)}`;
  if (isRecord(value))
    return inList ? ` ${map(value, indent + 2)}` : `\n${" ".repeat(indent + 2)}${map(value, indent + 2)}`;
  return ` ${scalar(value, indent + 2, column + 1)}`;
}

function list(items: readonly unknown[], indent: number): string {
  return items.map((item) => `-${node(item, indent, indent + 1, true)}`).join(`\n${" ".repeat(indent)}`);
}

function map(record: Record<string, unknown>, indent: number): string {
  return Object.keys(record)
    .sort()
    .map((key) => {
      const label = `${string(key, indent, 0)}:`;
      return `${label}${node(record[key], indent, indent + label.length, false)}`;
    })
    .join(`\n${" ".repeat(indent)}`);
}

/** An answer as YAML, with the line break at its end. A bare value is followed by YAML's end mark. */
export function yamlOutput(answer: unknown): string {
  if (isEmpty(answer)) return Array.isArray(answer) ? "[]\n" : "{}\n";
  if (Array.isArray(answer)) return `${list(answer, 0)}\n`;
  if (isRecord(answer)) return `${map(answer, 0)}\n`;
  const text = scalar(answer, 2, 0);
  return /^['"]/.test(text) ? `${text}\n` : `${text}\n...\n`;
}
