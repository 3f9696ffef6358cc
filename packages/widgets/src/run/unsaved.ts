/** Typing that the store may not get done any more while a page is being left: it waits beside the store, in a place that is quick. */

/** A file's new text, and the one that it was typed over; none for a file that was not stored. */
export interface Typed {
  readonly text: string;
  readonly over?: string;
}

const unsavedKey = (labId: string): string => `quayside-unsaved:${labId}`;

/** A write that takes no time to be done, unlike the store's; a browser that refuses it loses the last moment's typing. */
export function keepUnsaved(labId: string, files: Readonly<Record<string, Typed>>): void {
  try {
    localStorage.setItem(unsavedKey(labId), JSON.stringify(files));
  } catch {
    // Storage is blocked or full: the lab says that nothing is saved.
  }
}

/** Takes the texts that an earlier visit left unsaved. */
export function takeUnsaved(labId: string): Record<string, Typed> {
  try {
    const text = localStorage.getItem(unsavedKey(labId));
    localStorage.removeItem(unsavedKey(labId));
    const files: unknown = JSON.parse(text ?? "null");
    if (typeof files !== "object" || files === null) return {};
    return Object.fromEntries(Object.entries(files).flatMap(([name, file]) => typedOf(name, file)));
  } catch {
    return {};
  }
}

function typedOf(name: string, file: unknown): [string, Typed][] {
  if (typeof file !== "object" || file === null || !("text" in file) || typeof file.text !== "string") return [];
  const over = "over" in file && typeof file.over === "string" ? { over: file.over } : {};
  return [[name, { text: file.text, ...over }]];
}
