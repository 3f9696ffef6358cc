/** Records of tasks: where they are placed, what they get before their containers, how they stop. */
import type { Told } from "../cause.ts";
import type { ResourceCause } from "../causes/resources.ts";
import type { InterfaceCause } from "../causes/starts.ts";
import type { StopCause } from "../causes/stops.ts";
import type { StopCode, TaskStatus } from "../ecs.ts";
import type { PlacementFacts } from "../placement.ts";
import type { FetchedResources } from "../resource-results.ts";
import type { About } from "./about.ts";

/** Why a task is to stop. */
export interface StopFacts {
  readonly stopCode: StopCode;
  readonly stoppedReason: string;
  readonly why: StopCause;
}

/** What came of a step before the containers, as records about the task. */
type FetchedRecords = { readonly [Kind in keyof FetchedResources]: About<"tasks", FetchedResources[Kind]> };

export interface TaskRecords extends FetchedRecords {
  PLACEMENT_DECIDED: About<"clusters", PlacementFacts>;
  /** The subnet of a task with an interface of its own, and the instance of a task on EC2. */
  TASK_CREATED: About<"tasks", { readonly subnetId?: string; readonly containerInstanceArn?: string }>;
  ENI_CREATED: About<
    "tasks",
    { readonly networkInterfaceId: string; readonly subnetId: string; readonly privateIpv4Address: string }
  >;
  ENI_FAILED: About<"tasks", { readonly subnetId: string } & Told<InterfaceCause>>;
  AGENT_CONNECTED: About<"tasks">;
  ENI_ATTACHED: About<"tasks", { readonly networkInterfaceId: string | undefined }>;
  /** Whom the agent asks, for what, and with which role if any. */
  RESOURCE_REQUESTED: About<
    "tasks",
    { readonly service: string; readonly names: readonly string[]; readonly role: string | undefined }
  >;
  RESOURCE_FAILED: About<"tasks", Told<ResourceCause>>;
  /** `behind`: tasks that waited before it. */
  HOST_RESOURCES_AWAITED: About<
    "tasks",
    { readonly containerInstanceArn: string; readonly agentConnected: boolean; readonly behind: number }
  >;
  HOST_RESOURCES_TAKEN: About<"tasks", { readonly containerInstanceArn: string }>;
  /** Its containers run; its service has to register it with its target groups. */
  TASK_ACTIVATING: About<"tasks">;
  TASK_RUNNING: About<"tasks">;
  TASK_STOP_REQUESTED: About<"tasks", StopFacts>;
  /** The status that the task has from now on. */
  TASK_STOP_STARTED: About<"tasks", { readonly lastStatus: TaskStatus }>;
  AGENT_AWAITED: About<"tasks", { readonly lastStatus: TaskStatus }>;
  /** On Fargate: names of containers of which ECS has heard that they have stopped, while the task goes on. */
  EXIT_REPORTED: About<"tasks", { readonly containers: readonly string[] }>;
  TASK_DEACTIVATED: About<"tasks">;
  CONTAINERS_STOPPED: About<"tasks">;
  /** A task without an interface has nothing to remove; of another one the interface that is gone. */
  TASK_STOPPED: About<"tasks", { readonly hadInterface?: false; readonly networkInterfaceId?: string | undefined }>;
  HOST_LOST: About<"tasks", StopFacts>;
  TASK_EXPIRED: About<"tasks">;
}
