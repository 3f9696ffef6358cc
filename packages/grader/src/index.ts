/** Labs, their checks and marks. What the page loads: no schema library, no command line interpreter, no Node. */
export { Attempt, type AttemptOptions, type CommandResult, type RunLine } from "./attempt.ts";
export * from "./checks/index.ts";
export { evaluateChecks, markOf } from "./evaluate.ts";
export { History, type RowIn, type RowStory, type RowVersion, type TableName } from "./history.ts";
export {
  type Check,
  type CheckView,
  type Condition,
  defineLab,
  type Lab,
  type LabCommand,
  type LabFile,
  type Mistake,
  type Verdict,
} from "./lab.ts";
export type { CheckResult, Mark, MarkLine } from "./mark.ts";
export { inLanguage, joinTexts, type Language, type Text, text } from "./text.ts";
