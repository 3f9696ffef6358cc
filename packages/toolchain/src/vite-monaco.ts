/**
 * Makes monaco-editor 0.57 a part that a page loads only when an editor opens. Astro links the style sheets of lazily
 * imported chunks into the head of every page, and Monaco imports all of its features for their side effects; both
 * are undone here. It leaves out the choice of features: the widget that opens the editor imports what it needs.
 */
import { dirname, resolve } from "node:path";

/** The part of Vite's plugin interface in use; written out because Vite is not a dependency of ours. */
export interface MonacoPlugin {
  name: string;
  enforce: "pre";
  config(): { optimizeDeps: { exclude: string[] } };
  resolveId(this: ResolveContext, id: string, importer: string | undefined): unknown;
  load(id: string): string | undefined;
  transform(code: string, id: string): { code: string; map: null } | undefined;
}

interface ResolveContext {
  resolve(id: string, importer: string | undefined, options: { skipSelf: boolean }): unknown;
}

const SHEET = "\0monaco-sheet:";
const IN_MONACO = /[\\/]monaco-editor[\\/]/;
const ALL_FEATURES = /monaco-editor[\\/]esm[\\/]vs[\\/]internal[\\/]common[\\/]workers\.js/;

/**
 * The plugin for `vite.plugins` of the Astro configuration.
 * @throws at build time, when Monaco's module of side effects no longer looks as it does in 0.57
 */
export function monaco(): MonacoPlugin {
  return {
    name: "quayside:monaco",
    enforce: "pre",
    config: () => ({
      // Bundled ahead by a dev server, Monaco would come past this plugin and lose its styles.
      optimizeDeps: { exclude: ["monaco-editor"] },
    }),
    resolveId(id, importer) {
      if (importer?.startsWith(SHEET)) return this.resolve(id, undefined, { skipSelf: true });
      if (importer === undefined || !isSheetOfMonaco(id, importer)) return undefined;
      return `${SHEET}${resolve(dirname(withoutQuery(importer)), id)}.js`;
    },
    load(id) {
      return id.startsWith(SHEET) ? adoptSheet(id.slice(SHEET.length, -".js".length)) : undefined;
    },
    transform(code, id) {
      return ALL_FEATURES.test(id) ? { code: withoutSideEffects(code), map: null } : undefined;
    },
  };
}

function isSheetOfMonaco(id: string, importer: string): boolean {
  return id.startsWith(".") && id.endsWith(".css") && IN_MONACO.test(importer);
}

function withoutQuery(path: string): string {
  return path.split("?", 1)[0] as string;
}

/**
 * A module that adopts the sheet when it runs: Astro does not see it, and no `<style>` element is made. An editor
 * inside a shadow root must copy `document.adoptedStyleSheets` to its root once Monaco is loaded.
 */
function adoptSheet(file: string): string {
  return [
    `import text from ${JSON.stringify(`${file}?inline`)};`,
    "const sheet = new CSSStyleSheet();",
    "sheet.replaceSync(text);",
    "document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];",
  ].join("\n");
}

/** Drops `import './x.js';` lines: each registers a feature that nobody may have asked for. */
function withoutSideEffects(code: string): string {
  const slim = code.replace(/^import '[^']+';$/gm, "");
  if (slim === code) {
    throw new Error("monaco-editor's internal/common/workers.js imports no features any more: look at vite-monaco.ts.");
  }
  return slim;
}
