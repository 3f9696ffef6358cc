/**
 * Collects the comments that begin with the word Simplified and a colon: where the simulation differs from AWS. The site
 * shows the list, so that nobody has to believe more than is true. Only comments of the simulator's and the API's
 * sources count, tests and generated files excluded.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./repository.ts";

/** One simplification. */
export interface Simplification {
  /** Path from the root of the repository, with forward slashes. */
  file: string;
  /** Line of the mark, from 1. */
  line: number;
  /** What is simplified and what AWS does instead, in one line, without the mark. */
  text: string;
}

const MARK = "Simplified:";
const SOURCES = "packages/{simulator,api}/src/**/*.ts";

/**
 * Every marked simplification, by file and line.
 * @param root the repository; code that a bundler moves, such as a page of the site, must name it (`process.cwd()`)
 * @throws when there are no sources below `root`: an empty list would claim that nothing is simplified
 */
export function listSimplifications(root: string = ROOT): Simplification[] {
  const files = globSync(SOURCES, { cwd: root, exclude: ["**/*.test.ts", "**/generated/**"] });
  if (files.length === 0) throw new Error(`${root} holds no sources of the simulator to list simplifications from.`);
  return files
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => simplificationsIn(readFileSync(join(root, file), "utf8")).map((found) => ({ file, ...found })));
}

/** The simplifications marked in one source text. A mark outside of a comment is none. */
export function simplificationsIn(source: string): Omit<Simplification, "file">[] {
  const lines = source.split("\n");
  return lines.flatMap((line, at) => {
    const start = commentText(line)?.indexOf(MARK) ?? -1;
    if (start < 0) return [];
    const words = [commentText(line)?.slice(start + MARK.length) ?? ""];
    for (let next = at + 1; !closes(lines[next - 1]) && next < lines.length; next += 1) {
      const text = commentText(lines[next] as string);
      if (text === undefined || text === "" || text.startsWith("@") || text.includes(MARK)) break;
      words.push(text);
    }
    return [
      {
        line: at + 1,
        text: words
          .map((text) => text.trim())
          .join(" ")
          .trim(),
      },
    ];
  });
}

/** What a line of comment says, without its marks; undefined when the line is no comment. */
function commentText(line: string): string | undefined {
  const found = /^\s*(?:\/\*\*?|\*(?!\/)|\/\/)\s?(.*?)\s*(?:\*\/\s*)?$/.exec(line);
  return found ? (found[1] as string) : undefined;
}

function closes(line: string | undefined): boolean {
  return line?.includes("*/") ?? true;
}
