/** Texts of other people's files on a terminal: control characters are shown and never obeyed. */

/** Whatever is not seen but acted upon: controls, turns of the direction of reading, line ends that are none. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** The text with control characters, and those that turn the direction of reading, as `\u001b`. Tabs and line feeds stay. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (char) => (char === "\n" || char === "\t" ? char : escaped(char)));
}

/** The same for a piece of a line: it does not end it. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** As JSON writes it, so that a report in JSON stays the same. */
function escaped(char: string): string {
  return Array.from({ length: char.length }, (_, index) => {
    return `\\u${char.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
