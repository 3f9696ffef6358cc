/**
 * Where a session finds what happens when time passes. The controllers are the larger part of the simulator, and a page
 * needs them only when its clock begins to run, so they come with the entry `@quayside/simulator/engine`.
 */
import type { CloudHandlers } from "../model/cloud.ts";

/** By the kind of the agenda's entry; empty until the controllers are there. */
export const HANDLER_BOOK: Partial<CloudHandlers> = {};

/** Puts the controllers to work. The same ones every time: which world asks makes no difference. */
export function installHandlers(handlers: CloudHandlers): void {
  Object.assign(HANDLER_BOOK, handlers);
}

/** True once time can pass. */
export function engineIsInstalled(): boolean {
  return Object.keys(HANDLER_BOOK).length > 0;
}
