/** What the sentences of checks are filled in with, where that is more than a name or two. */
import type { RowIn } from "../../history.ts";

/** What can happen to a container. */
export type ContainerHappening = "started" | "healthy" | "unhealthy" | "restarted" | "stopped";

/** How a task on Fargate reaches what lies outside of its VPC; `endpoints` is without any way to the internet. */
export type WayOut = "public-address" | "nat-gateway" | "endpoints" | "nothing";

export interface ContainerWords {
  readonly container: string;
  readonly is: ContainerHappening;
  readonly exitCode?: number;
}

export interface SeenMoment extends ContainerWords {
  /** Time since the task was created, written out. */
  readonly after: string;
}

/** A field of a definition: what is wanted, and what is there; undefined: nothing. */
export interface FieldPoint {
  readonly field: string;
  readonly wanted: string;
  readonly found: string | undefined;
}

export interface InstanceWords {
  readonly name: string;
  readonly status: string;
  readonly agentConnected: boolean;
  readonly tasks: number;
  /** Its attributes as a sentence with a space before it, or nothing. */
  readonly carries: string;
}

export interface PlacementWords {
  readonly reason: string;
  readonly count: number;
  readonly all: number;
}

export interface LayoutWords {
  readonly group: string;
  readonly cluster: string;
  readonly instances: string;
  readonly zones: string;
}

export interface PullWords {
  readonly title: string;
  readonly fromDisk: boolean;
  readonly seconds: string;
}

export interface LeftWords {
  readonly left: number;
  readonly all: number;
  /** The first of those that are left. */
  readonly title: string;
  readonly revision: string;
  readonly status: string;
}

/** How a task must have stopped, as far as it matters. */
export interface StopWords {
  readonly stopCode: RowIn<"tasks">["stopCode"] | undefined;
  readonly exitCode: number | undefined;
  /** Which container has that exit code; any when undefined. */
  readonly container: string | undefined;
  /** Whether it had been RUNNING before. */
  readonly started: boolean | undefined;
}

export interface NeverWords {
  readonly title: string;
  readonly status: string;
  readonly wanted: string;
  readonly reason: string;
}

/** What a task should have been like that is not there. */
export interface TaskWords {
  readonly family: string | undefined;
  /** Its service by name, of any service, of none. */
  readonly service: string | boolean | undefined;
  readonly launchType: string | undefined;
  readonly cluster: string | undefined;
  readonly subnetId: string | undefined;
  readonly withDefinition: boolean;
}

export interface EndpointWords {
  readonly serviceName: string;
  readonly state: string;
  readonly type: "Interface" | "Gateway";
  readonly list: string;
}

export interface NatWords {
  readonly natGatewayId: string;
  readonly state: string;
  readonly name: string;
  readonly routed: boolean;
}

export interface ServiceWords {
  readonly serviceName: string;
  readonly status: string;
  readonly desiredCount: number;
  readonly running: number;
  readonly isSteady: boolean;
}

export interface ReplacedWords {
  readonly title: string;
  readonly stopCode: string;
  readonly service: string;
  /** The task that came for it. */
  readonly next: string;
  readonly after: string;
}

export interface BuildWords {
  /** Tasks that were RUNNING and created after the push; those of them with the build that is meant. */
  readonly since: number;
  readonly fitting: number;
  readonly build: "pushed" | "older";
}
export interface DeploymentWords {
  readonly serviceName: string;
  readonly revision: string;
  readonly status: string;
  readonly rolloutState: string;
  readonly failedTasks: number;
}

export interface TargetWords {
  /** Name of its target group. */
  readonly group: string;
  /** Address or instance, and port. */
  readonly name: string;
  readonly state: string;
  readonly reason: string | undefined;
}

export interface DrainWords {
  readonly title: string;
  readonly stopCode: string;
}

/** In seconds. */
export interface DrainBounds {
  readonly from: number;
  readonly to: number | undefined;
}
