/** Calls an operation for a command and turns refusals into the AWS CLI's words; pages through listings. */
import { createClient } from "../client.ts";
import type { Operation } from "../model.ts";
import type { RawPaginator } from "../raw-model.ts";
import type { ResolvedContext } from "./context.ts";
import { CliFailure } from "./failure.ts";
import type { LineInput } from "./parameters.ts";

/** Answers of a listing, one a page, and where to go on. */
export interface Pages {
  readonly pages: readonly Record<string, unknown>[];
  /** What `--starting-token` takes next time; absent at the end. */
  readonly resumeToken?: string;
}

/** Pages that one command fetches at most; a listing of the simulator never needs as many. */
const MAX_PAGES = 10_000;

/**
 * Calls once.
 * @throws CliFailure in the AWS CLI's words when the client or the service refuses
 */
export function callOnce(
  context: ResolvedContext,
  operation: Operation,
  { input, ordered }: LineInput,
): Record<string, unknown> {
  const outcome = createClient(context.session, operation.service).send(operation.name, input, { ordered });
  if (outcome.ok) return outcome.output;
  const { code, message } = outcome.error;
  if (code === "ParamValidation") throw new CliFailure("parameter", message);
  throw new CliFailure(
    "service",
    `An error occurred (${code}) when calling the ${operation.name} operation: ${message}`,
  );
}

/** How a listing is cut: `--max-items`, `--page-size`, `--starting-token`. */
export interface PageLimits {
  readonly maxItems?: number;
  readonly pageSize?: number;
  readonly startingToken?: string;
}

/** A resume token in the AWS CLI's form: base64 of Python's JSON. */
function encodeToken(inputToken: string, next: string | undefined, skip?: number): string {
  const parts = [`"${inputToken}": ${next === undefined ? "null" : JSON.stringify(next)}`];
  if (skip !== undefined) parts.push(`"boto_truncate_amount": ${skip}`);
  return toBase64(`{${parts.join(", ")}}`);
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function decodeToken(token: string, inputToken: string): { next: string | undefined; skip: number } {
  try {
    const bytes = Uint8Array.from(atob(token), (char) => char.charCodeAt(0));
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const next = value[inputToken];
    const skip = value.boto_truncate_amount;
    return { next: typeof next === "string" ? next : undefined, skip: typeof skip === "number" ? skip : 0 };
  } catch {
    // The form before 2015: the service's own token, perhaps with `___` and a number behind it.
    const [next, skip] = token.split("___");
    return { next: next === "None" ? undefined : next, skip: Number.parseInt(skip ?? "0", 10) || 0 };
  }
}

/** Fetches the pages of a listing until it ends or `maxItems` are there. */
export function callPages(
  context: ResolvedContext,
  operation: Operation,
  line: LineInput,
  paginator: RawPaginator,
  limits: PageLimits,
): Pages {
  const pages: Record<string, unknown>[] = [];
  let { next, skip } =
    limits.startingToken === undefined
      ? { next: undefined as string | undefined, skip: 0 }
      : decodeToken(limits.startingToken, paginator.inputToken);
  let seen = 0;
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const input: Record<string, unknown> = { ...line.input };
    if (limits.pageSize !== undefined && paginator.limit !== undefined) input[paginator.limit] = limits.pageSize;
    if (next !== undefined) input[paginator.inputToken] = next;
    const page = callOnce(context, operation, { input, ordered: line.ordered });
    const items = ((page[paginator.result] as unknown[] | undefined) ?? []).slice(skip);
    const room = limits.maxItems === undefined ? Number.POSITIVE_INFINITY : limits.maxItems - seen;
    if (items.length > room) {
      pages.push({ ...page, [paginator.result]: items.slice(0, room) });
      return { pages, resumeToken: encodeToken(paginator.inputToken, next, room + skip) };
    }
    pages.push({ ...page, [paginator.result]: items });
    seen += items.length;
    skip = 0;
    const following = page[paginator.outputToken];
    if (typeof following !== "string" || following === "") return { pages };
    if (seen === limits.maxItems) return { pages, resumeToken: encodeToken(paginator.inputToken, following) };
    if (following === next)
      throw new CliFailure(
        "general",
        `Error during pagination: The same next token was received twice: {'${paginator.inputToken}': '${next}'}`,
      );
    next = following;
  }
  throw new CliFailure("general", `Error during pagination: more than ${MAX_PAGES} pages`);
}
