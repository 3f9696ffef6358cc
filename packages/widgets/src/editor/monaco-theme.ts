/**
 * Dresses Monaco in the page's own colours: the `--qs-*` properties are read where the editor stands and given to
 * Monaco as one theme, again whenever the page changes between light and dark. Monaco has one theme for all editors.
 */
import { editor } from "monaco-editor/editor/editor.api";

const THEME = "quayside";

/** Property, and what is taken in light and dark when the page does not set it. */
const COLOURS = {
  background: ["--qs-surface", "#ffffff", "#161d26"],
  text: ["--qs-text", "#17202b", "#e4eaf1"],
  muted: ["--qs-muted", "#5b6876", "#93a1b0"],
  accent: ["--qs-accent", "#0b6bcb", "#6cb6ff"],
  border: ["--qs-border", "#d5dce4", "#2e3a47"],
  danger: ["--qs-danger", "#c0262d", "#ff7b72"],
} as const;

/** Colours of the syntax: 4.5:1 or better on the background of their theme. */
const SYNTAX = {
  light: { key: "0a4f94", string: "1a6b3c", number: "9a4a00", word: "7a3aa8" },
  dark: { key: "7cc0ff", string: "8fd6a5", number: "f0b072", word: "d2a8ff" },
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
