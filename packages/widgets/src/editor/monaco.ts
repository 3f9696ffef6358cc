/**
 * Monaco as the editor's second surface: one editor, one model a file (so each file keeps its own undo), completion and
 * hover from the JSON schema. Loaded only by dynamic import. Problems come from outside as markers, because the plain
 * surface must show the same ones; Monaco's own diagnostics are off.
 */
// The features that a JSON file needs, by hand: Monaco's own list holds sixty and costs another 200 KB. They stand here
// and not in a file of their own because a bundler drops files that only import. `features/suggest` brings no list of
// suggestions, so its controller is named by its real path.
import "monaco-editor/editor/browser/coreCommands.js";
import "monaco-editor/editor/common/standaloneStrings.js";
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/smartSelect/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/toggleTabFocusMode/register";
import "monaco-editor/features/tokenization/register";
import "monaco-editor/features/wordOperations/register";
import { editor, KeyCode, KeyMod, Uri } from "monaco-editor/editor/editor.api";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import { isDefinitionFile } from "./file-kind.ts";
import type { JsonSchema } from "./json-schema.ts";
import { monacoMemory } from "./monaco-memory.ts";
import { followTheme } from "./monaco-theme.ts";
import { completeValues } from "./monaco-values.ts";
import { provideWorkers } from "./monaco-workers.ts";
import { type Problem, toMarkers } from "./problems.ts";

export interface MonacoOptions {
  /** Where the editor is mounted; may lie in a shadow root, which must already have Monaco's style sheets. */
  readonly container: HTMLElement;
  readonly readonly: boolean;
  readonly schema: JsonSchema | undefined;
  /** True when Tab is to leave the editor instead of indenting. */
  readonly tabMoves: boolean;
  /** What stands above the values in a hover. */
  readonly valuesTitle: string;
  readonly onType: (file: string, text: string) => void;
  readonly onRun: () => void;
  /** Ctrl+. was pressed: the focus should go to the fix of what is wrong at the caret. */
  readonly onFix: () => void;
  /** Escape with nothing to close: the focus should go on to the next control. */
  readonly onLeave: () => void;
  /** Offset of the caret, in UTF-16 units. */
  readonly onCaret: (offset: number) => void;
  /** True when Tab moves the focus instead of indenting. */
  readonly onTabMode: (moves: boolean) => void;
}

/** The mounted editor. Files are known by name; an unknown name is a mistake of the caller and is ignored. */
export interface MonacoSurface {
  show(file: string, label: string): void;
  /** Puts a text into a file, as one step that can be undone; makes the file when it is new. */
  write(file: string, text: string): void;
  drop(file: string): void;
  mark(file: string, problems: readonly Problem[]): void;
  select(start: number, end: number): void;
  setReadonly(readonly: boolean): void;
  setSchema(schema: JsonSchema | undefined): void;
  focus(): void;
  dispose(): void;
}

const schemas = new Map<string, JsonSchema>();
let editors = 0;

const NO_BRACKET_COLOURS = { enabled: false, independentColorPoolPerBracketType: false };

/** Widgets that Escape must close first. */
const NOTHING_OPEN = [
  "editorTextFocus",
  "!suggestWidgetVisible",
  "!findWidgetVisible",
  "!inSnippetMode",
  "!markersNavigationVisible",
  "!editorHasMultipleSelections",
  "!editorHoverVisible",
].join(" && ");

/** Mounts Monaco into a container that is part of the document. */
export function mountMonaco(options: MonacoOptions): MonacoSurface {
  provideWorkers();
  editors += 1;
  return new MonacoEditor(options, `inmemory://quayside/${editors}/`);
}

class MonacoEditor implements MonacoSurface {
  readonly #options: MonacoOptions;
  readonly #base: string;
  readonly #models = new Map<string, editor.ITextModel>();
  readonly #states = new Map<string, editor.ICodeEditorViewState | null>();
  readonly #view: editor.IStandaloneCodeEditor;
  readonly #stopTheme: () => void;
  #shown = "";
  #tabTaken = false;
  /** True while a text from the host goes in: that is not typing. */
  #writing = false;

  constructor(options: MonacoOptions, base: string) {
    this.#options = options;
    this.#base = base;
    const look = { ...appearance(options.container), readOnly: options.readonly };
    // First of all: whatever else is asked of Monaco before this would start it with its own services.
    this.#view = editor.create(options.container, look, { storageService: monacoMemory });
    this.#stopTheme = followTheme(options.container);
    wire(this.#view, options);
    this.setSchema(options.schema);
  }

  show(file: string, label: string): void {
    const model = this.#models.get(file);
    if (model === undefined) return;
    this.#view.updateOptions({ ariaLabel: label });
    if (this.#view.getModel() === model) return;
    this.#states.set(this.#shown, this.#view.saveViewState());
    this.#shown = file;
    this.#view.setModel(model);
    this.#view.restoreViewState(this.#states.get(file) ?? null);
    this.#takeOverTab();
  }

  /** Tab means what it meant in the plain text. The switch is the page's, behind Ctrl+M; it needs a model to be there. */
  #takeOverTab(): void {
    if (this.#tabTaken) return;
    this.#tabTaken = true;
    const moves = this.#view.getOption(editor.EditorOption.tabFocusMode);
    if (moves !== this.#options.tabMoves) this.#view.trigger("", "editor.action.toggleTabFocusMode", undefined);
  }

  write(file: string, text: string): void {
    const model = this.#models.get(file);
    if (model === undefined) this.#make(file, text);
    else if (model.getValue() !== text) {
      this.#writing = true;
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
      this.#writing = false;
    }
  }

  #make(file: string, text: string): void {
    const model = editor.createModel(
      text,
      isDefinitionFile(file) ? "json" : "plaintext",
      Uri.parse(`${this.#base}${encodeURIComponent(file)}`),
    );
    completeValues(model, this.#options.valuesTitle);
    model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: NO_BRACKET_COLOURS });
    model.onDidChangeContent(() => {
      if (!this.#writing) this.#options.onType(file, model.getValue());
    });
    this.#models.set(file, model);
  }

  drop(file: string): void {
    this.#models.get(file)?.dispose();
    this.#models.delete(file);
    this.#states.delete(file);
  }

  mark(file: string, problems: readonly Problem[]): void {
    const model = this.#models.get(file);
    if (model !== undefined) editor.setModelMarkers(model, "quayside", [...toMarkers(problems, model.getValue())]);
  }

  select(start: number, end: number): void {
    const model = this.#view.getModel();
    if (model === null) return;
    const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
    this.#view.setSelection({
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    });
    this.#view.revealPositionInCenterIfOutsideViewport(from);
    this.#view.focus();
  }

  setReadonly(readonly: boolean): void {
    this.#view.updateOptions({ readOnly: readonly });
  }

  setSchema(schema: JsonSchema | undefined): void {
    setSchema(this.#base, schema);
  }

  focus(): void {
    this.#view.focus();
  }

  dispose(): void {
    this.#stopTheme();
    setSchema(this.#base, undefined);
    this.#view.dispose();
    for (const model of this.#models.values()) model.dispose();
  }
}

function wire(view: editor.IStandaloneCodeEditor, options: MonacoOptions): void {
  // Monaco listens on the document for a mouse that left it. From inside a shadow root every move looks like that, and
  // no hover would ever open: the moves inside are kept from the document.
  options.container.addEventListener("mousemove", (event) => event.stopPropagation());
  view.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => options.onRun());
  view.addCommand(KeyMod.CtrlCmd | KeyCode.Period, () => options.onFix());
  view.addCommand(KeyCode.Escape, () => options.onLeave(), NOTHING_OPEN);
  view.onDidChangeCursorPosition((event) => {
    const model = view.getModel();
    if (model !== null) options.onCaret(model.getOffsetAt(event.position));
  });
  view.onDidChangeConfiguration((event) => {
    if (!event.hasChanged(editor.EditorOption.tabFocusMode)) return;
    options.onTabMode(view.getOption(editor.EditorOption.tabFocusMode));
  });
}

function appearance(container: HTMLElement): editor.IStandaloneEditorConstructionOptions {
  const font = getComputedStyle(container).fontFamily;
  return {
    model: null,
    automaticLayout: true,
    // Lists and hovers may be larger than the editor's box; fixed ones are not cut off by it.
    fixedOverflowWidgets: true,
    // The browser's own menu: Monaco's is drawn outside of the shadow root and would lack its style sheet.
    contextmenu: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fontFamily: font,
    fontSize: 13,
    lineHeight: 20,
    padding: { top: 10, bottom: 10 },
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 14,
    folding: true,
    glyphMargin: false,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: "all",
    wordBasedSuggestions: "off",
    quickSuggestions: { strings: true, other: true, comments: false },
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    hover: { above: false, delay: 250 },
    stickyScroll: { enabled: false },
    links: false,
  };
}

/** All editors of a page share one JSON service: each has its own schema by the address of its models. */
function setSchema(base: string, schema: JsonSchema | undefined): void {
  if (schema === undefined) schemas.delete(base);
  else schemas.set(base, schema);
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    enableSchemaRequest: false,
    schemas: Array.from(schemas, ([key, value]) => ({
      uri: `${key}schema.json`,
      fileMatch: [`${key}*`],
      schema: value as Record<string, unknown>,
    })),
  });
  jsonDefaults.setModeConfiguration({ ...jsonDefaults.modeConfiguration, diagnostics: false, colors: false });
}
