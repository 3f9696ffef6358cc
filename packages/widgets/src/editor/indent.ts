/** What Enter and Tab do to a plain text: new lines keep the indentation, brackets open one level more. */

/** A text and its selection, offsets in UTF-16 units. */
export interface TextState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replace `from`..`to` by `insert`, then select `start`..`end`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

const STEP = "  ";

/** A new line at the selection; between two brackets that belong together the caret gets a line of its own. */
export function enterKey({ text, start, end }: TextState): TextEdit {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? "";
  const before = text.charAt(start - 1);
  const opens = before === "{" || before === "[";
  const closes = (before === "{" && text.charAt(end) === "}") || (before === "[" && text.charAt(end) === "]");
  const head = `\n${indent}${opens ? STEP : ""}`;
  const insert = closes ? `${head}\n${indent}` : head;
  const caret = start + head.length;
  return { from: start, to: end, insert, start: caret, end: caret };
}

/** Two spaces at the caret, or every selected line one level in or (`outwards`) out. */
export function indentLines({ text, start, end }: TextState, outwards: boolean): TextEdit {
  if (start === end && !outwards) {
    return { from: start, to: end, insert: STEP, start: start + STEP.length, end: start + STEP.length };
  }
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const touched = text.indexOf("\n", Math.max(start, end - 1));
  const to = touched < 0 ? text.length : touched;
  const lines = text.slice(from, to).split("\n");
  const moved = lines.map((line) => (outwards ? line.replace(/^(?: {1,2}|\t)/, "") : line === "" ? line : STEP + line));
  const insert = moved.join("\n");
  const firstShift = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  return {
    from,
    to,
    insert,
    start: Math.max(from, start + firstShift),
    end: Math.max(from, end + insert.length - (to - from)),
  };
}
