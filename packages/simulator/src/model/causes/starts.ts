/** Why a task gets no network interface, and why a container whose image is there, or that has to wait, never starts. */
import { cause, said, tellerOf } from "../cause.ts";

const INTERFACES = "Developer Guide, Amazon ECS stopped tasks error messages (checked 2026-11-21)";
const LOGS =
  "re:Post and the Developer Guide, Troubleshooting Amazon ECS ResourceInitializationError errors (checked 2026-11-21)";

/** Ours: the ids. Each row has the source of its words. */
export const INTERFACE_CAUSES = {
  "interface.no-address": cause(
    "observed",
    ({ subnetId }: { readonly subnetId: string }) =>
      `Unexpected EC2 error while attempting to Create Network Interface in subnet '${subnetId}': InsufficientFreeAddressesInSubnet`,
    INTERFACES,
  ),
  /** The same of a task that asks for a public address, too. */
  "interface.no-address-public": cause(
    "observed",
    ({ subnetId }: { readonly subnetId: string }) =>
      `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet '${subnetId}': InsufficientFreeAddressesInSubnet`,
    INTERFACES,
  ),
} as const;

/** Why a network interface cannot be created. */
export type InterfaceCause = keyof typeof INTERFACE_CAUSES;

export const tellInterface = tellerOf(INTERFACE_CAUSES);

interface Waiting {
  /** The container that another one waits for, as the agent writes it: `db(postgres:16) (RUNNING->RUNNING)`. */
  readonly dependency: string;
  /** The one that waits, in the same form. */
  readonly target: string;
}

const GRAPH_ERROR = "CannotStartContainerError: dependency graph: ";
const GRAPH = "Public ECS agent, dependency graph of its engine (checked 2026-11-29)";

/** Ours: the ids. On Fargate these words are shown nowhere. */
export const DEPENDENCY_CAUSES = {
  "dependency.not-started": cause("documented", neverStarts, GRAPH),
  "dependency.not-healthy": cause("documented", neverStarts, GRAPH),
  "dependency.failed": cause(
    "documented",
    (waiting: Waiting) => `${unresolved(waiting)} as dependency did not exit successfully.`,
    GRAPH,
  ),
  "dependency.timed-out": cause(
    "documented",
    ({ dependency, target }: Waiting) =>
      `${GRAPH_ERROR}container ordering dependency [${dependency}] for target [${target}] has timed out.`,
    GRAPH,
  ),
} as const;

function neverStarts(waiting: Waiting): string {
  return `${unresolved(waiting)} because dependency will never start`;
}

function unresolved({ dependency, target }: Waiting): string {
  return `${GRAPH_ERROR}failed to resolve container ordering dependency [${dependency}] for target [${target}]`;
}

/** Why a container can never start: what it depends on. */
export type DependencyCause = keyof typeof DEPENDENCY_CAUSES;

export const tellDependency = tellerOf(DEPENDENCY_CAUSES);

/** Why ports cannot be published. Ours: the id. */
export const PORT_CAUSES = {
  "ports.too-few-in-a-row": cause(
    "documented",
    ({ count }: { readonly count: number }) => `HostConfigError: ${count} contiguous host ports unavailable`,
    "Public ECS agent, ranges of host ports (checked 2026-11-29)",
  ),
} as const;

export type PortCause = keyof typeof PORT_CAUSES;

export const tellPorts = tellerOf(PORT_CAUSES);

interface Answered {
  readonly requestId: string;
}

/** A call of CloudWatch Logs that the role may not make. */
interface Denied extends Answered {
  /** The sentence of the denial. */
  readonly denial: string;
}

/** What the awslogs driver says: Docker's words on an instance, Fargate's elsewhere. Ours: the ids. */
export const LOG_CAUSES = {
  /** Simplified: it comes at once; on AWS the driver tries for minutes. Docker's frame is confirmed, what it says of a time-out is not. */
  "logs.no-route": cause(
    "documented",
    (_: { readonly region: string }) =>
      "ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed",
    LOGS,
    said(
      "ours",
      ({ region }) =>
        onDocker(
          "stream",
          `RequestError: send request failed caused by: Post "https://logs.${region}.amazonaws.com/": dial tcp: i/o timeout`,
        ),
      LOGS,
    ),
  ),
  "logs.no-group": cause(
    "observed",
    ({ requestId }: Answered) => onFargate("stream", "CreateLogStream", requestId, NO_GROUP),
    LOGS,
    said("observed", () => onDocker("stream", NO_GROUP), LOGS),
  ),
  "logs.group-denied": cause(
    "observed",
    ({ denial, requestId }: Denied) =>
      onFargate("group", "CreateLogGroup", requestId, `api error AccessDeniedException: ${denial}`),
    LOGS,
    said("observed", ({ denial }) => onDocker("group", `AccessDeniedException: ${denial}`), LOGS),
  ),
  "logs.stream-denied": cause(
    "observed",
    ({ denial, requestId }: Denied) =>
      onFargate("stream", "CreateLogStream", requestId, `api error AccessDeniedException: ${denial}`),
    LOGS,
    said("observed", ({ denial }) => onDocker("stream", `AccessDeniedException: ${denial}`), LOGS),
  ),
} as const;

/** Why the log of a container cannot be opened. */
export type LogCause = keyof typeof LOG_CAUSES;

/** In Fargate's words. */
export const tellLog = tellerOf(LOG_CAUSES);
/** In Docker's words. */
export const tellLogOnInstance = tellerOf(LOG_CAUSES, "on-instance");

/** What CloudWatch Logs answers about a group that is not there. @source Answers of the AWS CLI in public issues (checked 2026-11-21) */
export const NO_SUCH_LOG_GROUP = "The specified log group does not exist.";
const NO_GROUP = `ResourceNotFoundException: ${NO_SUCH_LOG_GROUP}`;

function onDocker(thing: string, problem: string): string {
  return `CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log ${thing}: ${problem}`;
}

function onFargate(thing: string, call: string, requestId: string, problem: string): string {
  const answer = `operation error CloudWatch Logs: ${call}, https response error StatusCode: 400, RequestID: ${requestId}`;
  return `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log ${thing}: ${answer}, ${problem} : exit status 1`;
}
