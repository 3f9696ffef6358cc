/** The vocabulary of checks: small conditions over the cloud and its journal that labs put together. */

export { addressesLeft, addressReused, type SubnetMatch } from "./addresses.ts";
export { type BuildMatch, buildRan } from "./builds.ts";
export { accepted, type CallMatch, called, callOf, refused } from "./calls.ts";
export { NO_WAY_OUT, type Why } from "./causes.ts";
export { clusterCreated } from "./clusters.ts";
export { type ConnectionMatch, connectionTested } from "./connections.ts";
export { type ContainerMoment, containersInOrder } from "./containers.ts";
export { type DefinitionMatch, registered } from "./definitions.ts";
export { type DeploymentMatch, deploymentReached } from "./deployments.ts";
export { type DrainMatch, taskDrained } from "./draining.ts";
export { type ExecLineMatch, execAgentRunning, execLineRun } from "./exec.ts";
export { edited, type FileContent } from "./files.ts";
export { waitedForHost } from "./host-queue.ts";
export { type InstanceMatch, instanceReached, type MachineMatch, machineReached } from "./instances.ts";
export { keepsOut } from "./kept-out.ts";
export { type LogStreamMatch, taskHasLogStream } from "./logs.ts";
export { always, eventually, type Moment } from "./moments.ts";
export { taskHasPublicAddress } from "./network.ts";
export { type Layout, placementFailed, spreadYielded, tasksLie } from "./placement.ts";
export { portsPublished } from "./published-ports.ts";
export { imagePulled } from "./pulls.ts";
export { type RequestMatch, requestMet } from "./requests.ts";
export {
  type ContainerMatch,
  constrainsPlacement,
  field,
  hasContainer,
  mountsFileSystem,
  type Requirement,
  requiresCompatibility,
  type TaskDefinition,
} from "./requirements.ts";
export { imagePushed, type RevisionMatch, revisionReached } from "./revisions.ts";
export {
  type ReplacedMatch,
  type ServiceMatch,
  serviceReached,
  serviceSaid,
  serviceSteady,
  taskReplaced,
} from "./services.ts";
export { type TargetMatch, targetReached, targetsTogether } from "./targets.ts";
export { noTaskLeft, taskCreated, taskPassedThrough, taskReached } from "./task-status.ts";
export { momentsInOrder, type StopMatch, type TaskMoment, taskStopped, taskToldToStop } from "./task-stop.ts";
export { revisionOf, type StopCode, type TaskMatch, type TaskRow, type TaskStatus, tasksMatching } from "./tasks.ts";
export type { ContainerHappening, WayOut } from "./texts/words.ts";
export { buildsRunning, copiesRunning, tasksRunning } from "./together.ts";
export { all, any, failed, inTurn, not, passed } from "./verdict.ts";
export { type EndpointMatch, endpointReached, natGatewayReached, taskRanBy } from "./ways-out.ts";
