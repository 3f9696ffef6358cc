/**
 * The entry that a page loads at the first touch: the session, with every operation, rule and controller behind it.
 * Importing it changes nothing, so a program that reads `@quayside/simulator` anyway needs no more.
 */
export type { Advanced, AdvanceRequest } from "./advance.ts";
export { beginningOf } from "./picture.ts";
export { RunRefused } from "./scenario.ts";
export { Session, type StartOptions } from "./session.ts";
