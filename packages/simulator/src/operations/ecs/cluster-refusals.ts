/**
 * Refusals of the operations about clusters, container instances, agents, attributes, settings and tags.
 * Source: Amazon ECS API Reference, errors of each operation, and replies of the service (checked 2026-11-21).
 */

import { RECORDED, row } from "../../model/refusal.ts";
import { duplicateTagKey } from "../../model/tags.ts";

/** By their ids. */
export const CLUSTER_REFUSALS = {
  "cluster.not-found": row("ClusterNotFoundException", "observed", () => "Cluster not found.", RECORDED),
  "cluster.name": row("InvalidParameterException", "unsourced", () => "Invalid cluster name."),
  "cluster.not-simulated": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate capacity providers of clusters yet; AWS does.",
  ),
  "cluster.setting": row(
    "InvalidParameterException",
    "observed",
    () => "Invalid setting 'value'",
    `${RECORDED}, of UpdateClusterSettings; CreateCluster is taken to say the same`,
  ),
  "cluster.has-instances": row(
    "ClusterContainsContainerInstancesException",
    "unsourced",
    () => "The Cluster cannot be deleted while Container Instances are active or draining.",
  ),
  "cluster.has-tasks": row(
    "ClusterContainsTasksException",
    "observed",
    () => "The Cluster cannot be deleted while Tasks are active.",
    RECORDED,
  ),
  "cluster.has-services": row(
    "ClusterContainsServicesException",
    "observed",
    () => "The Cluster cannot be deleted while Services are active.",
    RECORDED,
  ),
  "clusters.include": row(
    "InvalidParameterException",
    "observed",
    () => "include should be one of [ATTACHMENTS,CONFIGURATIONS,SETTINGS,STATISTICS,TAGS]",
    RECORDED,
  ),
  "clusters.too-many": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `Clusters cannot have more than ${most} elements.`,
  ),
  "container-instance.not-found": row(
    "InvalidParameterException",
    "unsourced",
    () => "Referenced container instance was not found.",
  ),
  "container-instance.has-tasks": row(
    "InvalidParameterException",
    "unsourced",
    () => "Found running tasks on the instance.",
  ),
  "container-instance.status": row(
    "InvalidParameterException",
    "ours",
    () => "Container instance status must be ACTIVE or DRAINING.",
    "API Reference, UpdateContainerInstancesState: six statuses listed, two taken (checked 2026-11-21)",
  ),
  "container-instance.filter": row(
    "InvalidParameterException",
    "ours",
    ({ filter, fault }: { filter: string; fault: string }) => `filter '${filter}' is not a valid expression. ${fault}`,
  ),
  "container-instance.not-ec2": row(
    "UnsupportedFeatureException",
    "quayside",
    () =>
      "Quayside registers EC2 instances only: give the instanceIdentityDocument. AWS registers servers of your own, too.",
  ),
  "container-instance.document": row(
    "ClientException",
    "ours",
    () => "The instance identity document names no running EC2 instance.",
  ),
  "container-instance.other-cluster": row(
    "InvalidParameterException",
    "unsourced",
    () => "This EC2 instance is registered in another cluster.",
  ),
  "container-instances.empty": row(
    "InvalidParameterException",
    "unsourced",
    () => "Container instances cannot be empty.",
  ),
  "container-instances.too-many": row(
    "InvalidParameterException",
    "unsourced",
    ({ most }: { most: number }) => `Container instances cannot have more than ${most} elements.`,
  ),
  "agent.update-in-progress": row(
    "UpdateInProgressException",
    "documented",
    () =>
      "There's already a current Amazon ECS container agent update in progress on the container instance that's specified.",
    "API Reference, UpdateContainerAgent, errors (checked 2026-11-21)",
  ),
  "agent.no-update": row(
    "NoUpdateAvailableException",
    "documented",
    () =>
      "There's no update available for this Amazon ECS container agent. This might be because the agent is already running the latest version or because it's so old that there's no update path to the current version.",
    "API Reference, UpdateContainerAgent, errors (checked 2026-11-21)",
  ),
  "attributes.empty": row("InvalidParameterException", "ours", () => "Attributes cannot be empty."),
  "attributes.too-many": row(
    "InvalidParameterException",
    "ours",
    ({ most }: { most: number }) => `Attributes cannot have more than ${most} elements.`,
  ),
  "attributes.limit": row(
    "AttributeLimitExceededException",
    "documented",
    () =>
      "You can apply up to 10 custom attributes for each resource. You can view the attributes of a resource with ListAttributes. You can remove existing attributes on a resource with DeleteAttributes.",
    "API Reference, PutAttributes, errors (checked 2026-11-21)",
  ),
  "attribute.target-not-found": row(
    "TargetNotFoundException",
    "documented",
    () =>
      "The specified target wasn't found. You can view your available container instances with ListContainerInstances. Amazon ECS container instances are cluster-specific and Region-specific.",
    "API Reference, PutAttributes, errors (checked 2026-11-21)",
  ),
  "attribute.no-target": row("InvalidParameterException", "ours", () => "Attribute target ID must be specified."),
  "attribute.no-target-type": row(
    "InvalidParameterException",
    "ours",
    () => "A target ID in its short form needs the target type.",
  ),
  "attribute.reserved": row(
    "InvalidParameterException",
    "ours",
    ({ name }: { name: string }) => `Attribute name '${name}' begins with a prefix that is reserved.`,
  ),
  "attribute.name": row(
    "InvalidParameterException",
    "ours",
    ({ name }: { name: string }) =>
      `Attribute name '${name}' is invalid: 1 to 128 letters, digits, hyphens, underscores, slashes, back slashes and periods.`,
  ),
  "attribute.value": row(
    "InvalidParameterException",
    "ours",
    ({ value }: { value: string }) =>
      `Attribute value '${value}' is invalid: 1 to 128 letters, digits, hyphens, underscores, periods, at signs, slashes, back slashes, colons and spaces, with no space at the ends.`,
  ),
  "attribute.value-to-delete": row(
    "InvalidParameterException",
    "ours",
    () => "Attribute value should not be specified.",
  ),
  "attribute.value-without-name": row(
    "InvalidParameterException",
    "ours",
    () => "An attribute value needs the attribute name that goes with it.",
  ),
  "account-setting.unknown": row(
    "InvalidParameterException",
    "ours",
    ({ name }: { name: string }) => `${name} is not a setting that can be changed here.`,
  ),
  "account-setting.value": row(
    "InvalidParameterException",
    "observed",
    () => "Invalid setting 'value'",
    "Reply of PutAccountSetting pasted in aws/aws-cli issue 3785; UpdateClusterSettings says the same (checked 2026-11-29)",
  ),
  "account-setting.principal": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside simulates one principal, whose settings these are; AWS keeps the settings of each.",
  ),
  "tags.too-many": row(
    "InvalidParameterException",
    "ours",
    ({ most, count }: { most: number; count: number }) =>
      `A resource can have at most ${most} tags; the request has ${count}.`,
  ),
  "tags.limit": row(
    "LimitExceededException",
    "ours",
    ({ most }: { most: number }) => `A resource can have at most ${most} tags.`,
  ),
  "tag.key-length": row(
    "InvalidParameterException",
    "ours",
    ({ key }: { key: string }) => `Tag key '${key}' must be 1 to 128 characters long.`,
  ),
  "tag.value-length": row(
    "InvalidParameterException",
    "ours",
    ({ key }: { key: string }) => `The value of tag '${key}' must be at most 256 characters long.`,
  ),
  "tag.characters": row(
    "InvalidParameterException",
    "ours",
    ({ key }: { key: string }) => `Tag '${key}' contains invalid characters.`,
  ),
  "tag.reserved": row(
    "InvalidParameterException",
    "ours",
    ({ key }: { key: string }) => `Tag key '${key}' begins with 'aws:', which is reserved for AWS.`,
  ),
  "tag.duplicate": row("InvalidParameterException", "ours", ({ key }: { key: string }) => duplicateTagKey(key)),
  "resource.no-definition": row(
    "InvalidParameterException",
    "ours",
    () => "The specified task definition does not exist.",
  ),
  "resource.no-task": row("InvalidParameterException", "ours", () => "The specified task does not exist."),
  "resource.no-service": row("InvalidParameterException", "ours", () => "The specified service does not exist."),
  "resource.no-instance": row(
    "InvalidParameterException",
    "ours",
    () => "The specified container instance does not exist.",
  ),
  "resource.stopped-task": row(
    "InvalidParameterException",
    "observed",
    () => "The specified task is stopped. Specify a running task and try again.",
    RECORDED,
  ),
  "resource.arn": row("InvalidParameterException", "ours", () => "The specified resource ARN is not valid."),
} as const;
