/** What one scene of the map leaves for the next: marks that are still true are handed out again, the others forgotten. */

/** Entries by key, of the scene before and of the one that is being made. */
export class Shelf<Entry> {
  #kept = new Map<string, Entry>();
  #used = new Map<string, Entry>();

  /** The entry of this scene: the earlier one while it holds, else a new one. */
  take(key: string, holds: (earlier: Entry) => boolean, make: (earlier: Entry | undefined) => Entry): Entry {
    const earlier = this.#kept.get(key);
    const entry = earlier !== undefined && holds(earlier) ? earlier : make(earlier);
    this.#used.set(key, entry);
    return entry;
  }

  /** Ends a scene: forgets what it did not show. */
  endScene(): void {
    const spare = this.#kept;
    this.#kept = this.#used;
    spare.clear();
    this.#used = spare;
  }
}
