/** The parts of a lab as elements of their own, for pages that put a lab together themselves. The editor and the terminal have their own files. */
export { QuaysideChecks } from "./checks/quayside-checks.ts";
export { QuaysideInspector } from "./inspector/quayside-inspector.ts";
export { QuaysideJournal } from "./journal/quayside-journal.ts";
export { QuaysideLifecycle } from "./lifecycle/quayside-lifecycle.ts";
export { QuaysideMap } from "./map/quayside-map.ts";
export { QuaysideResources } from "./resources/quayside-resources.ts";
export { QuaysideTimeline } from "./timeline/quayside-timeline.ts";
