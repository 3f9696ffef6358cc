/** `--fix`: shows what changes in a file as a diff, and then writes it, in the file's encoding and with its line ends. */
import { type LintedText, type LintFinding, type MendOptions, mendText } from "@quayside/linter/files";
import { createTwoFilesPatch } from "diff";
import { type FileText, writeText } from "./read-text.ts";

/** Where the words about the changes go. */
export interface MendWords {
  /** The diff, before anything is written. */
  readonly show: (diff: string) => void;
  /** What was done, and what was not and why. */
  readonly say: (sentence: string) => void;
}

/**
 * Mends a file.
 * @param isWritten false when only the diff is wanted
 * @returns what is left to find in the text after the changes
 * @throws RunProblem when the file cannot be written
 */
export function mendFile(
  name: string,
  file: FileText,
  options: MendOptions & { readonly isWritten: boolean },
  { show, say }: MendWords,
): LintedText {
  const { text, mended, linted } = mendText(file.text, name, options);
  if (mended.length > 0) {
    show(diffOf(name, file.text, text));
    if (options.isWritten) writeText(name, file, text);
    say(`${name}: ${counted(mended.length, "change")} ${options.isWritten ? "made" : "would be made"}`);
  }
  const left = whyLeft(linted, options);
  if (left !== undefined) say(`${name}: ${left}`);
  return linted;
}

/** Why something that could be mended was not. */
function whyLeft({ isFixable, findings }: LintedText, { guesses = false }: MendOptions): string | undefined {
  const faults = findings.filter(({ severity }) => severity !== "info");
  if (!isFixable && faults.length > 0)
    return "YAML and templates are not changed; what to do stands beside each finding";
  const guessed = guesses ? [] : faults.filter((each: LintFinding) => each.isGuess);
  if (guessed.length === 0) return undefined;
  return `${counted(guessed.length, "change")} that would make up or give up something left to you; --guesses makes them too`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** The file's own line ends are no news. */
function diffOf(name: string, before: string, after: string): string {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").replace("\ufeff", "");
  return createTwoFilesPatch(name, name, plain(before), plain(after)).replace(/^(?:Index: .*\n)?=+\n/, "");
}
