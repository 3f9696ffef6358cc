/**
 * Where this browser keeps what learners leave behind: values by key in IndexedDB, for as long as it allows. Nothing here rejects: a
 * store that refuses is told as trouble, and the next try opens it anew.
 */
import { createStore, get, update } from "idb-keyval";

/** Why nothing is being saved: the browser refused, or what is stored is of a newer Quayside than this page. */
export type SavingTrouble = "refused" | "newer";

let trouble: SavingTrouble | undefined;
let store: ReturnType<typeof createStore> | undefined;
const listeners = new Set<() => void>();

/** Why what is done now will not be there after the page; undefined when all is well. */
export function savingTrouble(): SavingTrouble | undefined {
  return trouble;
}

/** Calls back when `savingTrouble` has become another one. @returns the function that ends it */
export function onSavingTrouble(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Saving goes well again, or not. */
export function become(next: SavingTrouble | undefined): void {
  if (trouble === next) return;
  trouble = next;
  for (const listener of listeners) listener();
}

/** What is stored under a key, if the store could be read. */
export function readStored(key: string): Promise<{ readonly value: unknown } | undefined> {
  return attempt(async () => ({ value: await get<unknown>(key, open()) }));
}

/** Makes another value of what is stored, with nobody in between; undefined takes it away. @returns whether the store took it */
export async function changeStored(key: string, change: (before: unknown) => unknown): Promise<boolean> {
  return (await attempt(() => update<unknown>(key, change, open()).then(() => true))) ?? false;
}

/** Where a lab's run is kept; of every lab, without an id, how its key begins. */
export function runKey(labId = ""): string {
  return `run:${labId}`;
}

/** The store, opened. */
export function open(): ReturnType<typeof createStore> {
  store ??= createStore("quayside", "progress");
  return store;
}

/** Runs a storage action. One that fails is the end of its connection, not of saving: the next one opens another. */
export async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    store = undefined;
    become("refused");
    return undefined;
  }
}
