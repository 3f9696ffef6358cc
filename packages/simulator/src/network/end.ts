/** The two ends of a connection: what somebody can mean by "from" and "to". */
import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { ContainerRow, TaskRow, TaskStatus } from "../model/ecs.ts";
import type { AwsServiceName } from "./aws-services.ts";

/** A container of a task, or all of them: which one answers is then decided by the port. */
export interface TaskEnd {
  readonly kind: "task";
  readonly task: TaskRow;
  readonly container?: ContainerRow;
}

export interface InstanceEnd {
  readonly kind: "instance";
  readonly instance: Ec2InstanceRow;
}

export type End =
  | TaskEnd
  | InstanceEnd
  /** A host outside of the VPC. */
  | { readonly kind: "internet"; readonly host: string; readonly address: string }
  | { readonly kind: "service"; readonly service: AwsServiceName }
  /** The instance metadata service, 169.254.169.254. Only somewhere to go to. */
  | { readonly kind: "metadata" }
  /** Wherever the caller's own loopback interface leads. Only somewhere to go to. */
  | { readonly kind: "localhost" };

/** States of a task in which its processes can run. */
const UP: ReadonlySet<TaskStatus> = new Set(["PENDING", "ACTIVATING", "RUNNING", "DEACTIVATING", "STOPPING"]);

/** Whether processes of a task can run. */
export function isUp({ lastStatus }: Pick<TaskRow, "lastStatus">): boolean {
  return UP.has(lastStatus);
}

/** A port on which a process listens. */
export interface Listener {
  readonly port: number;
  readonly protocol: "tcp" | "udp";
}

/** The ports on which a container's process listens now; the images know. */
export type ListenersOf = (task: TaskRow, container: ContainerRow) => readonly Listener[];
