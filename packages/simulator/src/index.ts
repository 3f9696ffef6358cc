/** @quayside/simulator: Amazon ECS as a deterministic program. No DOM, no I/O, no wall clock. */
export { type Advanced, type AdvanceRequest, type Ending, LONGEST_WAIT_STEPS, requestOf } from "./advance.ts";
export {
  AWAITED,
  type Awaited,
  type AwaitedCondition,
  type AwaitedKind,
  type AwaitedThing,
  type Duration,
  partsOf,
  type Wait,
} from "./awaited.ts";
export { listenersOf, rulesOf, targetsOf } from "./balancing/rows.ts";
export type { BalancingKind } from "./balancing-sentences.ts";
export { attachmentChart, type Chart, containerChart, type Move, taskChart } from "./charts/index.ts";
export { arnAt } from "./controllers/traffic/flow-state.ts";
export {
  DEFAULT_NETWORK,
  DEFAULT_SECURITY_GROUP_ID,
  DEFAULT_SUBNETS,
  DEFAULT_VPC_ID,
  type NetworkPlan,
} from "./default-network.ts";
export type { EventKind } from "./event-sentences.ts";
export { sentenceOf } from "./explain.ts";
export type { InstanceKind } from "./instance-sentences.ts";
export { JournalView } from "./journal-view.ts";
export type { AgendaEntry } from "./kernel/agenda.ts";
export type { RowChange } from "./kernel/journal.ts";
export type { ReadonlyTable } from "./kernel/table.ts";
export { describeWorld } from "./kernel/world.ts";
export { readDate } from "./model/calendar.ts";
export type { CauseId } from "./model/causes/all.ts";
export type { PlacementReason } from "./model/causes/placements.ts";
export type { Journal } from "./model/cloud.ts";
export type * from "./model/container-instances.ts";
export type { Due, DueKind } from "./model/due.ts";
export type * from "./model/ecs.ts";
export type { Policy, PolicyStatement, RoleRow } from "./model/iam.ts";
export type { LogGroupRow, LogLine, LogStreamRow } from "./model/logs.ts";
export { ACCOUNT_ID, DEFAULT_PLACE, epochMs, type Place, placeOf, regionOf } from "./model/place.ts";
export { RECORD_TRAITS } from "./model/record-traits.ts";
export type { CallFacts, ConnectionFacts } from "./model/records/calls.ts";
export {
  type FactsOf,
  isRecord,
  type JournalRecord,
  type RecordKind,
  type Records,
  type Sentences,
  sentenceFrom,
} from "./model/records.ts";
export type { ApiError, Refusal } from "./model/refusal.ts";
export { privateDnsName, REGIONS, zonesOf } from "./model/region-names.ts";
export type { Behaviour, ImageBuild, ImageRow } from "./model/registry.ts";
export { EVERY_REGISTRY, type PullFault, type RegistryFaultRow } from "./model/registry-faults.ts";
export type { ParameterRow, SecretContent, SecretRow, SecretVersion } from "./model/secrets.ts";
export { BOUND_WORDS, type ServiceBound, type ServiceDecision } from "./model/service-decision.ts";
export type { DeploymentRow, ServiceRow } from "./model/services.ts";
export type { FileRow, FileSystemRow } from "./model/storage.ts";
export type { HookRun, TrafficShift } from "./model/strategies.ts";
export type { CloudReaders, CloudTables, RowOf, TableName } from "./model/tables.ts";
export type { Tag } from "./model/tags.ts";
export type {
  ContainerDefinition,
  RegisteredContainerDefinition,
  RegisteredTaskDefinition,
  TaskDefinitionInput,
} from "./model/task-definition.ts";
export { LOSSES, type Loss, type Profile } from "./model/traffic.ts";
export type { TrafficLedger } from "./model/traffic-ledger.ts";
export type {
  InternetGatewayRow,
  InternetRoute,
  NatGatewayRow,
  NetworkInterfaceRow,
  Route,
  RouteTableRow,
  SecurityGroupRow,
  SecurityGroupRule,
  SubnetRow,
  VpcEndpointRow,
  VpcRow,
} from "./model/vpc.ts";
export { portText, presentBinding } from "./network/port-bindings.ts";
export { internetRouteOf } from "./network/routes.ts";
export { type EcsOperation, ecsOperations } from "./operations/ecs/table.ts";
export type { OperationEntry, Outcome } from "./operations/operation.ts";
export { quaysideOperations } from "./operations/quayside/table.ts";
export { isServiceName, type ServiceName } from "./operations/service-names.ts";
export { serviceOperations } from "./operations/services.ts";
export type { Input, OperationName, Output } from "./operations/shapes.ts";
export { type Beginning, beginningOf, Picture, type PictureSource } from "./picture.ts";
export { PICTURED } from "./pictured.ts";
export { type Recording, Replay, recordingOf } from "./recording.ts";
export type { Repeating, RepeatWay } from "./repeating.ts";
export type { RunView } from "./run-view.ts";
export {
  type Command,
  defaultScenario,
  LEARNER,
  type Origin,
  type RecordedCommand,
  type RunFault,
  RunRefused,
  SAVED_RUN_VERSION,
  type SavedRun,
  type Scenario,
} from "./scenario.ts";
export { placeIn } from "./scenario-place.ts";
export type { ServiceKind } from "./service-sentences.ts";
export { boundsOf } from "./services/bounds.ts";
export { Session, type StartOptions } from "./session.ts";
export type { Finding } from "./task-definition/rule.ts";
export { latenciesOf } from "./traffic/latency.ts";
export { rateAt } from "./traffic/profile.ts";
export { ruleFor } from "./traffic/rules.ts";
export type { RequestShape } from "./traffic/view.ts";
export type { TrafficKind } from "./traffic-sentences.ts";
export { durationMs, waitText } from "./wait-text.ts";
export { environmentOf, type Variable } from "./workloads/environment.ts";
export { usedMemoryMiB } from "./workloads/memory.ts";
