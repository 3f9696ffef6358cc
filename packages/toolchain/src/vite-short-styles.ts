/**
 * Vite's plugin that takes the line breaks and indents out of the style sheets of elements, which no minifier touches
 * because they stand in templates. It leaves out everything else of CSS: the sheets stay readable in a debugger.
 */

/** The part of Vite's plugin interface in use. */
interface ShortStylesPlugin {
  name: string;
  enforce: "pre";
  transform(code: string, id: string): { code: string; map: null } | undefined;
}

/** A sheet whose holes are plain names: other holes hold code, which is left alone. */
const SHEET = /\bcss`((?:[^`$\\]|\$\{[\w.]+\})*)`/g;

/** The plugin for `vite.plugins` of the Astro configuration. */
export function shortStyles(): ShortStylesPlugin {
  return {
    name: "quayside:short-styles",
    enforce: "pre",
    transform(code, id) {
      if (!/\/packages\/widgets\/src\/.*\.ts$/.test(id.replaceAll("\\", "/"))) return undefined;
      const short = code.replace(SHEET, (_, sheet: string) => `css\`${shorten(sheet)}\``);
      return short === code ? undefined : { code: short, map: null };
    },
  };
}

/** The same sheet on one line. */
export function shorten(sheet: string): string {
  return (
    sheet
      .replace(/\/\*.*?\*\//gs, " ")
      .replace(/\s*\n\s*/g, " ")
      // A hole with the space around it stays: it may be a part of a selector or of a value.
      .replace(/(\s*\$\{[\w.]+\}\s*)|\s*([{};])\s*/g, "$1$2")
      .replace(/;\}/g, "}")
      .trim()
  );
}
