/** `--output text`: one line a row, tabs between values, keys sorted, names of lists and objects in capitals in front. */
import { pythonStr } from "../../python-text.ts";
import { isRecord } from "../../validate.ts";

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function scalarKeysOf(items: readonly unknown[]): string[] {
  const keys = new Set<string>();
  for (const item of items) {
    if (!isRecord(item)) continue;
    for (const [key, value] of Object.entries(item)) if (isScalar(value)) keys.add(key);
  }
  return [...keys].sort();
}

function writeScalars(items: readonly unknown[], identifier: string | undefined, lines: string[]): void {
  if (identifier === undefined) lines.push(items.map((item) => pythonStr(item)).join("\t"));
  else for (const item of items) lines.push(`${identifier.toUpperCase()}\t${pythonStr(item)}`);
}

function writeList(items: readonly unknown[], identifier: string | undefined, lines: string[]): void {
  if (items.length === 0) return;
  if (items.some(isRecord)) {
    const keys = scalarKeysOf(items);
    for (const item of items) write(item, identifier, keys, lines);
  } else if (items.some(Array.isArray)) {
    const scalars = items.filter(isScalar);
    if (scalars.length > 0) writeScalars(scalars, identifier, lines);
    for (const item of items) if (!isScalar(item)) write(item, identifier, undefined, lines);
  } else writeScalars(items, identifier, lines);
}

function writeRecord(
  item: Record<string, unknown>,
  identifier: string | undefined,
  columns: readonly string[] | undefined,
  lines: string[],
): void {
  const keys = Object.keys(item).sort();
  const shown = columns ?? keys.filter((key) => isScalar(item[key]));
  // A row of a list fills its missing columns with nothing, so that the columns stay columns.
  const cells = shown.map((key) => (Object.hasOwn(item, key) ? pythonStr(item[key]) : ""));
  if (cells.length > 0) {
    lines.push((identifier === undefined ? cells : [identifier.toUpperCase(), ...cells]).join("\t"));
  }
  for (const key of keys) if (!shown.includes(key)) write(item[key], key, undefined, lines);
}

function write(
  item: unknown,
  identifier: string | undefined,
  columns: readonly string[] | undefined,
  lines: string[],
): void {
  if (isRecord(item)) writeRecord(item, identifier, columns, lines);
  else if (Array.isArray(item)) writeList(item, identifier, lines);
  else lines.push(pythonStr(item));
}

/** An answer as text; ends with a line break unless there is nothing to show. */
export function textOutput(answer: unknown): string {
  const lines: string[] = [];
  write(answer, undefined, undefined, lines);
  return lines.map((line) => `${line}\n`).join("");
}
