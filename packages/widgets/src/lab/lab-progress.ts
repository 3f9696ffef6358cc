/** Keeps a lab's progress in the store: files after a pause in typing, checks when they pass, hints and marks at once. */
import type { CheckResult, Mark } from "@quayside/grader";
import { emptyLabProgress, type LabProgress, readLab, updateLab } from "../progress.ts";

const FILE_PAUSE_MS = 400;

/** What the page is told when checks change: `quayside-progress`. */
export interface ProgressDetail {
  readonly labId: string;
  readonly checks: readonly { readonly id: string; readonly passed: boolean }[];
  readonly passed: boolean;
}

export class LabKeeper {
  readonly #labId: string;
  #saved: LabProgress = emptyLabProgress();
  #files: Record<string, string> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(labId: string) {
    this.#labId = labId;
  }

  /** What is known of the lab. */
  get saved(): LabProgress {
    return this.#saved;
  }

  /** Reads what earlier visits left. */
  async read(): Promise<LabProgress> {
    this.#saved = await readLab(this.#labId);
    return this.#saved;
  }

  /** Notes checks that pass. @returns whether one passed for the first time */
  noteChecks(results: readonly CheckResult[]): boolean {
    const fresh = results.filter((result) => result.passed && this.#saved.checks[result.id] === undefined);
    if (fresh.length === 0) return false;
    const now = Date.now();
    const checks = { ...Object.fromEntries(fresh.map((result) => [result.id, now])), ...this.#saved.checks };
    this.#change((before) => ({ ...before, checks: { ...checks, ...before.checks } }));
    return true;
  }

  noteFile(name: string, text: string): void {
    this.#files[name] = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), FILE_PAUSE_MS);
  }

  /** Writes what waits for a pause: called when the page is left. */
  flush(): void {
    clearTimeout(this.#timer);
    if (Object.keys(this.#files).length === 0) return;
    const files = this.#files;
    this.#files = {};
    this.#change((before) => ({ ...before, files: { ...before.files, ...files } }));
  }

  noteHint(taken: number): void {
    this.#change((before) => ({ ...before, hints: Math.max(before.hints, taken) }));
  }

  noteMark(mark: Mark): void {
    const best = mark.max === 0 ? 0 : mark.score / mark.max;
    this.#change((before) => ({
      ...before,
      attempts: before.attempts + 1,
      best: Math.max(before.best, best),
      ...(mark.passed ? { passedAt: before.passedAt ?? Date.now() } : {}),
    }));
  }

  noteHistory(history: readonly string[]): void {
    this.#change((before) => ({ ...before, history }));
  }

  #change(change: (before: LabProgress) => LabProgress): void {
    this.#saved = change(this.#saved);
    void updateLab(this.#labId, change);
  }
}
