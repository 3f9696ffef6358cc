/**
 * One sentence in English for every record of the journal; other languages translate by record kind and facts. What
 * decided, and why, is in the folder why.
 */

import { BALANCING_SENTENCES } from "./balancing-sentences.ts";
import { EVENT_SENTENCES } from "./event-sentences.ts";
import { INSTANCE_SENTENCES } from "./instance-sentences.ts";
import type { PlacementFacts } from "./model/placement.ts";
import type { MemoryLimit, RestartVerdict } from "./model/processes.ts";
import type { CallFacts } from "./model/records/calls.ts";
import type { ExitFacts } from "./model/records/containers.ts";
import { type JournalRecord, type Sentences, sentenceFrom } from "./model/records.ts";
import type { PullFault } from "./model/registry-faults.ts";
import { NETWORK_SENTENCES } from "./network-sentences.ts";
import { SERVICE_SENTENCES } from "./service-sentences.ts";
import { TRAFFIC_SENTENCES } from "./traffic-sentences.ts";

const SENTENCES: Sentences = {
  WORLD_BEGAN: () => "The world began.",
  CALL: (facts) => callSentence(facts),
  CLUSTER_CREATED: () => "The cluster was created.",
  CLUSTER_UPDATED: () => "The cluster's settings were changed.",
  CLUSTER_DELETED: () => "The cluster was deleted.",
  TASK_DEFINITION_REGISTERED: (_, { subject }) => `${shortName(subject)} was registered.`,
  TASK_DEFINITION_DEREGISTERED: (_, { subject }) => `${shortName(subject)} was deregistered.`,
  TASK_DEFINITION_DELETE_REQUESTED: (_, { subject }) => `${shortName(subject)} is to be deleted.`,
  PLACEMENT_DECIDED: (facts) => placementSentence(facts),
  TASK_CREATED: ({ containerInstanceArn, subnetId }) =>
    containerInstanceArn === undefined
      ? `ECS accepted the task and placed it in subnet ${subnetId}.`
      : `ECS accepted the task and placed it on container instance ${shortName(containerInstanceArn)}.`,
  ENI_CREATED: (facts) => `A network interface got the address ${facts.privateIpv4Address}.`,
  ENI_FAILED: (facts) => `No network interface could be created: ${facts.reason}`,
  AGENT_CONNECTED: () => "Fargate's agent connected to ECS.",
  ENI_ATTACHED: () => "The network interface is attached; the task is PENDING.",
  RESOURCE_REQUESTED: ({ role, service, names }) =>
    role === undefined
      ? `The agent asks ${service} for: ${names.join(", ")}.`
      : `With the execution role ${role}, the agent asks ${service} for: ${names.join(", ")}.`,
  ECR_AUTHORIZED: (facts) => `Amazon ECR let the agent in to ${facts.registries.join(", ")}.`,
  SECRETS_RESOLVED: (facts) =>
    `${facts.names.join(", ")} was read, for ${facts.into.join(", ")}; no later change is seen.`,
  ENVIRONMENT_FILES_READ: ({ names, into }) =>
    into.length === 0
      ? `${names.join(", ")} was read, and no line of it says NAME=VALUE.`
      : `${names.join(", ")} was read, for ${into.join(", ")}; no later change is seen.`,
  REGISTRY_CREDENTIALS_READ: (facts) => `User name and password were read from ${facts.names.join(", ")}.`,
  FILE_SYSTEMS_MOUNTED: (facts) => `${facts.names.join(", ")} was mounted through ${facts.availabilityZone}.`,
  RESOURCE_FAILED: (facts) => `The task cannot get what it needs: ${facts.reason}`,
  DEPENDENCY_MET: () => "What the container waited for is there; it is created next.",
  DEPENDENCY_AWAITED: (facts) => `The container waits for ${facts.waitsFor}.`,
  PULL_STARTED: ({ image, timesSlower }) =>
    `The pull of ${image} began.${timesSlower === undefined ? "" : ` Its registry is slow: it takes ${timesSlower} times as long.`}`,
  PULL_STOPPED: (facts) => `The image is there (${facts.sizeMB} MB).`,
  PULL_FAILED: (facts) => `The image could not be pulled: ${facts.reason}`,
  START_FAILED: (facts) => `The container could not start: ${facts.reason}`,
  LOG_GROUP_CREATED: (_, { subject }) => `The log group ${subject} was created.`,
  LOG_GROUP_DELETED: (_, { subject }) => `The log group ${subject} was deleted with everything in it.`,
  LOG_RETENTION_SET: (facts, { subject }) => `${subject} keeps its events for ${facts.retentionInDays} days.`,
  LOG_STREAM_CREATED: (facts, { subject }) => `The log stream ${subject} was created in ${facts.logGroupName}.`,
  CONTAINER_CREATED: () => "The container was created.",
  CONTAINER_STARTED: () => "The container's process started.",
  EXEC_AGENT_STARTED: () => "The agent of ECS Exec runs beside the container's process: a session can be opened.",
  EXEC_AGENT_FAILED: ({ reason }) =>
    `The agent of ECS Exec cannot run: the root file system of the container is read-only (readonlyRootFilesystem), and the agent must write. ${reason}`,
  EXEC_SESSION_OPENED: ({ command }) => `Somebody opened a session in the container with ECS Exec: ${command}.`,
  EXEC_LINE_RUN: ({ line, exitCode }) => `In the container, as root: ${line} (exit code ${exitCode}).`,
  PROCESS_RESUMED: () => "The program went on after a sleep.",
  TASK_ACTIVATING: () => "Every container has started; its service registers the task with the load balancer next.",
  TASK_RUNNING: () => "Every container has started; the task is RUNNING.",
  HEALTH_CHANGED: (facts) =>
    `A health probe ${facts.passed ? "passed" : "failed"}: the container is ${facts.healthStatus}.`,
  CONTAINER_STOP_BY_HAND: () =>
    "Somebody stopped the container on its instance with docker stop: ECS did not ask for it.",
  CONTAINER_HANGS: () =>
    "The container's process hangs: it runs and keeps its port, and whoever asks it waits in vain.",
  CONTAINER_KILLED: () => "Somebody killed the container's process from outside of ECS: SIGKILL, no time to tidy up.",
  CONTAINER_EXITED: (facts) => exitSentence(facts),
  CONTAINER_RESTARTED: (facts) => `Its restart policy has started the container again (restart ${facts.restartCount}).`,
  CONTAINER_ABANDONED: () => "The container was dropped before it ran.",
  TASK_STOP_REQUESTED: (facts) => `The task is to stop (${facts.stopCode}): ${facts.stoppedReason}`,
  TASK_STOP_STARTED: ({ lastStatus }) =>
    lastStatus === "RUNNING" || lastStatus === "PENDING"
      ? `Fargate's agent begins to stop the task; ECS shows ${lastStatus} until it has heard that every container has stopped.`
      : `ECS began to stop the task: it is ${lastStatus}.`,
  EXIT_REPORTED: ({ containers }) => `ECS has heard that ${containers.join(", ")} has stopped.`,
  TASK_DEACTIVATED: () => "Nothing is left to deregister; the containers are stopped next.",
  SIGTERM_SENT: ({ signal = "SIGTERM", stopTimeoutMs }) =>
    `The container got ${signal} and has ${stopTimeoutMs / 1000} s before SIGKILL.`,
  SIGKILL_SENT: () => "The stop timeout is over: the container got SIGKILL.",
  CONTAINERS_STOPPED: () => "ECS knows that every container has stopped; the network interface is removed next.",
  TASK_STOPPED: ({ hadInterface }) =>
    hadInterface === false
      ? "Every container has stopped and nothing else is left to remove; the task is STOPPED."
      : "The network interface is gone; the task is STOPPED.",
  TASK_EXPIRED: () => "An hour has passed: ECS no longer shows the stopped task.",
  IMAGE_DECLARED: ({ image, behavesLike }) => `${image} exists from now on and behaves like ${behavesLike}.`,
  IMAGE_PUSHED: (facts, { subject }) =>
    `Somebody pushed a new build: ${subject}:${facts.tag} means ${shortDigest(facts.imageDigest)} from now on.`,
  LOG_LINES_LOST: ({ lost, bufferBytes }) =>
    `${lost === 1 ? "A line" : `${lost} lines`} of the log got lost: the buffer of ${bufferBytes} bytes was full, and in mode non-blocking the driver drops what does not fit. CloudWatch Logs shows a gap.`,
  OBJECT_PUT: (_, { subject }) => `Somebody put a text into Amazon S3: ${subject}.`,
  REGISTRY_SPEED_CHANGED: ({ timesSlower }, { subject }) =>
    timesSlower === 1
      ? `Pulls from ${placeOf(subject)} are as fast as ever again.`
      : `Pulls from ${placeOf(subject)} take ${timesSlower} times as long from now on.`,
  PULLS_BROKEN: ({ why, count }, { subject }) =>
    `${count === undefined ? "Every pull" : `The next ${count === 1 ? "pull" : `${count} pulls`}`} from ${placeOf(subject)} will fail: ${FAULTS[why]}.`,
  PULLS_MENDED: (_, { subject }) => `Pulls from ${placeOf(subject)} succeed again.`,
  ...NETWORK_SENTENCES,
  ...BALANCING_SENTENCES,
  ...TRAFFIC_SENTENCES,
  FARGATE_CAPACITY_GONE: ({ availabilityZones }) =>
    `Fargate has no room for new tasks in ${availabilityZones.join(", ")} from now on.`,
  FARGATE_CAPACITY_BACK: ({ availabilityZones }) => `Fargate has room again in ${availabilityZones.join(", ")}.`,
  ALARM_STATE_CHANGED: ({ stateValue }, { subject }) => `The alarm ${subject} is in the state ${stateValue}.`,
  RESOURCE_TAGGED: () => "Tags were added.",
  RESOURCE_UNTAGGED: () => "Tags were removed.",
  ...INSTANCE_SENTENCES,
  ...SERVICE_SENTENCES,
  ...EVENT_SENTENCES,
};

const FAULTS: Readonly<Record<PullFault, string>> = {
  unreachable: "nobody answers",
  "server-error": "the registry answers 503 Service Unavailable",
  "rate-limit": "Docker Hub's limit for pulls without a login is reached",
};

/** A registry, a repository, or all of them. */
function placeOf(scope: string): string {
  return scope === "*" ? "every registry" : scope;
}

/** One sentence about a record, for the journal and for screen readers. */
export function sentenceOf(record: JournalRecord): string {
  return sentenceFrom(SENTENCES, record);
}

function callSentence({ service, operation, outcome }: CallFacts): string {
  const call = service === "quayside" ? `From outside of ECS: ${operation}` : `You called ${operation}`;
  return outcome.ok ? `${call}.` : `${call}; it was refused: ${outcome.error.code}: ${outcome.error.message}`;
}

function placementSentence(facts: PlacementFacts): string {
  if (facts.placed) return `Placement chose container instance ${shortName(facts.containerInstanceArn)}.`;
  const reasons = new Set(facts.failures.map(({ reason }) => reason));
  return `Placement found no container instance for the task${reasons.size === 0 ? "" : `: ${[...reasons].join(", ")}`}.`;
}

function exitSentence({ reason, essential, exitCode, memory, restart }: ExitFacts): string {
  const because = reason === undefined ? "" : ` (${reason})`;
  const container = essential ? "essential" : "non-essential";
  return `The ${container} container exited with ${exitCode}${because}.${memorySentence(memory)}${restartSentence(restart)}`;
}

function memorySentence(memory: MemoryLimit | undefined): string {
  if (memory === undefined) return "";
  const whose = memory.limit === "task" ? "the memory of the whole task" : "its own hard limit";
  return ` It was killed at ${memory.limitMiB} MiB, ${whose}.`;
}

function restartSentence(verdict: RestartVerdict | undefined): string {
  if (verdict === undefined) return "";
  if (verdict.restarts) return " Its restart policy starts it again.";
  if (verdict.because === "ignored-exit-code") return " Its restart policy ignores this exit code.";
  const ranFor = Math.floor(verdict.ranForMs / 1000);
  return ` It ran for ${ranFor} s; its restart policy asks for ${verdict.restartAttemptPeriod} s.`;
}

/** Enough of a digest to tell it from another: `sha256:` and twelve digits. */
function shortDigest(digest: string): string {
  return digest.slice(0, "sha256:".length + 12);
}

function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
