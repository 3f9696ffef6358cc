/** What the inspector's panes are made of: facts in groups, things to go to, and a sentence where there is nothing. */
import { type CloudReaders, epochMs } from "@quayside/simulator";
import type { Selection } from "../base/cloud.ts";
import type { StateLook } from "../base/state-look.ts";

/** One line: a name as the API spells it, and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** A second, quieter value: the time since the task was created. */
  readonly aside?: string;
  readonly look?: StateLook;
  /** What the value leads to. */
  readonly to?: Selection;
}

export interface FactGroup {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Its names are times, its values sentences. */
  readonly isTold?: boolean;
}

/** A thing in a list. */
export interface Item {
  readonly selection: Selection;
  readonly name: string;
  readonly detail: string;
  readonly look?: StateLook;
}

/** What one tab shows. */
export interface Pane {
  readonly groups?: readonly FactGroup[];
  /** Newest first; drawn page by page. */
  readonly items?: readonly Item[];
  /** Rows of plain cells; scrolls sideways where it is too wide. */
  readonly table?: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  /** Why there is nothing, or what is not simulated. */
  readonly note?: string;
}

/** A fact, or none when the value is empty. */
export function fact(name: string, value: unknown, more: Partial<Fact> = {}): Fact[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value) && value.length === 0) return [];
  const text = typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
  return [{ name, value: text, ...more }];
}

/** Any row as lines: plain values as they are, lists and objects as JSON, without what is empty. */
export function plainFacts(tables: CloudReaders, row: object): Fact[] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (name.endsWith("AtMs") && typeof value === "number")
      return fact(name.slice(0, -2), dateText(epochMs(tables, value)));
    return fact(name, value);
  });
}

/** Tags as facts. */
export function tagFacts(tags: readonly { readonly key?: string; readonly value?: string }[]): Fact[] {
  return tags.map(({ key = "", value = "" }) => ({ name: key, value }));
}

function dateText(sinceEpochMs: number): string {
  return new Date(sinceEpochMs).toISOString().replace("T", " ").slice(0, 19);
}
