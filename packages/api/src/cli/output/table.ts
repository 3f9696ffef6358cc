/**
 * `--output table`: sections with a title, a header and rows, nested answers indented by a bar on both sides. A table
 * wider than the terminal is turned: rows of a single-row section become pairs.
 */
import { pythonStr } from "../../python-text.ts";
import { isRecord } from "../../validate.ts";
import { CliFailure } from "../failure.ts";

/** Width of a terminal that does not tell. */
export const DEFAULT_WIDTH = 80;

const WIDE =
  /[\u1100-\u115f\u2010\u2013-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2024-\u2027\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]/gu;

const PLAIN = /^[\x20-\x7e]*$/;

/** Columns that a text takes: East Asian and other wide characters take two. */
function width(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return Array.from(text).length + (text.match(WIDE)?.length ?? 0);
}

class Section {
  readonly title: string;
  readonly indent: number;
  headers: readonly string[] = [];
  rows: string[][] = [];
  #columns: number | undefined;
  #widths: number[] = [];

  constructor(title: string, indent: number) {
    this.title = title;
    this.indent = indent;
  }

  setHeaders(headers: readonly string[]): void {
    this.#widen(headers);
    this.#columns ??= headers.length;
    this.headers = headers;
  }

  addRow(cells: readonly unknown[]): void {
    this.#columns ??= cells.length;
    if (cells.length !== this.#columns) {
      throw new CliFailure("general", `Row should have ${this.#columns} elements, instead it has ${cells.length}`);
    }
    const row = cells.map((cell) => pythonStr(cell));
    this.rows.push(row);
    this.#widen(row);
  }

  #widen(cells: readonly string[]): void {
    this.#widths = cells.map((cell, index) => Math.max(width(cell), this.#widths[index] ?? 0));
  }

  /** Width of the section with its borders. */
  totalWidth(): number {
    const outer = 2 * this.indent;
    const cells = this.#widths.reduce((sum, cell) => sum + cell + 4, 0);
    return Math.max(width(this.title) + 2 + outer, cells + 2 + outer);
  }

  /** Widths of the columns, stretched so that they fill `total`. */
  columnWidths(total: number): number[] {
    const plain = this.#widths.map((cell) => cell + 4);
    const sum = plain.reduce((all, cell) => all + cell, 0);
    const scaled = plain.map((cell) => roundHalfEven((total / sum) * cell));
    let offBy = scaled.reduce((all, cell) => all + cell, 0) - total;
    while (offBy !== 0 && scaled.length > 0) {
      const step = offBy > 0 ? -1 : 1;
      for (let n = 0; n < scaled.length && offBy !== 0; n += 1) {
        const at = step < 0 ? n : scaled.length - 1 - n;
        scaled[at] = (scaled[at] as number) + step;
        offBy += step;
      }
    }
    return scaled;
  }
}

/** Python rounds a half to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function centered(text: string, length: number, leftEdge: string): string {
  const before = Math.floor(length / 2) - Math.floor(width(text) / 2) - 1;
  const left = leftEdge + " ".repeat(Math.max(before, 0)) + text;
  const used = leftEdge.length + before + width(text);
  return `${left}${" ".repeat(Math.max(length - 1 - used, 0))}|`;
}

function leftAligned(text: string, length: number, leftEdge: string): string {
  const padding = length - (width(text) + 2 + leftEdge.length + 1) >= 0 ? 2 : 0;
  const used = leftEdge.length + padding + width(text);
  return `${leftEdge}${" ".repeat(padding)}${text}${" ".repeat(Math.max(length - used - 1, 0))}|`;
}

function rule(widths: readonly number[]): string {
  return widths.map((cell, index) => (index === 0 ? `+${"-".repeat(cell - 2)}+` : `${"-".repeat(cell - 1)}+`)).join("");
}

class Table {
  sections: Section[] = [];

  get #current(): Section {
    if (this.sections.length === 0) this.sections.push(new Section("", 0));
    return this.sections.at(-1) as Section;
  }

  /** Adds what an answer holds. @returns false for an answer with nothing in it */
  build(title: string | undefined, current: unknown, indent: number): boolean {
    const empty = isRecord(current)
      ? Object.keys(current).length === 0
      : Array.isArray(current) && current.length === 0;
    if (empty || !current) return false;
    if (title !== undefined) this.sections.push(new Section(title, indent));
    if (Array.isArray(current)) {
      if (isRecord(current[0])) this.#records(current, indent, title ?? "");
      else for (const item of current) this.#item(item);
    } else if (isRecord(current)) this.#record(current, indent);
    return true;
  }

  #item(item: unknown): void {
    if (isScalar(item)) this.#current.addRow([item]);
    else if (Array.isArray(item) && item.every(isScalar)) this.#current.addRow(item);
    else this.build(undefined, item, 0);
  }

  #record(record: Record<string, unknown>, indent: number): void {
    const { scalars, others } = keysOf([record]);
    const [only] = scalars;
    if (scalars.length === 1 && only !== undefined) this.#current.addRow([only, record[only]]);
    else if (scalars.length > 0) {
      this.#current.setHeaders(scalars);
      this.#current.addRow(scalars.map((key) => record[key]));
    }
    for (const key of others) this.build(key, record[key], indent + 1);
  }

  #records(records: readonly unknown[], indent: number, title: string): void {
    const { scalars, others } = keysOf(records);
    this.#current.setHeaders(scalars);
    for (const [index, record] of records.filter(isRecord).entries()) {
      if (index > 0 && others.length > 0) {
        this.sections.push(new Section(title, indent));
        this.#current.setHeaders(scalars);
      }
      this.#current.addRow(scalars.map((key) => (Object.hasOwn(record, key) ? record[key] : "")));
      for (const key of others) if (Object.hasOwn(record, key)) this.build(key, record[key], indent + 1);
    }
  }

  render(terminalWidth: number): string {
    if (this.#widest() > terminalWidth) this.sections = this.sections.map(turned);
    const total = this.#widest();
    const lines = ["-".repeat(total)];
    for (const section of this.sections) renderSection(section, total, lines);
    return lines.map((line) => `${line}\n`).join("");
  }

  #widest(): number {
    return Math.max(...this.sections.map((section) => section.totalWidth()));
  }
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

/** Keys of the records, those with a single value apart from the others, both sorted. */
function keysOf(records: readonly unknown[]): { scalars: string[]; others: string[] } {
  const scalars = new Set<string>();
  const others = new Set<string>();
  for (const record of records.filter(isRecord)) {
    for (const [key, value] of Object.entries(record)) (isScalar(value) ? scalars : others).add(key);
  }
  return { scalars: [...scalars].sort(), others: [...others].sort() };
}

/** A section with one row, written downwards. */
function turned(section: Section): Section {
  const [row] = section.rows;
  if (section.rows.length !== 1 || row === undefined || section.headers.length === 0) return section;
  const result = new Section(section.title, section.indent);
  for (const [index, header] of section.headers.entries()) result.addRow([header, row[index]]);
  return result;
}

function renderSection(section: Section, total: number, lines: string[]): void {
  const bar = "|".repeat(section.indent);
  const put = (line: string) => lines.push(bar + line + bar);
  const inner = total - section.indent * 2;
  const hasCells = section.headers.length > 0 || section.rows.length > 0;
  if (section.title !== "") {
    put(centered(section.title, inner, "|"));
    if (!hasCells) put(`+${"-".repeat(inner - 2)}+`);
  }
  const widths = section.columnWidths(inner);
  if (section.headers.length > 0) {
    put(rule(widths));
    put(
      section.headers
        .map((header, index) => centered(header, widths[index] as number, index === 0 ? "|" : ""))
        .join(""),
    );
  }
  if (section.rows.length === 0 || widths.length === 0) return;
  put(rule(widths));
  for (const row of section.rows) {
    put(row.map((cell, index) => leftAligned(cell, widths[index] as number, index === 0 ? "|" : "")).join(""));
  }
  put(rule(widths));
}

/**
 * An answer as a table under the operation's name.
 * @param terminalWidth columns of the terminal; wider tables are turned where they can be
 * @throws CliFailure when rows of one list differ in length, as the AWS CLI does
 */
export function tableOutput(title: string, answer: unknown, terminalWidth = DEFAULT_WIDTH): string {
  const table = new Table();
  return table.build(title, answer, 0) ? table.render(terminalWidth) : "";
}
