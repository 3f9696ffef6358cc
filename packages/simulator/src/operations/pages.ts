/**
 * Pages of a list: `maxResults` and `nextToken`. A token names the last key given out and how many came before it, so
 * that a list goes on where it stopped even when rows have left meanwhile; and the call that it belongs to, because it is
 * worth nothing in another.
 */
import { fnv1a } from "../kernel/random.ts";
import type { Refusal } from "../model/refusal.ts";
import { refuseCall } from "./call-refusals.ts";

/**
 * Most results of one page, and the default.
 * @source API Reference, ListTasks, maxResults (checked 2026-11-20)
 */
export const MAX_PAGE = 100;

export interface PageRequest {
  readonly maxResults?: number;
  readonly nextToken?: string;
}

export interface Page {
  readonly items: string[];
  readonly nextToken?: string;
}

/** Where a list stopped: the last key given out, and its position then. */
interface Bookmark {
  /** What the call asked for besides its page. */
  readonly call: string;
  readonly after: string;
  readonly position: number;
}

/** Cuts one page of an operation out of an ordered set of keys, keeping those that `keep` accepts. */
export function cutPage(
  operation: string,
  keys: Iterable<string>,
  request: PageRequest,
  keep: (key: string) => boolean = () => true,
): { ok: true; page: Page } | Refusal {
  const limit = request.maxResults ?? MAX_PAGE;
  if (limit > MAX_PAGE) return refuseCall("page.too-large", { most: MAX_PAGE });
  if (!Number.isInteger(limit) || limit < 1) {
    return refuseCall("page.size", { most: MAX_PAGE });
  }
  const bookmark = request.nextToken === undefined ? undefined : readToken(request.nextToken);
  const call = callText(operation, request);
  if (bookmark === null || (bookmark !== undefined && bookmark.call !== call)) return refuseCall("page.token");
  const skip = bookmark === undefined ? 0 : placeOf(keys, bookmark);
  const items: string[] = [];
  let position = 0;
  let last = 0;
  for (const key of keys) {
    position += 1;
    if (position <= skip || !keep(key)) continue;
    if (items.length === limit) {
      return {
        ok: true,
        page: { items, nextToken: writeToken({ call, after: items[limit - 1] as string, position: last }) },
      };
    }
    items.push(key);
    last = position;
  }
  return { ok: true, page: { items } };
}

/** Position of the bookmarked key; when the key has left, the position before which it stood. */
function placeOf(keys: Iterable<string>, bookmark: Bookmark): number {
  let position = 0;
  for (const key of keys) {
    position += 1;
    if (key === bookmark.after) return position;
  }
  return bookmark.position - 1;
}

/** Members that may differ from page to page; CloudWatch Logs calls the number `limit`. */
const OF_THE_PAGE = new Set(["maxResults", "limit", "nextToken"]);

/** Two calls of one list have the same text, in whatever order their members came. */
function callText(operation: string, request: PageRequest): string {
  const asked = Object.entries(request).filter(([member]) => !OF_THE_PAGE.has(member));
  const text = JSON.stringify([operation, asked.sort(([a], [b]) => (a < b ? -1 : 1))]);
  return fnv1a(text).toString(36);
}

/** Simplified: AWS's tokens are opaque; ours are hexadecimal text of the bookmark. */
function writeToken(bookmark: Bookmark): string {
  return Array.from(`${bookmark.call} ${bookmark.position} ${bookmark.after}`, (char) =>
    char.charCodeAt(0).toString(16).padStart(2, "0"),
  ).join("");
}

function readToken(token: string): Bookmark | null {
  if (!/^([0-9a-f]{2})+$/.test(token)) return null;
  const text = String.fromCharCode(...(token.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
  const match = /^(\w+) (\d+) (.+)$/.exec(text);
  return match === null ? null : { call: match[1] as string, position: Number(match[2]), after: match[3] as string };
}
