/**
 * What the checks say, in English. Names of fields, states and operations are AWS's in every language.
 * Long: one group of sentences for each file of conditions, in one place for whoever translates them.
 */
import type { ConnectionFacts } from "@quayside/simulator";
import type {
  BuildWords,
  ContainerWords,
  DeploymentWords,
  DrainBounds,
  DrainWords,
  EndpointWords,
  FieldPoint,
  InstanceWords,
  LayoutWords,
  LeftWords,
  NatWords,
  NeverWords,
  PlacementWords,
  PullWords,
  ReplacedWords,
  SeenMoment,
  ServiceWords,
  StopWords,
  TargetWords,
  TaskWords,
  WayOut,
} from "./words.ts";

const HAPPENED = {
  started: "started",
  healthy: "was HEALTHY",
  unhealthy: "was UNHEALTHY",
  restarted: "restarted",
  stopped: "stopped",
};
const WAYS = {
  "public-address": "a public address",
  "nat-gateway": "a NAT gateway",
  endpoints: "VPC endpoints and no way to the internet",
  nothing: "none",
};

/** What a stopCode means. */
const STOPS = {
  TaskFailedToStart: "failed to start",
  EssentialContainerExited: "ended because an essential container exited",
  UserInitiated: "was stopped by a call of yours",
  ServiceSchedulerInitiated: "was stopped by its service",
  SpotInterruption: "was interrupted by Spot",
  TerminationNotice: "went with its machine",
};

/** What can become of a deployment. */
const DEPLOYMENT_ENDS: Readonly<Record<string, string>> = {
  COMPLETED: "is COMPLETED",
  FAILED: "has FAILED",
  ROLLED_BACK: "was rolled back",
  SUPERSEDED: "was given up for a newer one",
};

function counted(tasks: number): string {
  return tasks === 1 ? "1 task" : `${tasks} tasks`;
}

function happening({ container, is, exitCode }: ContainerWords): string {
  return `${container} ${HAPPENED[is]}${exitCode === undefined ? "" : ` with exit code ${exitCode}`}`;
}

function path(seen: readonly SeenMoment[]): string {
  return seen.map((each) => `${happening(each)} (+${each.after})`).join(", ");
}

export const en = {
  // addresses.ts
  noSubnet: (subnetId: string) => `There is no subnet ${subnetId}.`,
  freeAddresses: (name: string, cidrBlock: string, free: number) =>
    `Free addresses in ${name} (${cidrBlock}): ${free}.`,
  addressReused: (title: string, address: string, before: string) =>
    `${title} got the address ${address} that ${before} had had.`,
  addressesTaken: (count: number) => `Tasks have taken ${count} addresses there, each of them once.`,

  // builds.ts
  buildRan: ({ since, fitting, build }: BuildWords) =>
    `Since the push ${counted(since)} came to run, ${fitting} with ${build === "pushed" ? "the pushed build" : "an older build"}.`,

  // calls.ts
  notCalledYet: (operation: string) => `No ${operation} has reached AWS yet.`,
  reachedAws: (operation: string) => `${operation} reached AWS.`,
  notRefused: (operation: string) => `${operation} was not refused in this way.`,
  refused: (words: string) => `AWS refused ${words}`,
  notAccepted: (operation: string) => `${operation} was not called in this way.`,
  accepted: (operation: string) => `${operation} was called.`,

  // clusters.ts
  clusterCreated: (clusterName: string) => `Cluster ${clusterName} was created.`,
  noCluster: "There is no cluster yet.",
  noClusterNamed: (name: string, names: string) => `There is no cluster ${name}; there are: ${names}.`,

  // connections.ts
  noConnection: "No connection was tested yet.",
  connection: ({
    from,
    to,
    port,
    reaches,
    sentence,
  }: Pick<ConnectionFacts, "from" | "to" | "port" | "reaches" | "sentence">) =>
    `${from} ${reaches ? "reaches" : "does not reach"} ${to} on port ${port}. ${sentence}`,

  // containers.ts
  containersPassed: (name: string, seen: readonly SeenMoment[]) => `${name}, counted from its creation: ${path(seen)}.`,
  containersSoFar: (name: string, there: string, seen: readonly SeenMoment[], next: ContainerWords) =>
    `${name}: ${there}. Not seen${seen.length === 0 ? "" : ` after: ${path(seen)}`}: ${happening(next)}.`,

  // definitions.ts
  nothingRegistered: "No task definition is registered yet.",
  noRevision: (family: string) => `The family ${family} has no revision yet.`,
  noRevisionBut: (family: string, list: string) => `The family ${family} has no revision yet; registered are: ${list}.`,
  definitionDiffers: (name: string, points: readonly FieldPoint[]) =>
    `In ${name}, ${points.map(({ field, found, wanted }) => `${field} is ${found ?? "absent"}; it should be ${wanted}`).join("; ")}.`,
  registered: (name: string) => `${name} is registered.`,
  definitionHas: (name: string, points: string) => `${name} has ${points}.`,

  // deployments.ts
  noDeployment: (begun: string) => `The deployment of this step has not begun; those so far, in their order: ${begun}.`,
  deploymentReached: ({ serviceName, revision }: DeploymentWords, is: string) =>
    `The deployment of ${revision} in service ${serviceName} ${DEPLOYMENT_ENDS[is]}.`,
  deploymentIs: ({ serviceName, revision, status, rolloutState, failedTasks }: DeploymentWords, is: string) =>
    `The deployment of ${revision} in service ${serviceName} is ${status}, its rolloutState ${rolloutState}, failedTasks ${failedTasks}. This step needs one that ${DEPLOYMENT_ENDS[is]}.`,

  // draining.ts
  nothingDrained: "No target of such a task drains yet.",
  taskDrained: ({ title, stopCode }: DrainWords, delay: string, after: string) =>
    `${title} (${stopCode}) drained for ${delay}; its container got the stop signal ${after} after it was deregistered.`,
  taskDrains: (title: string, delay: string) => `${title} drains for ${delay}; its container has no stop signal yet.`,
  drainedOtherwise: ({ title, stopCode }: DrainWords, delay: string, { from, to }: DrainBounds) =>
    `${title} (${stopCode}) drained for ${delay}. This step needs a task that drains for ${to === undefined ? `${from} s or more` : `${from} to ${to} s`}.`,

  // files.ts
  fileAsItWas: (file: string) => `${file} is as it was.`,
  fileIsNotJson: (file: string) => `${file} is not JSON.`,
  fileIsJson: (file: string) => `${file} is JSON.`,

  // host-queue.ts
  waitedForHost: (name: string, after: string) => `${name} waited ${after} for its host, then began.`,
  stillWaitsForHost: "A task still waits for its host.",
  didNotWaitForHost: (name: string) => `${name} did not have to wait for its host.`,

  // instances.ts
  noInstance: "There is no such container instance yet.",
  soMany: (found: number, count: number) => `So many are as wanted: ${found} of ${count}.`,
  noMachine: "There is no such EC2 instance yet.",
  instance: ({ name, status, agentConnected, tasks, carries }: InstanceWords) =>
    `Container instance ${name} is ${status}, its agent ${agentConnected ? "connected" : "disconnected"}, with ${tasks} ${tasks === 1 ? "task" : "tasks"}.${carries}`,
  machine: (instanceId: string, instanceType: string, state: string, problem: string) =>
    `EC2 instance ${instanceId} (${instanceType}) is ${state}.${problem}`,

  // exec.ts
  execAgent: (title: string) => `${title} has a container in which the agent of ECS Exec runs.`,
  execAgentNotYet: (title: string) => `${title} was started for ECS Exec, and its agent has not been RUNNING yet.`,
  noExecAgent: "No such task was started with ECS Exec.",
  execLine: (line: string, exitCode: number) => `In a container was run, with exit code ${exitCode}: ${line}`,
  otherExecLine: (line: string, exitCode: number) => `Last was run in a container, with exit code ${exitCode}: ${line}`,
  noExecLine: "Nothing was run in a session of ECS Exec yet.",

  // logs.ts
  hasLogStream: (logGroupName: string, logStreamName: string) =>
    `The log group ${logGroupName} has the stream ${logStreamName}.`,
  noLogStream: (name: string) => `${name} has no log stream.`,
  otherLogStream: (logGroupName: string, logStreamName: string) =>
    `There is the stream ${logStreamName} in ${logGroupName}, not the one that is wanted.`,

  // network.ts
  publicAddress: (name: string, address: string) => `${name} has the public address ${address}.`,
  noInterface: (name: string) => `${name} has no network interface.`,
  onlyPrivateAddress: (name: string, address: string) =>
    `${name} has the private address ${address} and no public one.`,

  // placement.ts
  placementFailed: ({ reason, count, all }: PlacementWords) =>
    `A task found no place: ${reason} on ${count} of ${all} container instances.`,
  everyTaskPlaced: "Every task has found a place so far.",
  foundNoPlace: (reasons: string) => `A task found no place: ${reasons}`,
  spreadYielded: (chosen: number, fewest: number) =>
    `A task went to an instance with ${chosen} of its group, although another has ${fewest}.`,
  spreadKept: (spreads: number) =>
    `${spreads} tasks were spread over instances; each went to one with the fewest of its group.`,
  tasksLie: ({ group, cluster, instances, zones }: LayoutWords) =>
    `Tasks of group ${group} in cluster ${cluster}: ${instances} by instance, ${zones} by zone.`,
  nonePlacedLike: (wanted: string, cluster: string | undefined) =>
    `No task has been placed like this${cluster === undefined ? "" : ` in cluster ${cluster}`} yet: ${wanted || "on a container instance"}.`,

  // published-ports.ts
  portsTogether: (ports: string) => `Ports published on one machine at the same time: ${ports}.`,

  // pulls.ts
  tasksSoFar: (tasks: number, count: number) => `Tasks so far: ${tasks} of ${count}.`,
  noImage: "No image has arrived yet.",
  imagePulled: ({ title, fromDisk, seconds }: PullWords) =>
    `${title} got its image ${fromDisk ? "from the disk of its machine" : "over the network"} in ${seconds} s.`,

  // revisions.ts
  revisionBecame: (name: string, status: string) => `${name} became ${status}.`,
  revisionBecameIdle: (name: string, status: string) => `${name} became ${status} when no task of it was RUNNING.`,
  buildPushed: (name: string) => `A new build was pushed as ${name}.`,
  nothingPushed: (wanted: string) => `Nobody has pushed ${wanted} yet.`,
  otherPushed: (wanted: string, others: string) => `Nobody has pushed ${wanted} yet; pushed was: ${others}.`,
  noSuchRevision: (wanted: string) => `There is no revision ${wanted}.`,
  revisionIs: (name: string, has: string, status: string) => `${name} is ${has}; it should be ${status}.`,

  // task-status.ts
  taskCreated: (title: string, revision: string) => `${title} of ${revision} was created.`,
  everyTaskStopped: "Every task is STOPPED.",
  notOver: ({ left, all, title, revision, status }: LeftWords) =>
    `${title} of ${revision} is still ${status}. This step waits until every task is over: ${left} of ${all} ${left === 1 ? "is" : "are"} not.`,
  taskReached: (title: string, status: string, after: string) =>
    `${title} reached ${status} ${after} after it was created.`,
  taskGoesDown: (title: string, status: string, wanted: string) =>
    `${title} is ${status} and on its way to STOPPED: it will not be ${wanted} any more. Try it with another task.`,
  taskIs: (title: string, status: string, wanted: string) => `${title} is ${status}, not ${wanted} yet.`,
  taskNeverWas: ({ title, status, wanted, reason }: NeverWords) =>
    `${title} is ${status} and never was ${wanted}. Its stoppedReason: "${reason}".`,
  passedPath: (name: string, path: string) => `${name} passed ${path}.`,
  pathSoFar: (name: string, status: string, missing: string) => `${name} is ${status}; still to come: ${missing}.`,
  pathMissed: (name: string, status: string, missing: string) =>
    `${name} is ${status} and did not pass ${missing}. Try it with another task.`,

  // task-stop.ts
  nothingToCompare: (code: string) =>
    `No task has stopped with stopCode ${code} yet, so there are no timestamps to compare.`,
  howItStopped: (title: string, facts: string, codes: string) => `${title} is STOPPED: ${facts}, exit code ${codes}.`,
  stopNeeded: ({ stopCode, exitCode, container, started }: StopWords) => {
    const needs = [
      stopCode === undefined ? "" : `${STOPS[stopCode]} (stopCode ${stopCode})`,
      exitCode === undefined ? "" : `has exit code ${exitCode}${container === undefined ? "" : ` of ${container}`}`,
      started === undefined ? "" : started ? "had been RUNNING" : "was never RUNNING",
    ];
    return `This step needs a task that ${needs.filter((each) => each !== "").join(" and ")}.`;
  },
  notStopped: (title: string, status: string, isTold: boolean) =>
    isTold ? `${title} is ${status} and on its way to STOPPED.` : `${title} is ${status}, not stopped yet.`,
  toldToStop: (title: string, code: string) => `${title} was told to stop: desiredStatus STOPPED, stopCode ${code}.`,
  momentsOf: (title: string, code: string, list: string) => `${title} (${code}), counted from its creation: ${list}.`,

  // targets.ts
  noTarget: "No target group has a target yet.",
  noSuchTarget: "No target group has such a target yet.",
  target: ({ group, name, state, reason }: TargetWords) =>
    `Target ${name} of the group ${group} is ${state}${reason === undefined ? "" : ` (${reason})`}.`,
  targetsTogether: (list: string) => `Targets at the same moment: ${list}.`,

  // requests.ts
  requestMet: (request: string, priority: number | "default", action: string) =>
    `A request for ${request} meets the ${priority === "default" ? "default rule" : `rule of priority ${priority}`}: ${action}.`,
  requestNotTaken: (request: string) => `No load balancer takes a request for ${request} yet.`,

  // services.ts
  noService: "There is no service yet.",
  noSuchService: (names: string) => `There is no such service yet; there are: ${names}.`,
  serviceReached: (name: string, status: string, desired: number) =>
    `Service ${name} was ${status}, its desiredCount ${desired}.`,
  serviceIs: ({ serviceName, status, desiredCount, running, isSteady }: ServiceWords) =>
    `Service ${serviceName} is ${status}: desiredCount ${desiredCount}, RUNNING ${running}, ${isSteady ? "in a steady state" : "not in a steady state"}.`,
  serviceSteady: (name: string, tasks: number) => `Service ${name} reached a steady state with ${counted(tasks)}.`,
  steadyNeeded: (tasks: number) => `This step needs a steady state with ${counted(tasks)}.`,
  serviceSaid: (message: string) => `The service said: "${message}"`,
  nothingSaid: (names: string) => `There is no event of service ${names} yet.`,
  otherSaid: (message: string) => `The service has said nothing like this; its newest event: "${message}"`,
  taskReplaced: ({ title, stopCode, service, next, after }: ReplacedWords) =>
    `${title} stopped (stopCode ${stopCode}). ${next} came for it: service ${service} started it ${after} later.`,
  nothingToReplace: (names: string) => `No task of service ${names} has stopped like this without its doing.`,
  notReplaced: (title: string, service: string) =>
    `${title} is over, and nothing that service ${service} started has come in its place yet.`,

  // tasks.ts
  noTask: ({ family, service, launchType, cluster, subnetId, withDefinition }: TaskWords) =>
    `There is no task${[
      family === undefined ? "" : ` of the family ${family}`,
      service === undefined
        ? ""
        : service === false
          ? " without a service"
          : ` of ${service === true ? "a service" : `service ${service}`}`,
      launchType === undefined ? "" : ` on ${launchType}`,
      cluster === undefined ? "" : ` in cluster ${cluster}`,
      subnetId === undefined ? "" : ` in ${subnetId}`,
      withDefinition ? " with such a definition" : "",
    ].join("")} yet.`,

  // together.ts
  copiesRunning: (count: number, revision: string) => `${count} tasks of ${revision} were RUNNING at the same time.`,
  noCopiesRunning: (count: number) => `No task definition revision has had ${count} tasks RUNNING at the same time.`,
  tasksRunning: (count: number) => `${count} tasks were RUNNING at the same time.`,
  noTasksRunning: (count: number) => `There were never ${count} tasks RUNNING at the same time.`,
  noneRunning: "No task has been RUNNING yet.",
  sameBuilds: (most: number) =>
    `All tasks of a revision that ran together had the same ${most === 1 ? "build" : `${most} builds`} of its image.`,
  buildsTogether: (builds: number, revision: string) =>
    `Tasks of ${revision} ran ${builds} builds of its image at the same time.`,

  // ways-out.ts
  ranBy: (name: string, way: WayOut) => `${name} reached RUNNING. Its way out: ${WAYS[way]}.`,
  wayOutOf: (name: string, status: string, way: WayOut) => `${name} is ${status}. Its way out: ${WAYS[way]}.`,
  noEndpoint: (service: string) => `There is no VPC endpoint for ${service} yet.`,
  noNatGateway: "There is no NAT gateway yet.",
  endpoint: ({ serviceName, state, type, list }: EndpointWords) =>
    `The endpoint of ${serviceName} is ${state}; its ${type === "Gateway" ? "route tables" : "security groups"}: ${list}.`,
  natGateway: ({ natGatewayId, state, name, routed }: NatWords) =>
    `NAT gateway ${natGatewayId} is ${state} in ${name}; ${routed ? "a" : "no"} route leads to it.`,
};
