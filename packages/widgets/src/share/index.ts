/** @quayside/widgets/share: shared runs without a page: links made and read, runs checked and replayed. */
export { FRAGMENT, unpackLink } from "./link-text.ts";
export { replayRun } from "./replay-run.ts";
export { ShareRefused } from "./share-problem.ts";
export { LINK_LIMITS, readSharedRun } from "./shared-run.ts";
export { type FileRun, fileTextOf, linkOf } from "./take-run.ts";
