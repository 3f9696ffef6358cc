/** AWS's documentation snippets (a few HTML tags) as plain text: paragraphs, lists with dashes, code in backticks. */

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };

/**
 * Plain text of one documentation snippet. Links keep their words and lose their address; `note` and `important`
 * become a word in front of the paragraph.
 */
export function plainText(html: string): string {
  return html
    .replace(/\s+/g, " ")
    .replace(/<note>\s*(<p>)?/g, "<p>Note: ")
    .replace(/<important>\s*(<p>)?/g, "<p>Important: ")
    .replace(/<\/?code>/g, "`")
    .replace(/<li>\s*(<p>)?/g, "\n- ")
    .replace(/<dt>/g, "\n- ")
    .replace(/<\/dt>\s*<dd>\s*(<p>)?/g, ": ")
    .replace(/<\/?(p|ul|ol|dl|note|important|h\d)>/g, "\n\n")
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#\d+|[a-z]+);/g, (all, name: string) =>
      name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? all),
    )
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n+(- )/g, "\n$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
