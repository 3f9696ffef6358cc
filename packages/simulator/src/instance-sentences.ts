/** Sentences in English for what happens to EC2 instances and container instances, by the kind of the record. */

import type { MachineRecords } from "./model/records/machines.ts";
import type { Sentences } from "./model/records.ts";

/** Kinds that are told here: of machines, and of tasks that wait for theirs. */
export type InstanceKind =
  | keyof MachineRecords
  | "ACCOUNT_SETTING_PUT"
  | "ACCOUNT_SETTING_DELETED"
  | "AGENT_AWAITED"
  | "HOST_RESOURCES_AWAITED"
  | "HOST_RESOURCES_TAKEN"
  | "HOST_LOST";

const last = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

export const INSTANCE_SENTENCES: Sentences<InstanceKind> = {
  ACCOUNT_SETTING_PUT: ({ value }, { subject }) => `The account setting ${subject} is ${value} from now on.`,
  ACCOUNT_SETTING_DELETED: (_, { subject }) => `The account setting ${subject} is what it is by default again.`,
  INSTANCE_LAUNCHED: ({ instanceType }, { subject }) =>
    `EC2 launches ${subject}, a ${instanceType}; it boots by itself.`,
  INSTANCE_STARTING: (_, { subject }) => `EC2 starts ${subject} again.`,
  INSTANCE_RUNNING: (_, { subject }) => `${subject} is running; its ECS agent starts when the system has booted.`,
  INSTANCE_STOPPING: (_, { subject }) => `EC2 stops ${subject}.`,
  INSTANCE_STOPPED: (_, { subject }) =>
    `${subject} is stopped. ECS keeps its container instance and soon misses the agent.`,
  INSTANCE_SHUTTING_DOWN: (_, { subject }) => `EC2 terminates ${subject}.`,
  INSTANCE_TERMINATED: (_, { subject }) => `${subject} is terminated.`,
  INSTANCE_EXPIRED: (_, { subject }) => `EC2 no longer shows the terminated ${subject}.`,
  AGENT_PROBLEM: ({ problem }, { subject }) => `The ECS agent on ${subject} cannot register: ${problem}`,
  AGENT_RESTARTED: (_, { subject }) => `The ECS agent on ${subject} is started again and tries to register.`,
  CONTAINER_INSTANCE_REGISTERED: ({ ec2InstanceId }, { subject }) =>
    `The ECS agent on ${ec2InstanceId} registered container instance ${last(subject)}; tasks can be placed there.`,
  CONTAINER_INSTANCE_DRAINING: (_, { subject }) =>
    `Container instance ${last(subject)} is DRAINING: no task is placed there any more, standalone tasks stay.`,
  CONTAINER_INSTANCE_ACTIVE: (_, { subject }) => `Container instance ${last(subject)} is ACTIVE: it takes tasks again.`,
  CONTAINER_INSTANCE_DEREGISTERED: (_, { subject }) => `Container instance ${last(subject)} left its cluster.`,
  CONTAINER_INSTANCE_EXPIRED: (_, { subject }) =>
    `ECS no longer shows the deregistered container instance ${last(subject)}.`,
  ATTRIBUTES_PUT: ({ attributes }, { subject }) =>
    `Container instance ${last(subject)} carries ${attributes.join(", ")} from now on; placement reads it from the next task on.`,
  ATTRIBUTES_DELETED: ({ attributes }, { subject }) =>
    `Container instance ${last(subject)} no longer carries ${attributes.join(", ")}; tasks that run there stay.`,
  AGENT_UPDATE_MOVED: ({ status, agentVersion }, { subject }) =>
    status === "UPDATED"
      ? `The agent of container instance ${last(subject)} is updated: it is version ${agentVersion} now.`
      : `The update of the agent of container instance ${last(subject)} is ${status}.`,
  AGENT_DISCONNECTED: (_, { subject }) =>
    `ECS has lost the agent of container instance ${last(subject)}: its containers run on unseen, no task is placed there.`,
  AGENT_RECONNECTED: (_, { subject }) => `The agent of container instance ${last(subject)} is connected again.`,
  AGENT_AWAITED: () =>
    "The agent of the task's instance cannot hear that the task is to stop; it is told when it is back.",
  HOST_RESOURCES_AWAITED: ({ agentConnected }) =>
    agentConnected === false
      ? "The task waits for its instance's agent to connect."
      : "The task waits on its instance: ECS counts the share of a stopping task as free, the host has it still.",
  HOST_RESOURCES_TAKEN: () => "The host has room now: the agent begins with the task.",
  HOST_LOST: ({ stoppedReason }) => `The task is lost with its host: ${stoppedReason}`,
};
