/** Everything that the editor says, in English. AWS's own messages are not here: they stay AWS's. */
import type { InputProblem } from "@quayside/api";
import { type FixTitle, fixText } from "@quayside/linter";
import { FAULT_TEXTS, type JsonProblemCode } from "@quayside/linter/json";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export interface EditorTexts {
  readonly editor: string;
  readonly files: string;
  readonly textOf: (file: string) => string;
  readonly open: string;
  readonly opening: string;
  readonly openFailed: string;
  readonly plain: string;
  readonly format: string;
  readonly formatFailed: string;
  readonly readonly: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly notChecked: string;
  readonly count: (errors: number, warnings: number) => string;
  readonly severity: { readonly error: string; readonly warning: string; readonly info: string };
  readonly line: (line: number) => string;
  readonly more: (count: number) => string;
  readonly tabMoves: string;
  readonly tabIndents: string;
  readonly leave: string;
  readonly runKey: (key: string) => string;
  readonly didYouMean: (name: string) => string;
  readonly json: Readonly<Record<JsonProblemCode, (detail: string) => string>>;
  readonly input: Readonly<Record<InputProblem["kind"], (name: string, expected: string) => string>>;
  /** What to do about a finding, by the id of its rule; the rule's own words are English. */
  readonly hint: (rule: string, english: string) => string;
  /** What good practice says of a value; as `hint`. */
  readonly practice: (rule: string, english: string, value: string) => string;
  readonly fix: (title: FixTitle) => string;
  readonly fixed: (what: string) => string;
  readonly answer: string;
  readonly answerHint: string;
  readonly choices: string;
  readonly compare: string;
  readonly compareHint: string;
  readonly backToText: string;
  readonly register: string;
  readonly reset: string;
  readonly resetHint: string;
  readonly registerHint: string;
  readonly fixKey: string;
  readonly changes: ChangesTexts;
}

/** Words around the differences between a text and the revision before it. */
export interface ChangesTexts {
  readonly title: (revision: string) => string;
  readonly none: (revision: string) => string;
  readonly first: (family: string) => string;
  readonly notReady: string;
  readonly added: string;
  readonly removed: string;
  readonly count: (added: number, removed: number) => string;
}

export const en: EditorTexts = {
  editor: "Editor",
  files: "Files",
  textOf: (file) => `Text of ${file}`,
  open: "Full editor",
  opening: "Loading the full editor …",
  openFailed: "The full editor could not be loaded. This one keeps working.",
  plain: "Plain text",
  format: "Format",
  formatFailed: "This is not JSON yet, so it cannot be formatted: see the problems below.",
  readonly: "read only",
  problems: "Problems",
  noProblems: "No problems found",
  notChecked: "A script: not checked here",
  count: (errors, warnings) => {
    const parts = [];
    if (errors > 0) parts.push(plural(errors, "error", "errors"));
    if (warnings > 0) parts.push(plural(warnings, "warning", "warnings"));
    return parts.join(", ");
  },
  severity: { error: "Error", warning: "Warning", info: "Note" },
  line: (line) => `line ${line}`,
  more: (count) => `and ${count} more`,
  tabMoves: "Tab leaves the editor · Ctrl+M: Tab indents",
  tabIndents: "Tab indents · Ctrl+M: Tab leaves the editor",
  leave: "Esc leaves",
  runKey: (key) => `${key} runs`,
  didYouMean: (name) => `Did you mean “${name}”?`,
  json: FAULT_TEXTS,
  input: {
    missing: (name) => `“${name}” is required here.`,
    unknown: (name) => `“${name}” is no field of this object.`,
    type: (found, expected) => `Expected ${expected}, found ${found}.`,
    length: (name, least) => `“${name}” needs at least ${least}.`,
    value: (name, least) => `“${name}” is at least ${least}.`,
  },
  hint: (_rule, english) => english,
  practice: (_rule, english) => english,
  fix: fixText,
  fixed: (what) => `Done: ${what}. Undo takes it back.`,
  answer: "This is an answer of describe-task-definition: only what stands in “taskDefinition” can be registered.",
  answerHint: "Clean it up: keep the definition and leave out what only AWS can set.",
  choices: "Allowed here",
  compare: "Changes",
  compareHint: "Compare with the newest revision of this family",
  backToText: "Back to the text",
  register: "Register",
  reset: "Reset file",
  resetHint: "The file as it was at first; undo brings yours back",
  registerHint: "Register a new revision, without running it",
  fixKey: "Ctrl+. goes to the fix",
  changes: {
    title: (revision) => `What registering would change since ${revision}`,
    none: (revision) => `Nothing would change: this is ${revision}.`,
    first: (family) => `${family} has no active revision yet: this would be its first.`,
    notReady: "The text must be JSON and name a family before it can be compared.",
    added: "new",
    removed: "gone",
    count: (added, removed) => `${plural(added, "line", "lines")} new, ${plural(removed, "line", "lines")} gone`,
  },
};
