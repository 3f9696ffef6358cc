/** A finding in a file, as reports show it. */
import type { TextEdit } from "../json/edit-json.ts";
import type { LineIndex } from "../json/lines.ts";
import type { Place } from "../json/locate.ts";
import type { Problem } from "../problem.ts";

/** A finding in a file. Lines and columns from 1, the end exclusive; columns count UTF-16 units. */
export interface LintFinding {
  readonly ruleId: string;
  readonly severity: Problem["severity"];
  readonly source: Problem["source"];
  readonly message: string;
  /** As it is written in the file: `Resources.Web.Properties.Cpu`; empty for the whole. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What to do, in a sentence. */
  readonly fix: string | undefined;
  /** A change of the text that does it; JSON that is no template only. */
  readonly edits: readonly TextEdit[] | undefined;
  /** The change makes up something that only the author knows. */
  readonly isGuess: boolean;
}

/** Of a finding that no change is offered for. */
export const NO_EDITS = { edits: undefined, isGuess: false } as const;

/** A finding of our own: what is worth knowing of a file or a place in it. */
export function noteOf(ruleId: string, message: string, path: string, place: Place, lines: LineIndex): LintFinding {
  const end = lines.positionAt(Math.max(place.end, place.start + 1));
  const where = { ...lines.positionAt(place.start), endLine: end.line, endColumn: end.column };
  return { ruleId, severity: "info", source: "note", message, path, ...where, fix: undefined, ...NO_EDITS };
}
