/** The files that the words of the command line mean: files, folders, and patterns that the shell left alone. */
import { globSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file to check. One that was found, not named, may hold no task definition. */
export interface NamedFile {
  readonly name: string;
  readonly isFound: boolean;
}

const CHECKED = /\.(jsonc?|ya?ml|template)$/i;
const SKIPPED = new Set(["node_modules", ".git", ".terraform", "cdk.out.staging"]);
/** Files of one folder at most: more is no folder of task definitions. */
const MOST_FILES = 5000;

/** Every file, once each, in the order of the words and of the alphabet below them. */
export function filesOf(words: readonly string[]): readonly NamedFile[] {
  const files = new Map<string, NamedFile>();
  for (const word of words) {
    for (const file of filesOfWord(word)) if (!files.has(file.name)) files.set(file.name, file);
  }
  return [...files.values()];
}

function filesOfWord(word: string): readonly NamedFile[] {
  if (word === "-" || isThere(word) === "file") return [{ name: word, isFound: false }];
  if (isThere(word) === "folder") return inside(word).map((name) => ({ name, isFound: true }));
  if (!/[*?[{]/.test(word)) return [{ name: word, isFound: false }];
  const names = globSync(word, { exclude: (name) => SKIPPED.has(name) }).sort();
  if (names.length === 0) return [{ name: word, isFound: false }];
  return names
    .filter((name) => isThere(name) === "file")
    .slice(0, MOST_FILES)
    .map((name) => ({ name, isFound: true }));
}

function isThere(word: string): "file" | "folder" | undefined {
  const about = statSync(word, { throwIfNoEntry: false });
  return about === undefined ? undefined : about.isDirectory() ? "folder" : "file";
}

/** Links to folders are not followed: they may lead in a circle. */
function inside(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined && found.length < MOST_FILES; at = waiting.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(join(at, entry.name));
      else if (entry.isFile() && CHECKED.test(entry.name)) found.push(join(at, entry.name));
    }
  }
  return found.sort();
}
