/**
 * Dresses Monaco in the page's own colours: the `--qs-*` properties are read where the editor stands and given to
 * Monaco as one theme, again whenever the page changes between light and dark. Monaco has one theme for all editors.
 */
import { editor } from "monaco-editor/editor/editor.api";

const THEME = "quayside";

/** Property, and what is taken in light and dark when the page does not set it. */
const COLOURS = {
  background: ["--qs-surface", "#ffffff", "#101e29"],
  text: ["--qs-text", "#10222f", "#e2ecf3"],
  muted: ["--qs-muted", "#4d6171", "#9db1c0"],
  accent: ["--qs-accent", "#0b6a86", "#5fc3e0"],
  border: ["--qs-border", "#cfdae2", "#24394a"],
  danger: ["--qs-danger", "#b3232f", "#ff8f8f"],
} as const;

/** Colours of the syntax: 4.5:1 or better on the background of their theme. */
const SYNTAX = {
  light: { key: "0b6a86", string: "0a6b4c", number: "8a5a00", word: "6a4fb0" },
  dark: { key: "5fc3e0", string: "5fd3a4", number: "e8b95a", word: "b9a3f5" },
} as const;

/** Applies the theme now and on every change of it; the returned function stops that. */
export function followTheme(host: HTMLElement): () => void {
  const apply = (): void => applyTheme(host);
  apply();
  const seen = new MutationObserver(apply);
  seen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", apply);
  return () => {
    seen.disconnect();
    scheme.removeEventListener("change", apply);
  };
}

function applyTheme(host: HTMLElement): void {
  const style = getComputedStyle(host);
  const dark = isDark(style);
  const read = (name: keyof typeof COLOURS): string => {
    const [property, light, night] = COLOURS[name];
    return hexOf(style.getPropertyValue(property).trim() || (dark ? night : light));
  };
  const syntax = dark ? SYNTAX.dark : SYNTAX.light;
  editor.defineTheme(THEME, {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "string.key.json", foreground: syntax.key },
      { token: "string.value.json", foreground: syntax.string },
      { token: "number.json", foreground: syntax.number },
      { token: "keyword.json", foreground: syntax.word },
    ],
    colors: themeColours(read, dark),
  });
  editor.setTheme(THEME);
}

function themeColours(read: (name: keyof typeof COLOURS) => string, dark: boolean): Record<string, string> {
  const accent = read("accent");
  return {
    "editor.background": read("background"),
    "editor.foreground": read("text"),
    "editorLineNumber.foreground": read("muted"),
    "editorLineNumber.activeForeground": read("text"),
    "editorLineNumber.dimmedForeground": read("muted"),
    "editorCursor.foreground": accent,
    "editor.selectionBackground": `${accent}${dark ? "55" : "33"}`,
    "editor.lineHighlightBackground": `${accent}${dark ? "14" : "0d"}`,
    "editor.lineHighlightBorder": "#00000000",
    "editorIndentGuide.background1": read("border"),
    "editorIndentGuide.activeBackground1": read("muted"),
    "editorError.foreground": read("danger"),
    "editorWidget.background": read("background"),
    "editorWidget.foreground": read("text"),
    "editorWidget.border": read("border"),
    "editorHoverWidget.background": read("background"),
    "editorHoverWidget.border": read("border"),
    "editorSuggestWidget.background": read("background"),
    "editorSuggestWidget.border": read("border"),
    "editorSuggestWidget.highlightForeground": accent,
    "editorSuggestWidget.focusHighlightForeground": accent,
    "editorSuggestWidget.selectedForeground": read("text"),
    "editorSuggestWidget.selectedBackground": `${accent}${dark ? "38" : "26"}`,
    "list.hoverBackground": `${accent}1a`,
    focusBorder: accent,
    "widget.shadow": dark ? "#00000088" : "#0000001f",
    "scrollbarSlider.background": `${read("muted")}40`,
  };
}

/** Dark is what looks dark: the text's brightness decides, so that any theme of the page is followed. */
function isDark(style: CSSStyleDeclaration): boolean {
  const [red, green, blue] = channelsOf(style.color);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}

function hexOf(colour: string): string {
  return `#${channelsOf(colour)
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Red, green and blue, 0 to 255, of any CSS colour: the browser's own painter does the conversion. */
function channelsOf(colour: string): readonly [number, number, number] {
  pen ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (pen === null) return [0, 0, 0];
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = "#000";
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
