/** Records of EC2 instances, of their ECS agents and of container instances. */
import type { AgentCause } from "../causes/agents.ts";
import type { AgentUpdateStatus } from "../container-instances.ts";
import type { Ec2InstanceRow } from "../ec2.ts";
import type { About } from "./about.ts";

/** Why an agent is silent: its machine is off, or it is being updated. None: somebody stopped it. */
export type SilenceFacts = { readonly state: Ec2InstanceRow["state"] } | { readonly update: true };

export interface MachineRecords {
  INSTANCE_LAUNCHED: About<"ec2Instances", { readonly instanceType: string }>;
  INSTANCE_STARTING: About<"ec2Instances">;
  INSTANCE_RUNNING: About<"ec2Instances">;
  INSTANCE_STOPPING: About<"ec2Instances">;
  INSTANCE_STOPPED: About<"ec2Instances">;
  INSTANCE_SHUTTING_DOWN: About<"ec2Instances">;
  INSTANCE_TERMINATED: About<"ec2Instances">;
  INSTANCE_EXPIRED: About<"ec2Instances">;
  AGENT_PROBLEM: About<"ec2Instances", { readonly problem: string; readonly why: AgentCause }>;
  AGENT_RESTARTED: About<"ec2Instances">;

  CONTAINER_INSTANCE_REGISTERED: About<"containerInstances", { readonly ec2InstanceId: string }>;
  CONTAINER_INSTANCE_DRAINING: About<"containerInstances">;
  CONTAINER_INSTANCE_ACTIVE: About<"containerInstances">;
  CONTAINER_INSTANCE_DEREGISTERED: About<"containerInstances">;
  CONTAINER_INSTANCE_EXPIRED: About<"containerInstances">;
  /** Each as `name` or `name=value`. */
  ATTRIBUTES_PUT: About<"containerInstances", { readonly attributes: readonly string[] }>;
  ATTRIBUTES_DELETED: About<"containerInstances", { readonly attributes: readonly string[] }>;
  AGENT_UPDATE_MOVED: About<
    "containerInstances",
    { readonly status: AgentUpdateStatus; readonly agentVersion: string }
  >;
  AGENT_DISCONNECTED: About<"containerInstances", SilenceFacts | undefined>;
  AGENT_RECONNECTED: About<"containerInstances">;
}
