/**
 * Refusals of the operations about task definitions and tasks. Those of RegisterTaskDefinition are the rules of task
 * definitions: a refusal has the id of the rule. Source: Amazon ECS API Reference, and replies of the service pasted in
 * public issues (checked 2026-11-21).
 */
import { RECORDED, row } from "../../model/refusal.ts";

/** By their ids. */
export const TASK_REFUSALS = {
  "task-definition.not-found": row(
    "ClientException",
    "observed",
    () => "Unable to describe task definition.",
    RECORDED,
  ),
  "task-definition.not-found-to-run": row("ClientException", "observed", () => "TaskDefinition not found.", RECORDED),
  "task-definition.inactive": row(
    "InvalidParameterException",
    "observed",
    () => "TaskDefinition is inactive",
    RECORDED,
  ),
  "task-definition.being-deleted": row(
    "InvalidParameterException",
    "observed",
    () => "TaskDefinition is being deleted",
    RECORDED,
  ),
  "task-definition.deregistered-in-deletion": row(
    "ClientException",
    "observed",
    () => "The task definition could not be deregistered because it is in the process of being deleted.",
    RECORDED,
  ),
  "task-definition.described-revision": row(
    "InvalidParameterException",
    "observed",
    () => "Invalid task definition: Invalid revision number.",
    RECORDED,
  ),
  "task-definition.include": row(
    "ClientException",
    "observed",
    ({ value }: { value: string }) => `${value} is not a valid value for include. The value must be one of [[TAGS]]`,
    RECORDED,
  ),
  "task-definition.no-revision": row("ClientException", "unsourced", () => "Revision is missing."),
  "task-definition.revision": row(
    "InvalidParameterException",
    "unsourced",
    ({ revision }: { revision: string }) => `Invalid revision number. Number: ${revision}`,
  ),
  "task-definition.delete-none": row(
    "InvalidParameterException",
    "unsourced",
    () => "size of TaskDefinition references list must be greater than 0",
  ),
  "task-definition.delete-too-many": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `Size of TaskDefinition references list cannot exceed ${most}`,
  ),
  "task-definition.launch-type": row(
    "InvalidParameterException",
    "unsourced",
    ({ launchType }: { launchType: string }) => `Task definition does not support launch_type ${launchType}.`,
  ),
  "task.not-found": row("InvalidParameterException", "unsourced", () => "The referenced task was not found."),
  "task.reason": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `reason can have at most ${most} characters.`,
  ),
  "tasks.empty": row("InvalidParameterException", "unsourced", () => "Tasks cannot be empty."),
  "tasks.too-many": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `Tasks cannot have more than ${most} elements.`,
  ),
  "run-task.count": row(
    "InvalidParameterException",
    "ours",
    ({ most, count }: { most: number; count: number }) => `count must be between 1 and ${most}; it is ${count}.`,
  ),
  "run-task.started-by": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `startedBy can have at most ${most} characters.`,
  ),
  "run-task.started-by-characters": row(
    "InvalidParameterException",
    "ours",
    () => "startedBy can contain letters, numbers, hyphens (-), forward slashes (/) and underscores (_) only.",
    "API Reference, RunTask, startedBy: which characters it takes (checked 2026-11-29)",
  ),
  "run-task.group": row(
    "InvalidParameterException",
    "observed",
    () => "Invalid namespace for group",
    "Public code that handles the reply of RunTask (checked 2026-11-29)",
  ),
  "run-task.exec-role": row(
    "InvalidParameterException",
    "observed",
    () =>
      "The execute command failed because a valid task role is not being used. Specify a valid task role in your task definition or as a task override and try again.",
    "Reply of RunTask pasted in boto/boto3 issue 3173 (checked 2026-11-29)",
  ),
  "run-task.volumes": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate volumeConfigurations (Amazon EBS volumes of a task) yet; AWS does.",
  ),
  "run-task.platform-version": row(
    "UnsupportedFeatureException",
    "quayside",
    ({ version }: { version: string }) =>
      `Quayside simulates the platform version 1.4.0, which LATEST means, and no older one: it is ${version}.`,
  ),
  "tasks.daemon": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate managed daemons: daemonName chooses among their tasks.",
  ),
  "tasks.started-by-alone": row(
    "InvalidParameterException",
    "ours",
    ({ other }: { other: string }) => `startedBy must be the only filter; the request has ${other}, too.`,
    "API Reference, ListTasks, startedBy: it must be the only filter that you use (checked 2026-11-29)",
  ),
  "run-task.client-token": row(
    "InvalidParameterException",
    "unsourced",
    () => "clientToken can have at most 64 characters.",
  ),
  "run-task.token-reused": row(
    "ConflictException",
    "observed",
    (_: { taskArns: readonly string[] }) =>
      "The RunTask request could not be processed due to conflicts. The provided clientToken is already in use with a different request.",
    RECORDED,
    ({ taskArns }) => ({ resourceIds: taskArns }),
  ),
  "run-task.overrides": row(
    "InvalidParameterException",
    "unsourced",
    () => "overrides can have at most 8192 characters.",
  ),
  "run-task.override-size": row(
    "InvalidParameterException",
    "ours",
    ({ member }: { member: "cpu" | "memory" }) => `Invalid '${member}' setting for task.`,
    "The words of RegisterTaskDefinition, which were recorded (checked 2026-11-29)",
  ),
  "run-task.override-variable": row(
    "InvalidParameterException",
    "ours",
    () => "Environment variable name cannot be null or blank.",
    "The words of RegisterTaskDefinition, pasted in thnery/terraform-aws-template issue 2 (checked 2026-11-29)",
  ),
  "run-task.storage-size": row(
    "InvalidParameterException",
    "ours",
    ({ least, most }: { least: number; most: number }) =>
      `EphemeralStorage size should be between ${least} and ${most} GiB.`,
    "API Reference, EphemeralStorage: the two limits (checked 2026-11-29)",
  ),
  "run-task.storage-on-ec2": row(
    "InvalidParameterException",
    "ours",
    () => "Tasks using the EC2 launch type do not support EphemeralStorage.",
    "The words of RegisterTaskDefinition, which were recorded (checked 2026-11-29)",
  ),
  "run-task.container-memory": row(
    "InvalidParameterException",
    "ours",
    ({ name, mib, task }: { name: string; mib: number; task: number }) =>
      `Container ${name} cannot have ${mib} MiB of memory: the task has ${task}.`,
    "API Reference, ContainerDefinition, memory: within that of the task (checked 2026-11-29)",
  ),
  "run-task.inference": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate inferenceAcceleratorOverrides: Amazon Elastic Inference has ended.",
  ),
  "run-task.override-container": row(
    "InvalidParameterException",
    "unsourced",
    ({ name = "null" }: { name: string | undefined }) =>
      `Override for container named ${name} is not a container in the TaskDefinition.`,
  ),
  "run-task.propagate-tags": row(
    "InvalidParameterException",
    "unsourced",
    () => "propagateTags cannot be SERVICE when running a task.",
  ),
  "run-task.launch-type-and-strategy": row(
    "InvalidParameterException",
    "unsourced",
    () => "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
  ),
  "run-task.capacity-provider": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate capacity provider strategies yet; AWS does. Use launchType FARGATE or EC2.",
  ),
  "run-task.launch-type": row(
    "UnsupportedFeatureException",
    "quayside",
    ({ launchType }: { launchType: string }) =>
      `Quayside does not simulate the launch type ${launchType} yet; AWS does. Use FARGATE or EC2.`,
  ),
  "run-task.no-instances": row(
    "InvalidParameterException",
    "unsourced",
    () => "No Container Instances were found in your cluster.",
  ),
  "run-task.platform-on-ec2": row(
    "InvalidParameterException",
    "observed",
    () => "The platform version must be null when specifying an EC2 launch type.",
    "Reply of RunTask pasted in hashicorp/terraform-provider-aws issues (checked 2026-11-21)",
  ),
  "run-task.platform": row(
    "PlatformUnknownException",
    "unsourced",
    () => "The specified platform version does not exist.",
  ),
  "run-task.fargate-size": row(
    "ClientException",
    "unsourced",
    () => "No Fargate configuration exists for given values.",
  ),
  "run-task.role": row(
    "ClientException",
    "unsourced",
    ({ roleArn }: { roleArn: string }) =>
      `ECS was unable to assume the role '${roleArn}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`,
  ),
  "placement.fargate-strategy": row(
    "InvalidParameterException",
    "unsourced",
    () => "Placement strategies are not supported with FARGATE launch type.",
  ),
  "placement.fargate-constraint": row(
    "InvalidParameterException",
    "unsourced",
    () => "Placement constraints are not supported with FARGATE launch type.",
  ),
  // The sentences stand with the reading of constraints and strategies, in placement/check-placement.ts.
  "placement.invalid": row("InvalidParameterException", "unsourced", ({ problem }: { problem: string }) => problem),
  "network.missing": row(
    "InvalidParameterException",
    "unsourced",
    () => "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  ),
  "network.unwanted": row(
    "InvalidParameterException",
    "unsourced",
    () => "Network Configuration is not valid for the given networkMode of this task definition.",
  ),
  "network.public-address": row(
    "InvalidParameterException",
    "unsourced",
    () => "Assign public IP is not supported for this launch type.",
  ),
  "network.no-subnets": row("InvalidParameterException", "unsourced", () => "subnets can not be empty."),
  "network.too-many-subnets": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `subnets can have at most ${most} items.`,
  ),
  "network.too-many-groups": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `securityGroups can have at most ${most} items.`,
  ),
  "network.subnet": row(
    "InvalidParameterException",
    "observed",
    ({ subnetId }: { subnetId: string }) =>
      `Error retrieving subnet information for [${subnetId}]: The subnet ID '${subnetId}' does not exist (ErrorCode: InvalidSubnetID.NotFound)`,
    "Reply of CreateService pasted in eddmann/serverless-fargate issue 20; RunTask is taken to say the same (checked 2026-11-29)",
  ),
  "network.security-group": row(
    "InvalidParameterException",
    "unsourced",
    ({ groupId }: { groupId: string }) =>
      `Error retrieving security group information for [${groupId}]: The security group '${groupId}' does not exist (ErrorCode: InvalidGroup.NotFound)`,
  ),
  "network.other-vpc": row("InvalidParameterException", "unsourced", () => "All subnets must be in the same VPC."),
} as const;
