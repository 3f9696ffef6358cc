/**
 * What stands in each file of the editor. The host owns the files and may replace a text at any time; what the learner
 * typed wins until the host really gives another text than the one it gave before.
 */

/** One tab of the editor. */
export interface EditorFile {
  readonly name: string;
  readonly text: string;
  /** What it was before anybody typed, where it can be had again. */
  readonly original?: string;
}

export class Buffers {
  readonly #given = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #originals = new Map<string, string | undefined>();

  /** Names in the order of the tabs. */
  get names(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** The current text, or undefined when there is no such file. */
  text(name: string): string | undefined {
    return this.#texts.get(name);
  }

  /** What a file was at first, when that is something else than what stands there. */
  original(name: string): string | undefined {
    const original = this.#originals.get(name);
    return original === this.#texts.get(name) ? undefined : original;
  }

  /** Takes the host's files; gives back the names whose visible text changed. Files that are gone are dropped. */
  receive(files: readonly EditorFile[]): readonly string[] {
    const before = new Map(this.#texts);
    const known = new Map(this.#given);
    this.#texts.clear();
    this.#given.clear();
    const changed: string[] = [];
    for (const { name, text, original } of files) {
      this.#originals.set(name, original);
      const typed = before.get(name);
      const kept = typed !== undefined && known.get(name) === text ? typed : text;
      this.#given.set(name, text);
      this.#texts.set(name, kept);
      if (kept !== typed) changed.push(name);
    }
    return changed;
  }

  /** Notes what the learner typed; false when nothing changed or the file is unknown. */
  type(name: string, text: string): boolean {
    const before = this.#texts.get(name);
    if (before === undefined || before === text) return false;
    this.#texts.set(name, text);
    return true;
  }
}
