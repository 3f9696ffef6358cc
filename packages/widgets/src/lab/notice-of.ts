/** What the buttons around a definition have to say afterwards, as a notice. Comes with what they do. */
import type { JsonProblemCode } from "@quayside/linter/json";
import { shortId } from "../base/cloud.ts";
import { editorTexts } from "../editor/texts/index.ts";
import type { Texts } from "../i18n/index.ts";
import type { Notice } from "../run/notices.ts";
import { noticeTexts } from "./notice-texts/index.ts";

/** What keeps a text from being JSON, and in which line. */
export interface JsonFault {
  readonly code: JsonProblemCode;
  readonly detail: string;
  readonly line: number;
}

/** Why nothing came of it. */
export type Refused =
  | { readonly ok: false; readonly reason: "no-cluster" }
  | { readonly ok: false; readonly reason: "no-subnet" }
  | { readonly ok: false; readonly reason: "bad-json"; readonly fault: JsonFault }
  | { readonly ok: false; readonly reason: "placement"; readonly message: string }
  | {
      readonly ok: false;
      readonly reason: "refused";
      readonly operation: string;
      readonly code: string;
      readonly message: string;
    };

/** What a press of "Register & run" or "Stop" has to say. `places` are where the editor's rules see the mistake. */
export function noticeOf(
  result: { readonly ok: true; readonly taskArn?: string; readonly revision: string } | Refused,
  done: (id: string, revision: string) => string,
  page: { readonly t: Texts; readonly language: string },
  places: readonly string[],
): Notice {
  const words = noticeTexts(page.language);
  if (result.ok) return { kind: "news", text: done(shortId(result.taskArn ?? ""), result.revision) };
  const plain = (message: string): Notice => ({ kind: "refused", title: message, message: "", places: [] });
  if (result.reason === "no-cluster") return plain(words.noCluster);
  if (result.reason === "no-subnet") return plain(words.noSubnet);
  if (result.reason === "bad-json") {
    const { code, detail, line } = result.fault;
    return plain(words.badJson(line, editorTexts(page.language).json[code](detail)));
  }
  if (result.reason === "placement") return plain(words.capacityFailure(result.message));
  const title = page.t.refused(result.operation);
  const message = `An error occurred (${result.code}) when calling the ${result.operation} operation: ${result.message}`;
  // What the client of the API refuses never reaches the cloud: the journal has no record of it.
  if (result.code === "ParamValidation") return { kind: "refused", title, message: result.message, places };
  return { kind: "refused", title, message, places, recorded: true };
}
