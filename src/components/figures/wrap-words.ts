// Words of a drawing on several lines: text in an SVG does not wrap by itself.

/** The lines of a text with at most `most` characters each; a longer word stands on a line of its own. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= most) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
