/** The state of the completion list and what Tab, the arrows and Enter do to it, apart from any drawing. */

/** Something that could stand at the caret. */
export interface CompletionOption {
  readonly text: string;
  readonly detail?: string;
}

/** What the command line answers: the options for the text from `from` to the caret. */
export interface Completion {
  readonly from: number;
  readonly options: readonly CompletionOption[];
}

/** The line with its caret, and the open list if there is one. */
export interface CompletionState {
  readonly line: string;
  readonly caret: number;
  readonly menu: CompletionMenu | undefined;
}

/** `from`..`to` is what an option replaces; `active` is the option that Enter takes, -1 for none. */
export interface CompletionMenu {
  readonly from: number;
  readonly to: number;
  readonly options: readonly CompletionOption[];
  readonly active: number;
}

/** Options that are shown at most. */
export const MOST_OPTIONS = 100;

/** Tab: one option goes in, several extend the word as far as they agree and open the list. */
export function complete(line: string, caret: number, answer: Completion): CompletionState {
  const options = answer.options.slice(0, MOST_OPTIONS);
  const [only] = options;
  if (only === undefined) return { line, caret, menu: undefined };
  if (options.length === 1) return insert(line, answer.from, caret, only.text, true);
  const common = commonStart(options.map((option) => option.text));
  const typed = line.slice(answer.from, caret);
  const extended =
    common.length > typed.length && common.startsWith(typed)
      ? insert(line, answer.from, caret, common, false)
      : undefined;
  const state = extended ?? { line, caret };
  return { ...state, menu: { from: answer.from, to: state.caret, options, active: -1 } };
}

/** Typing with the list open: the same list for the new text, closed when nothing fits any more. */
export function refine(line: string, caret: number, answer: Completion): CompletionState {
  const options = answer.options.slice(0, MOST_OPTIONS);
  const finished = options.length === 1 && options[0]?.text === line.slice(answer.from, caret);
  if (options.length === 0 || finished) return { line, caret, menu: undefined };
  return { line, caret, menu: { from: answer.from, to: caret, options, active: -1 } };
}

/** The next (or, with -1, previous) option becomes the active one; around the ends. */
export function moveActive(menu: CompletionMenu, step: 1 | -1): CompletionMenu {
  const count = menu.options.length;
  const start = menu.active < 0 && step < 0 ? 0 : menu.active;
  return { ...menu, active: (start + step + count) % count };
}

/** Puts an option into the line and closes the list. */
export function accept(line: string, menu: CompletionMenu, index: number): CompletionState {
  const option = menu.options[index];
  if (option === undefined) return { line, caret: menu.to, menu: undefined };
  return insert(line, menu.from, menu.to, option.text, true);
}

/** A finished word gets a space, unless more of the same word must follow. */
function insert(line: string, from: number, to: number, text: string, finished: boolean): CompletionState {
  const after = line.slice(to);
  const space = finished && !/[\s=/:,]$/.test(text) && !after.startsWith(" ") ? " " : "";
  return {
    line: line.slice(0, from) + text + space + after,
    caret: from + text.length + space.length,
    menu: undefined,
  };
}

function commonStart(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && other.charAt(same) === first.charAt(same)) same += 1;
    length = same;
  }
  return first.slice(0, length);
}
