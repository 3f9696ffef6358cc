/** Keeps a lab's progress in the store: files after a pause in typing, checks when they pass, hints and marks at once. */
import type { CheckResult, Mark } from "@quayside/grader";
import { emptyLabProgress, type LabProgress, readLab, updateLab } from "./progress.ts";

const FILE_PAUSE_MS = 400;

/** What the page is told when checks change: `quayside-progress`. */
export interface ProgressDetail {
  readonly labId: string;
  readonly checks: readonly { readonly id: string; readonly passed: boolean }[];
  readonly passed: boolean;
}

export class LabKeeper {
  readonly keeps: boolean;
  readonly #labId: string;
  #saved: LabProgress = emptyLabProgress();
  #files: Record<string, string> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `keeps: false` for somebody else's run: everything is forgotten with the keeper. */
  constructor(labId: string, { keeps = true }: { readonly keeps?: boolean } = {}) {
    this.#labId = labId;
    this.keeps = keeps;
  }

  /** What is known of the lab. */
  get saved(): LabProgress {
    return this.#saved;
  }

  /** What the page is told: checks that pass now or have passed before. */
  progress(results: readonly CheckResult[]): ProgressDetail {
    const { checks: earlier, passedAt } = this.#saved;
    const checks = results.map(({ id, passed }) => ({ id, passed: passed || earlier[id] !== undefined }));
    return { labId: this.#labId, checks, passed: passedAt !== undefined };
  }

  /** Reads what earlier visits left. */
  async read(): Promise<LabProgress> {
    this.#saved = await readLab(this.#labId);
    const files = takeUnsaved(this.#labId);
    if (files !== undefined) void this.#change((before) => ({ ...before, files: { ...before.files, ...files } }));
    return this.#saved;
  }

  /** Notes checks that pass. @returns whether one passed for the first time */
  noteChecks(results: readonly CheckResult[]): boolean {
    const fresh = results.filter((result) => result.passed && this.#saved.checks[result.id] === undefined);
    if (fresh.length === 0) return false;
    const now = Date.now();
    const checks = { ...Object.fromEntries(fresh.map((result) => [result.id, now])), ...this.#saved.checks };
    void this.#change((before) => ({ ...before, checks: { ...checks, ...before.checks } }));
    return true;
  }

  noteFile(name: string, text: string): void {
    this.#files[name] = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), FILE_PAUSE_MS);
  }

  /** Writes what waits for a pause. */
  flush(): Promise<unknown> {
    clearTimeout(this.#timer);
    if (Object.keys(this.#files).length === 0) return Promise.resolve();
    const files = this.#files;
    this.#files = {};
    return this.#change((before) => ({ ...before, files: { ...before.files, ...files } }));
  }

  /** Writes what waits for a pause while the page is being left: what the store may not get done any more waits beside it. */
  leave(): void {
    if (!this.keeps || Object.keys(this.#files).length === 0) return;
    keepUnsaved(this.#labId, this.#files);
    void this.flush().then(() => takeUnsaved(this.#labId));
  }

  noteHint(taken: number): void {
    void this.#change((before) => ({ ...before, hints: Math.max(before.hints, taken) }));
  }

  noteMark(mark: Mark): void {
    const best = mark.max === 0 ? 0 : mark.score / mark.max;
    void this.#change((before) => ({
      ...before,
      attempts: before.attempts + 1,
      best: Math.max(before.best, best),
      ...(mark.passed ? { passedAt: before.passedAt ?? Date.now() } : {}),
    }));
  }

  noteHistory(history: readonly string[]): void {
    void this.#change((before) => ({ ...before, history }));
  }

  #change(change: (before: LabProgress) => LabProgress): Promise<unknown> {
    this.#saved = change(this.#saved);
    return this.keeps ? updateLab(this.#labId, change) : Promise.resolve();
  }
}

const unsavedKey = (labId: string): string => `quayside-unsaved:${labId}`;

/** A write that takes no time to be done, unlike the store's; a browser that refuses it loses the last moment's typing. */
function keepUnsaved(labId: string, files: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(unsavedKey(labId), JSON.stringify(files));
  } catch {
    // Storage is blocked or full: the page has said so where it shows progress.
  }
}

/** Takes the texts that an earlier visit left unsaved, if any. */
function takeUnsaved(labId: string): Record<string, string> | undefined {
  try {
    const text = localStorage.getItem(unsavedKey(labId));
    localStorage.removeItem(unsavedKey(labId));
    const files: unknown = JSON.parse(text ?? "null");
    if (typeof files !== "object" || files === null) return undefined;
    return Object.fromEntries(Object.entries(files).filter(([, file]) => typeof file === "string"));
  } catch {
    return undefined;
  }
}
