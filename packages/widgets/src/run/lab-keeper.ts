/**
 * Keeps a lab's progress in the store: files after a pause in typing, checks when they pass, hints and marks at once. A file that
 * another tab has changed meanwhile is not written over: whoever made the keeper is told.
 */
import type { CheckResult, Mark } from "@quayside/grader";
import { readLab, updateLab } from "./progress.ts";
import { emptyLabProgress, type LabProgress } from "./progress-shape.ts";
import { savingTrouble } from "./store.ts";
import { keepUnsaved, type Typed, takeUnsaved } from "./unsaved.ts";

const FILE_PAUSE_MS = 400;

/** One check, for the step of the lesson that it belongs to. */
export interface CheckProgress {
  readonly id: string;
  /** It passes in the run that is shown. */
  readonly passed: boolean;
  /** It has passed at some time, be it in an earlier run. */
  readonly before: boolean;
  /** What is there against what is wanted, in the language of the page. */
  readonly observed: string;
  /** Records that show it. */
  readonly evidence: readonly number[];
}

/** What the page is told when checks change: `quayside-progress`. */
export interface ProgressDetail {
  readonly labId: string;
  /** In the lab's order. */
  readonly checks: readonly CheckProgress[];
  readonly passed: boolean;
}

/** How a lab is kept. */
export interface KeeperOptions {
  /** `false` for somebody else's run: everything is forgotten with the keeper. */
  readonly keeps?: boolean;
  /** Another tab has changed these files, too: they are not saved until `keepMine`. Said once for each of them. */
  readonly clashed?: (files: readonly string[]) => void;
}

type Change = (before: LabProgress) => LabProgress;

export class LabKeeper {
  readonly keeps: boolean;
  readonly #labId: string;
  readonly #clashed: (files: readonly string[]) => void;
  #saved: LabProgress = emptyLabProgress();
  /** What was typed since the last write. */
  #typed: Record<string, string> = {};
  /** Text of each file as this lab last read or wrote it: another text in the store is another tab's. */
  #seen: Readonly<Record<string, string>> = {};
  /** Lines of the terminal that are in the store. */
  #lines: readonly string[] = [];
  /** Files that wait for the learner's word. */
  #clashes = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(labId: string, { keeps = true, clashed = () => {} }: KeeperOptions = {}) {
    this.#labId = labId;
    this.keeps = keeps;
    this.#clashed = clashed;
  }

  /** What is known of the lab. */
  get saved(): LabProgress {
    return this.#saved;
  }

  /** What the page is told: which checks pass now, which have passed before. */
  progress(results: readonly CheckResult[], language: string): ProgressDetail {
    const { checks: earlier, passedAt } = this.#saved;
    const checks = results.map(({ id, passed, observed, evidence }) => {
      return { id, passed, before: earlier[id] !== undefined, observed: observed(language), evidence };
    });
    return { labId: this.#labId, checks, passed: passedAt !== undefined };
  }

  /** Reads what earlier visits left. */
  async read(): Promise<LabProgress> {
    this.#saved = await readLab(this.#labId);
    this.#seen = this.#saved.files;
    this.#lines = this.#saved.history;
    // What another tab has changed since that visit is newer than what the visit left.
    void this.#changeFiles(takeUnsaved(this.#labId));
    this.#seen = this.#saved.files;
    return this.#saved;
  }

  /** Notes checks that pass. */
  noteChecks(results: readonly CheckResult[]): void {
    const fresh = results.filter((result) => result.passed && this.#saved.checks[result.id] === undefined);
    if (fresh.length === 0) return;
    const now = Date.now();
    const checks = { ...Object.fromEntries(fresh.map((result) => [result.id, now])), ...this.#saved.checks };
    void this.#change((before) => ({ ...before, checks: { ...checks, ...before.checks } }));
  }

  noteFile(name: string, text: string): void {
    this.#typed[name] = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), FILE_PAUSE_MS);
  }

  /** Writes what waits for a pause. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const typed = this.#takeTyped();
    if (Object.keys(typed).length === 0) return;
    const clashes = await this.#changeFiles(typed);
    const fresh = clashes.filter((name) => !this.#clashes.has(name));
    for (const name of fresh) this.#clashes.add(name);
    if (fresh.length > 0) this.#clashed(fresh);
  }

  /** The learner's word: what stands in this tab is saved over what another one has written. */
  keepMine(): Promise<unknown> {
    const mine = [...this.#clashes].map((name) => [name, this.#saved.files[name] ?? ""]);
    this.#clashes.clear();
    return this.#change((before) => ({ ...before, files: { ...before.files, ...Object.fromEntries(mine) } }));
  }

  /** Writes what waits for a pause while the page is being left: what the store may not get done any more waits beside it. */
  leave(): void {
    if (!this.keeps || Object.keys(this.#typed).length === 0) return;
    keepUnsaved(this.#labId, this.#overSeen(this.#typed));
    void this.flush().then(() => {
      if (savingTrouble() === undefined) takeUnsaved(this.#labId);
    });
  }

  /** The learner's texts of these files are given up: the lab's own stand there again, be they mended meanwhile. */
  dropFiles(names: readonly string[]): void {
    const without = (files: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
    this.#typed = without(this.#typed);
    this.#seen = without(this.#seen);
    for (const name of names) this.#clashes.delete(name);
    void this.#change((before) => ({ ...before, files: without(before.files) }));
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

  /** Notes the lines of the terminal, oldest first; those of another tab stay. */
  noteHistory(lines: readonly string[]): void {
    const added = addedTo(this.#lines, lines);
    this.#lines = [...lines];
    void this.#change((before) => ({ ...before, history: [...before.history, ...added] }));
  }

  #takeTyped(): Readonly<Record<string, Typed>> {
    const typed = this.#overSeen(this.#typed);
    this.#seen = { ...this.#seen, ...this.#typed };
    this.#typed = {};
    return typed;
  }

  #overSeen(texts: Readonly<Record<string, string>>): Record<string, Typed> {
    const typed = Object.entries(texts).map(([name, text]): [string, Typed] => {
      const over = this.#seen[name];
      return [name, over === undefined ? { text } : { text, over }];
    });
    return Object.fromEntries(typed);
  }

  /** Writes texts where the store has what they were typed over. @returns the files of which it has something else */
  async #changeFiles(typed: Readonly<Record<string, Typed>>): Promise<readonly string[]> {
    const names = Object.keys(typed);
    if (names.length === 0) return names;
    // The store's word comes last: the same change is made of what this page remembers, first.
    let clashes: readonly string[] = [];
    await this.#change((before) => {
      clashes = names.filter((name) => isOfAnother(before.files[name], typed[name]));
      const own = names.filter((name) => !clashes.includes(name)).map((name) => [name, typed[name]?.text ?? ""]);
      return { ...before, files: { ...before.files, ...Object.fromEntries(own) } };
    });
    return clashes;
  }

  #change(change: Change): Promise<unknown> {
    this.#saved = change(this.#saved);
    return this.keeps ? updateLab(this.#labId, change) : Promise.resolve();
  }
}

/** Whether a stored text was written by another tab since this one has looked. */
function isOfAnother(stored: string | undefined, typed: Typed | undefined): boolean {
  return stored !== undefined && stored !== typed?.over && stored !== typed?.text;
}

/** The lines at the end of a list that it did not have before; it may have lost some at its beginning. */
function addedTo(before: readonly string[], after: readonly string[]): readonly string[] {
  for (let known = Math.min(before.length, after.length); known > 0; known -= 1) {
    const isSame = before.slice(-known).every((line, index) => line === after[index]);
    if (isSame) return after.slice(known);
  }
  return after;
}
