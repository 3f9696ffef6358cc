/** A trace table as text in English, columns aligned: for tests and for terminals. */
import { write } from "./phrases.ts";
import type { TraceRow, TraceTable, Verdict } from "./trace-table.ts";

const MARKS: Readonly<Record<Verdict, string>> = { passed: "+", failed: "x", waiting: "~", untried: "-", none: " " };

/** The table: title, heading, one line a row (`*` before the winner), the outcome. Ends without a line break. */
export function traceText(table: TraceTable): string {
  const heads = [table.rowTitle, ...table.columns.map(({ title }) => title)].map((words) => write(words).toUpperCase());
  const rows = table.rows.map((row) => lineOf(row, row.id === table.winner));
  const lines = [[" ", ...heads], ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column + 1] ?? "").length)));
  const text = lines.map(([mark = " ", ...cells]) =>
    `${mark} ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  const outcome = table.outcome === undefined ? [] : [`= ${write(table.outcome)}`];
  return [write(table.title), ...text, ...outcome].join("\n");
}

function lineOf({ name, verdict, cells }: TraceRow, won: boolean): string[] {
  const found = cells.map(({ verdict: each, words = "", score }) => {
    const told = score === undefined ? write(words) : `${write(words)} (${score})`.trimStart();
    return `${MARKS[each]} ${told}`.trimEnd();
  });
  return [won ? "*" : MARKS[verdict], write(name), ...found];
}
