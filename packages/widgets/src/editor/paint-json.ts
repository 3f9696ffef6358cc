/** Cuts JSON into coloured pieces, for the terminal's answers and the plain editor. The pieces joined give the text back, letter for letter. */
import { nextToken, type Token } from "@quayside/linter/json";

/** `kind` undefined: no colour of its own. */
export interface Piece {
  readonly text: string;
  readonly kind: "key" | "string" | "number" | "word" | undefined;
}

/** Longer texts are not coloured: the pieces would cost more than they explain. */
export const LONGEST_PAINTED = 60_000;

/** A range of the text that is underlined, offsets in UTF-16 units. */
export interface Underline {
  readonly start: number;
  readonly end: number;
  readonly severity: string;
}

/** The pieces cut further at the ends of the underlines; a piece under one carries its severity. */
export function underline(
  pieces: readonly Piece[],
  underlines: readonly Underline[],
): readonly (Piece & { readonly under: string | undefined })[] {
  const cuts = [...new Set(underlines.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const cut: (Piece & { readonly under: string | undefined })[] = [];
  let at = 0;
  for (const { text, kind } of pieces) {
    const from = at;
    for (const end of [...cuts.filter((place) => place > from && place < from + text.length), from + text.length]) {
      const start = at;
      const under = underlines.find((range) => range.start <= start && end <= range.end)?.severity;
      cut.push({ text: text.slice(start - from, end - from), kind, under });
      at = end;
    }
  }
  return cut;
}

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
