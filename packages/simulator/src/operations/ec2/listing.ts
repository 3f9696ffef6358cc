/**
 * What EC2's Describe operations share: ids, filters, pages. A row must fit every filter, and one value of each; `*` and
 * `?` in a value stand for other characters.
 * Source: Amazon EC2 User Guide, "Filter your resources" (checked 2026-11-21).
 */

import type { Refusal } from "../../model/refusal.ts";
import type { Tag } from "../../model/tags.ts";
import { answer, type Outcome } from "../operation.ts";
import type { Input, Shape } from "../shapes.ts";
import { type IdKind, idNotFound, refuse } from "./refusals.ts";

/** Input that every Describe operation takes. */
export type ListingInput = Pick<Input<"ec2", "DescribeVpcs">, "Filters" | "MaxResults" | "NextToken">;

/** What a Describe operation answers with. */
type Listed<Member extends string, Item> = { readonly [Name in Member]: readonly Item[] } & {
  readonly NextToken?: string;
};

type Values = string | undefined | readonly string[];

/** How rows of a kind are listed. */
export interface Listing<Row, Member extends string, Item> {
  /** Member of the answer. */
  readonly member: Member;
  readonly present: (row: Row) => Item;
  /** Values of a row by the name of the filter. */
  readonly filters: Readonly<Record<string, (row: Row) => Values>>;
  readonly tags?: (row: Row) => readonly Tag[];
}

/** Rows as an answer: those that fit the filters, cut into pages. */
export function list<Row, Member extends string, Item>(
  rows: Iterable<Row>,
  input: ListingInput,
  listing: Listing<Row, Member, Item>,
): Outcome<Listed<Member, Item>> {
  const fits: ((row: Row) => boolean)[] = [];
  for (const filter of input.Filters ?? []) {
    const found = readFilter(filter, listing);
    if (!found.ok) return found;
    fits.push(found.fits);
  }
  const found = [...rows].filter((row) => fits.every((isFitting) => isFitting(row)));
  return cut(found, input, listing);
}

/** The rows with these ids, all rows without ids, or the refusal of the ids that nothing has. */
export function rowsOf<Row>(
  table: { get(key: string): Row | undefined; values(): Iterable<Row> },
  ids: readonly string[] | undefined,
  kind: IdKind,
): { readonly ok: true; readonly rows: Iterable<Row> } | Refusal {
  if (ids === undefined || ids.length === 0) return { ok: true, rows: table.values() };
  const absent = ids.filter((id) => table.get(id) === undefined);
  if (absent.length > 0) return idNotFound(kind, ...absent);
  return { ok: true, rows: [...new Set(ids)].map((id) => table.get(id) as Row) };
}

function readFilter<Row>(
  { Name = "", Values = [] }: Shape<"ec2", "Filter">,
  { filters, tags = () => [] }: Pick<Listing<Row, string, unknown>, "filters" | "tags">,
): { readonly ok: true; readonly fits: (row: Row) => boolean } | Refusal {
  const patterns = Values.map(readPattern);
  const anyFits = (values: Values): boolean => {
    const all = typeof values === "string" ? [values] : (values ?? []);
    return all.some((value) => patterns.some((pattern) => pattern.test(value)));
  };
  const key = /^tag:(.+)$/s.exec(Name)?.[1];
  if (key !== undefined) return { ok: true, fits: (row) => anyFits(tags(row).find((tag) => tag.key === key)?.value) };
  if (Name === "tag-key") return { ok: true, fits: (row) => anyFits(tags(row).map(({ key = "" }) => key)) };
  const read = Object.hasOwn(filters, Name) ? filters[Name] : undefined;
  if (read === undefined) return refuse("listing.filter", { name: Name });
  return { ok: true, fits: (row) => anyFits(read(row)) };
}

/** Runs of stars are one star: no text takes long to match. */
function readPattern(value: string): RegExp {
  const source = value
    .slice(0, MOST_CHARACTERS)
    .replace(/\*+/g, "*")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`);
}

/** Longest value of a filter. @source Amazon EC2 API Reference, Filter (checked 2026-11-21) */
const MOST_CHARACTERS = 200;
/** Most results of one page. @source Amazon EC2 API Reference, DescribeInstances, MaxResults (checked 2026-11-21) */
const MOST_RESULTS = 1000;

function cut<Row, Member extends string, Item>(
  rows: readonly Row[],
  { MaxResults, NextToken }: ListingInput,
  { member, present }: Pick<Listing<Row, Member, Item>, "member" | "present">,
): Outcome<Listed<Member, Item>> {
  const from = NextToken === undefined ? 0 : Number.parseInt(/^page-([0-9a-f]{1,8})$/.exec(NextToken)?.[1] ?? "x", 16);
  if (Number.isNaN(from)) return refuse("listing.token");
  const most = Math.min(MaxResults ?? MOST_RESULTS, MOST_RESULTS);
  if (most < 1) return refuse("listing.size", { size: MaxResults });
  const page = rows.slice(from, from + most).map(present);
  const next = from + most < rows.length ? { NextToken: `page-${(from + most).toString(16)}` } : {};
  return answer({ [member]: page, ...next } as Listed<Member, Item>);
}

/** Tags in EC2's spelling. */
export function tagSet(tags: readonly Tag[]): Shape<"ec2", "Tag">[] {
  return tags.map(({ key, value = "" }) => ({ Key: key ?? "", Value: value }));
}

/** The tags that a request gives to a kind of resource. */
export function tagsFor(specifications: readonly Shape<"ec2", "TagSpecification">[] | undefined, type: string): Tag[] {
  return (specifications ?? [])
    .filter(({ ResourceType }) => ResourceType === type)
    .flatMap(({ Tags = [] }) => Tags.map(({ Key = "", Value = "" }) => ({ key: Key, value: Value })));
}
