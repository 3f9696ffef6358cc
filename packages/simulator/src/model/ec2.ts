/** Rows of EC2: the virtual machines that container instances run on. Networks are in vpc.ts. */
import type { Tag } from "./tags.ts";

/** `State.Name` of an instance. @source Amazon EC2 API Reference, InstanceState (checked 2026-11-21) */
export type Ec2State = "pending" | "running" | "stopping" | "stopped" | "shutting-down" | "terminated";

/** What the user data of an instance tells its ECS agent: the lines of `/etc/ecs/ecs.config`, by name. */
export type AgentConfiguration = Readonly<Record<string, string>>;

export interface Ec2InstanceRow {
  readonly instanceId: string;
  readonly slot: number;
  readonly imageId: string;
  readonly instanceType: string;
  readonly state: Ec2State;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly availabilityZone: string;
  readonly securityGroups: readonly string[];
  /** Its primary network interface. */
  readonly networkInterfaceId: string;
  /** The trunk on which interfaces of tasks hang, when it was launched with ENI trunking. */
  readonly trunkInterfaceId?: string;
  readonly privateIpv4Address: string;
  readonly publicIpv4Address?: string;
  /** ARN of the role of its instance profile. */
  readonly roleArn?: string;
  readonly agentConfiguration: AgentConfiguration;
  readonly launchedAtMs: number;
  readonly terminatedAtMs?: number;
  /** Why the ECS agent could not register, in the words of its log. */
  readonly agentProblem?: string;
  /** Digests of the images whose layers are on its disk, by the full reference that was pulled. */
  readonly cachedImages: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
}
