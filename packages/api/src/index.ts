/** @quayside/api: the simulated cloud behind AWS's front door. The command line, the schema and the docs have doors of their own. */
export { type Client, createClient } from "./client.ts";
export { openRun, openScenario } from "./door/open.ts";
export { OPEN_LIMITS, type RunLimits, type RunOfLab, readRun, readRunOfLab } from "./door/read-run.ts";
export { readScenario } from "./door/read-scenario.ts";
export { readWait } from "./door/read-wait.ts";
export { send } from "./door/send.ts";
export { API_VERSION, OPERATION_NAMES, type OperationName, TARGET_PREFIX } from "./generated/operation-names.ts";
export { AWS_SERVICES, type AwsService, type Operation, operationModel, type Shape, serviceFacts } from "./model.ts";
export { type OperationCoverage, operationCoverage } from "./operations.ts";
export {
  errorResponse,
  type FrontRefusal,
  type HttpRequest,
  type HttpResponse,
  handleAwsJson,
} from "./protocol/aws-json.ts";
export { handleAws, refuseRegion } from "./protocol/front-door.ts";
export { otherServiceOf, signedRegionOf } from "./protocol/other-services.ts";
export { nextRequestId } from "./protocol/request-id.ts";
export { type InputProblem, inputProblems, validateInput, validationMessage } from "./validate.ts";
