/** Enter and Tab in the plain editor. `|` is the caret, `<` and `>` the ends of a selection. */
import { expect, test } from "vitest";
import { enterKey, indentLines, type TextEdit, type TextState } from "./indent.ts";

function read(marked: string): TextState {
  if (marked.includes("|")) {
    const at = marked.indexOf("|");
    return { text: marked.replace("|", ""), start: at, end: at };
  }
  const start = marked.indexOf("<");
  return { text: marked.replace("<", "").replace(">", ""), start, end: marked.indexOf(">") - 1 };
}

function after(state: TextState, edit: TextEdit): string {
  const text = state.text.slice(0, edit.from) + edit.insert + state.text.slice(edit.to);
  const marks = edit.start === edit.end ? "|" : "<>";
  if (marks === "|") return `${text.slice(0, edit.start)}|${text.slice(edit.start)}`;
  return `${text.slice(0, edit.start)}<${text.slice(edit.start, edit.end)}>${text.slice(edit.end)}`;
}

test.each([
  ["keeps the indentation", "  a,|", "  a,\n  |"],
  ["goes one level in after a bracket", "  {|", "  {\n    |"],
  ["opens a line between two brackets", "{|}", "{\n  |\n}"],
  ["splits a line where it stands", "  ab|cd", "  ab\n  |cd"],
  ["replaces a selection", "  <ab>", "  \n  |"],
])("Enter %s", (_name, before, expected) => {
  const state = read(before);
  expect(after(state, enterKey(state))).toBe(expected);
});

test.each([
  ["inserts two spaces at the caret", "a|b", false, "a  |b"],
  ["moves all selected lines in", "a\n<b\n\nc>\nd", false, "a\n  <b\n\n  c>\nd"],
  ["moves the line of the caret out", "  a|", true, "a|"],
  ["moves selected lines out as far as they can go", "<    a\n b\nc>", true, "<  a\nb\nc>"],
])("Tab %s", (_name, before, outwards, expected) => {
  const state = read(before);
  expect(after(state, indentLines(state, outwards))).toBe(expected);
});
