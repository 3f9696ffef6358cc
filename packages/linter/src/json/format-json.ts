/** Lays out JSON with two spaces a level. Works on tokens, so numbers, escapes and repeated keys stay as they were written. */
import { parseJson } from "./parse-json.ts";
import { nextToken, type Token } from "./scan-json.ts";

/** The text laid out afresh, or undefined when it is not valid JSON (a repeated key is allowed). */
export function formatJson(text: string): string | undefined {
  const { root, problems } = parseJson(text);
  if (root === undefined || problems.some((problem) => problem.code !== "duplicateKey")) return undefined;
  let out = "";
  let depth = 0;
  let before: Token["kind"] | undefined;
  for (let at = 0; ; ) {
    const token = nextToken(text, at, () => {});
    if (token.kind === "end") return `${out}\n`;
    const closes = token.kind === "}" || token.kind === "]";
    if (closes) depth -= 1;
    const empty = closes && (before === "{" || before === "[");
    if (breaksBefore(before, closes) && !empty) out += `\n${"  ".repeat(depth)}`;
    out += token.kind === ":" ? ": " : text.slice(token.start, token.end);
    if (token.kind === "{" || token.kind === "[") depth += 1;
    before = token.kind;
    at = token.end;
  }
}

function breaksBefore(before: Token["kind"] | undefined, closes: boolean): boolean {
  return closes || before === "," || before === "{" || before === "[";
}
