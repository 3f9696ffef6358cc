/**
 * What stands behind a pipe in a session of ECS Exec: programs that read lines and print some of them.
 * Simplified: these six, without most of their options; patterns are texts, and nothing else can stand behind a pipe.
 */

/** Lines in, lines out; undefined when it is not simulated so. */
export type Filter = (words: readonly string[], lines: readonly string[]) => readonly string[] | undefined;

/** By the name of the program. */
export const EXEC_FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ["cat", (words, lines) => (words.length === 0 ? lines : undefined)],
  ["grep", grep],
  ["head", (words, lines) => lines.slice(0, countOf(words))],
  ["tail", (words, lines) => lines.slice(-countOf(words))],
  ["sort", (words, lines) => (words.includes("-r") ? [...lines].sort().reverse() : [...lines].sort())],
  ["wc", (words, lines) => (words.join("") === "-l" ? [String(lines.length)] : undefined)],
]);

/** The parts of a line between its pipes, quotes looked at. One part: there is no pipe. */
export function partsBetweenPipes(line: string): readonly string[] {
  const parts = [""];
  let quote = "";
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] as string;
    if (quote === "" && char === "|" && line[at + 1] !== "|" && line[at - 1] !== "|") {
      parts.push("");
      continue;
    }
    if (char === quote) quote = "";
    else if (quote === "" && (char === '"' || char === "'")) quote = char;
    parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim());
}

function grep(words: readonly string[], lines: readonly string[]): readonly string[] | undefined {
  const flags = words.filter((word) => word.startsWith("-")).join("");
  const [pattern, ...files] = words.filter((word) => !word.startsWith("-"));
  if (pattern === undefined || files.length > 0) return undefined;
  const ignoresCase = flags.includes("i");
  const wanted = ignoresCase ? pattern.toLowerCase() : pattern;
  const found = lines.filter(
    (line) => (ignoresCase ? line.toLowerCase() : line).includes(wanted) !== flags.includes("v"),
  );
  return flags.includes("c") ? [String(found.length)] : found;
}

/** `-n 5`, `-5`, or ten. */
function countOf(words: readonly string[]): number {
  const digits = /\d+/.exec(words.join(" "))?.[0];
  return digits === undefined ? 10 : Number(digits);
}
