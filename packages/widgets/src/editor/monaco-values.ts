/**
 * Completion and hover of values that fit where they stand, from the same source as the choices below the text. The
 * keys and the texts of the fields come from Monaco's own JSON service.
 */
import { parseJson } from "@quayside/linter/json";
import { type editor, languages } from "monaco-editor/editor/editor.api";
import { valuesAt } from "./editor-model.ts";

/** Values named in a hover at most. */
const MOST_IN_HOVER = 12;

const words = new WeakMap<editor.ITextModel, string>();
let installed = false;

/** Gives a model completion and hover of its values; `title` stands above them in a hover. */
export function completeValues(model: editor.ITextModel, title: string): void {
  words.set(model, title);
  if (installed) return;
  installed = true;
  languages.registerCompletionItemProvider("json", { triggerCharacters: ['"', ":", " ", "["], provideCompletionItems });
  languages.registerHoverProvider("json", { provideHover });
}

type Position = { readonly lineNumber: number; readonly column: number };

function here(model: editor.ITextModel, position: Position) {
  const { slot, choices } = valuesAt(parseJson(model.getValue()), model.getOffsetAt(position));
  if (slot === undefined || !words.has(model)) return undefined;
  const [from, to] = [model.getPositionAt(slot.start), model.getPositionAt(slot.end)];
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  // Monaco's JSON service offers true and false by itself.
  return { range, choices: choices.filter(({ value }) => typeof value !== "boolean") };
}

function provideCompletionItems(model: editor.ITextModel, position: Position): languages.CompletionList {
  const found = here(model, position);
  if (found === undefined) return { suggestions: [] };
  const { range, choices } = found;
  const typed = model.getValueInRange({ ...range, endLineNumber: position.lineNumber, endColumn: position.column });
  const whole = position.column === range.endColumn && typed.length > 1 && /["\d]$/.test(typed);
  // Behind a whole value, and behind one that is none of them, all are offered: Monaco keeps what its filter text fits.
  const all = whole || !choices.some(({ value }) => JSON.stringify(value).startsWith(typed));
  const suggestions = choices.map(({ value, detail }, index) => {
    const text = JSON.stringify(value);
    return {
      label: detail === undefined ? text : { label: text, description: detail },
      kind: languages.CompletionItemKind.Value,
      insertText: text,
      filterText: all ? typed : text,
      sortText: String(index).padStart(4, "0"),
      range,
    };
  });
  return { suggestions };
}

function provideHover(model: editor.ITextModel, position: Position): languages.Hover | undefined {
  const found = here(model, position);
  if (found === undefined || found.choices.length === 0) return undefined;
  const shown = found.choices.slice(0, MOST_IN_HOVER).map(({ value }) => `\`${JSON.stringify(value)}\``);
  const more = found.choices.length > MOST_IN_HOVER ? ", …" : "";
  return { range: found.range, contents: [{ value: `**${words.get(model)}:** ${shown.join(", ")}${more}` }] };
}
