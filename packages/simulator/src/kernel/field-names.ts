/**
 * Names of fields that were changed together, as one object for each combination: changes of rows are of a few kinds, so
 * that a journal keeps one word for each change instead of one for each name.
 */
export class FieldNames {
  /** No field at all: every combination is reached from here, name by name. */
  static readonly NONE = new FieldNames([]);

  readonly names: readonly string[];
  readonly #longer = new Map<string, FieldNames>();

  private constructor(names: readonly string[]) {
    this.names = names;
  }

  /** These names and one more. */
  with(name: string): FieldNames {
    let longer = this.#longer.get(name);
    if (longer === undefined) {
      longer = new FieldNames([...this.names, name]);
      this.#longer.set(name, longer);
    }
    return longer;
  }
}
