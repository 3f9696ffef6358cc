// Texts that come as attributes cannot hold Markdown; this gives them the one mark they need, `code`.

/** HTML of a plain text in which parts between backticks are code. Everything else is escaped. */
export function inlineCode(text: string): string {
  return text
    .split(/`([^`]*)`/)
    .map((piece, index) => (index % 2 === 1 ? `<code>${escaped(piece)}</code>` : escaped(piece)))
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);
}
