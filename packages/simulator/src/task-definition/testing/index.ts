/** @quayside/simulator/task-definition/samples: definitions for tests, right ones and one mistake each. */
export { CASES } from "./cases.ts";
export { type Changes, changed, type Json } from "./change.ts";
export { INVALID } from "./invalid-samples.ts";
export { VALID } from "./valid-samples.ts";
