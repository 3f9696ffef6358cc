/** Columns of text as the tools of a machine print them: each as wide as its widest cell, some spaces between. */

/**
 * @param gap spaces between two columns
 * @param least no column but the last is narrower, the gap included: Docker's writer has 10
 */
export function columns(rows: readonly (readonly string[])[], gap: number, least = 0): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(least, gap + Math.max(...rows.map((row) => row[at]?.length ?? 0))),
  );
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("");
  return rows.map((row) => `${line(row).trimEnd()}\n`).join("");
}
