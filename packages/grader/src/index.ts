/** Labs, their checks and marks. What the page loads: no schema library, no command line interpreter, no Node. */
export { type Answers, defineAnswers, type Mistake, NO_ANSWERS } from "./answers.ts";
export { Attempt, type AttemptOptions, type CommandResult, type RunLine } from "./attempt.ts";
export {
  type BalancedServiceOptions,
  balancedService,
  balancer,
  type TargetGroupOptions,
} from "./authoring/balancing.ts";
export {
  editJson,
  editText,
  PRIVATE_SUBNET,
  PUBLIC_SUBNET,
  pushImage,
  type RunTaskOptions,
  registerFile,
  runningTask,
  runTask,
  stopTask,
  UNTIL_SETTLED,
  until,
} from "./authoring/commands.ts";
export { jsonFile, textFile } from "./authoring/files.ts";
export { instancesOf, type PlaceTasksOptions, placeTasks } from "./authoring/instances.ts";
export {
  leftRunning,
  type MistakeSetting,
  noLaunchType,
  noNetwork,
  noPublicIp,
  stoppedTooEarly,
} from "./authoring/mistakes.ts";
export {
  type CreateServiceOptions,
  createService,
  fargateDefinition,
  updateService,
} from "./authoring/services.ts";
export { type LateTexts, labsArriving, type TranslationOf, textsOf } from "./by-language.ts";
export * from "./checks/index.ts";
export type { CheckView, Condition, Verdict } from "./condition.ts";
export { evaluateChecks, findMistakes, markOf } from "./evaluate.ts";
export { History, type RowIn, type RowStory, type RowVersion, type TableName } from "./history.ts";
export {
  type Check,
  defineLab,
  type Lab,
  type LabCommand,
  type LabFile,
  loadAnswers,
  type WholeLab,
} from "./lab.ts";
export { type LabBeginning, lateLab } from "./late-lab.ts";
export type { CheckResult, Mark, MarkLine } from "./mark.ts";
export { labOfTour, planTour, TOUR_BREATH_MS, type TourMoment } from "./plan-tour.ts";
export { isRun, withTask } from "./terminal-line.ts";
export { joinTexts, type Language, type Text } from "./text.ts";
export { defineTour, type Tour, type TourEvent, type TourStop, type TourTarget } from "./tour.ts";
export { unmetText, type Waited, waitTitle } from "./wait-words.ts";
