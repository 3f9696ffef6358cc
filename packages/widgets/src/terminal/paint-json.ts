/** Cuts printed JSON into coloured pieces. The pieces joined give the text back, letter for letter. */
import { nextToken, type Token } from "../editor/json/scan-json.ts";

/** `kind` undefined: no colour of its own. */
export interface Piece {
  readonly text: string;
  readonly kind: "key" | "string" | "number" | "word" | undefined;
}

/** Longer texts are not coloured: the pieces would cost more than they explain. */
export const LONGEST_PAINTED = 60_000;

/** The pieces of a text that starts like a JSON document; one plain piece for any other. */
export function paintJson(text: string): readonly Piece[] {
  if (text.length > LONGEST_PAINTED || !/^\s*[{[]/.test(text)) return [{ text, kind: undefined }];
  const pieces: Piece[] = [];
  let plainFrom = 0;
  let token = nextToken(text, 0, () => {});
  while (token.kind !== "end") {
    const next = nextToken(text, token.end, () => {});
    const kind = kindOf(token, next);
    if (kind !== undefined) {
      if (token.start > plainFrom) pieces.push({ text: text.slice(plainFrom, token.start), kind: undefined });
      pieces.push({ text: text.slice(token.start, token.end), kind });
      plainFrom = token.end;
    }
    token = next;
  }
  if (plainFrom < text.length) pieces.push({ text: text.slice(plainFrom), kind: undefined });
  return pieces;
}

function kindOf(token: Token, next: Token): Piece["kind"] {
  if (token.kind === "string") return next.kind === ":" ? "key" : "string";
  if (token.kind === "number") return "number";
  return token.kind === "boolean" || token.kind === "null" ? "word" : undefined;
}
