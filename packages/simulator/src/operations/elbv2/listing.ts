/** What the Describe operations share: pages by `PageSize` and `Marker`. */
import type { Refusal } from "../../model/refusal.ts";
import { refuse } from "./refusals.ts";

/** @source Elastic Load Balancing API Reference, DescribeLoadBalancers, PageSize (checked 2026-11-29) */
const MOST_RESULTS = 400;

interface PageInput {
  readonly Marker?: string;
  readonly PageSize?: number;
}

type Page<Row> = { readonly ok: true; readonly rows: readonly Row[]; readonly next: { readonly NextMarker?: string } };

/** One page of rows. Simplified: AWS's markers are opaque; ours name the place of the next row. */
export function cutPage<Row>(
  rows: readonly Row[],
  { Marker, PageSize = MOST_RESULTS }: PageInput,
): Page<Row> | Refusal {
  const from = Marker === undefined ? 0 : Number.parseInt(/^page-([0-9a-f]{1,8})$/.exec(Marker)?.[1] ?? "x", 16);
  if (Number.isNaN(from)) return refuse("elbv2.marker");
  if (PageSize < 1 || PageSize > MOST_RESULTS) return refuse("elbv2.page-size", { size: PageSize });
  const to = from + PageSize;
  return {
    ok: true,
    rows: rows.slice(from, to),
    next: to < rows.length ? { NextMarker: `page-${to.toString(16)}` } : {},
  };
}
