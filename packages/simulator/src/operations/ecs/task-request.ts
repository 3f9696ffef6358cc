/** What RunTask is asked, and what its checks make of it. */
import type { Refusal } from "../../model/refusal.ts";
import type { Input } from "../shapes.ts";

export type RunTaskInput = Input<"ecs", "RunTask">;

/** What a check has made of a request, or why it is refused. */
export type Checked<T> = { readonly ok: true; readonly checked: T } | Refusal;
