/** What an editor knows of its files: the texts, what is wrong with the one that is shown, and what its fields mean. */
import { type Choice, choicesAt, definitionValue, type Fix, unwrap } from "@quayside/linter";
import { type JsonDocument, parseJson, pathAt, pathText, type ValueSlot, valueSlot } from "@quayside/linter/json";
import { Buffers } from "./buffers.ts";
import { isDefinitionFile } from "./file-kind.ts";
import { type JsonSchema, schemaAt } from "./json-schema.ts";
import { findProblems, type Problem, verdictOf } from "./problems.ts";
import { loadTaskDefinitionSchema } from "./schema-source.ts";
import type { EditorTexts } from "./texts/index.ts";

/** What can be said about the place of the caret. */
export interface PlaceHelp {
  /** As people write it; empty at the root. */
  readonly path: string;
  /** What the API's model says about the field. */
  readonly text: string | undefined;
  readonly slot: ValueSlot | undefined;
  /** The values that the field can take here; empty where any will do. */
  readonly choices: readonly Choice[];
}

export class EditorModel {
  readonly buffers = new Buffers();
  /** The schema of the files, once it is there. */
  schema: JsonSchema | undefined;
  problems: readonly Problem[] = [];
  #document: JsonDocument = parseJson("");
  #help: { readonly document: JsonDocument; readonly offset: number; readonly help: PlaceHelp } | undefined;

  /** Brings the schema when it is first needed; without it the text is still edited and the rules still speak. */
  loadSchema(then: (schema: JsonSchema) => void): void {
    if (this.schema !== undefined) return;
    loadTaskDefinitionSchema().then(
      (schema) => {
        this.schema = schema;
        this.#help = undefined;
        then(schema);
      },
      (error: unknown) => console.warn("quayside-editor: no schema, so no field help:", error),
    );
  }

  /** Parses and checks a definition whole, other files not at all; cheap enough to be done after each pause (see `npm run bench -- rules`). */
  check(file: string, texts: EditorTexts, practices: boolean): readonly Problem[] {
    if (!isDefinitionFile(file)) {
      this.#document = parseJson("");
      this.problems = [];
      return this.problems;
    }
    this.#document = parseJson(this.buffers.text(file) ?? "");
    this.problems = findProblems(this.#document, texts, practices);
    return this.problems;
  }

  /** Whether a file is checked at all, and can be registered. */
  isDefinition(file: string): boolean {
    return isDefinitionFile(file);
  }

  /** The problems of the last check in a few words, or that there was none. */
  verdict(file: string, texts: EditorTexts): string {
    return isDefinitionFile(file) ? verdictOf(this.problems, texts) : texts.notChecked;
  }

  /** The fix with the same title among the problems of the last check, or undefined when it is not needed any more. */
  fixLike({ title }: Fix): Fix | undefined {
    const wanted = JSON.stringify(title);
    return this.problems.flatMap(({ fixes }) => fixes).find((fix) => JSON.stringify(fix.title) === wanted);
  }

  /** Help for the place of an offset in the text that was checked last; worked out once a place, asked for each drawing. */
  helpAt(offset: number): PlaceHelp {
    const document = this.#document;
    const known = this.#help;
    if (known?.document === document && known.offset === offset) return known.help;
    const help = this.#helpIn(document, offset);
    this.#help = { document, offset, help };
    return help;
  }

  #helpIn(document: JsonDocument, offset: number): PlaceHelp {
    const path = pathAt(document.root, offset);
    const text = this.schema === undefined ? undefined : schemaAt(this.schema, path)?.description;
    return { path: pathText(path), text, ...valuesAt(document, offset) };
  }
}

/** The slot of a value at an offset and what it can be. */
export function valuesAt(document: JsonDocument, offset: number): Pick<PlaceHelp, "slot" | "choices"> {
  const slot = valueSlot(document, offset);
  const { root } = document;
  if (slot === undefined || root === undefined) return { slot: undefined, choices: [] };
  return { slot, choices: choicesAt(definitionValue(unwrap(root), false), slot.path) };
}
