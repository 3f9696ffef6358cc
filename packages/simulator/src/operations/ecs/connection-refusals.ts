/**
 * Refusals of what connects a service: discovery, Service Connect, volumes at launch, VPC Lattice. Source: replies of the service pasted in
 * public issues, API Reference, Developer Guide (checked 2026-11-29).
 */
import { row } from "../../model/refusal.ts";

const PASTED = "Replies of the service pasted in public issues and templates (checked 2026-11-29)";

/** By their ids. */
export const CONNECTION_REFUSALS = {
  "service.registries": row(
    "InvalidParameterException",
    "observed",
    () => "service registries can have at most 1 items",
    PASTED,
  ),
  "service.registry-arn": row(
    "InvalidParameterException",
    "ours",
    () => "registryArn must be the ARN of a service of AWS Cloud Map.",
    "API Reference, ServiceRegistry; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.registry-container": row(
    "InvalidParameterException",
    "observed",
    () =>
      "When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.",
    PASTED,
  ),
  "service.no-container": row(
    "InvalidParameterException",
    "observed",
    ({ containerName }: { containerName: string }) =>
      `The container ${containerName} does not exist in the task definition.`,
    PASTED,
  ),
  "service.no-port": row(
    "InvalidParameterException",
    "observed",
    ({ containerName, containerPort }: { containerName: string; containerPort: number }) =>
      `The container ${containerName} did not have a container port ${containerPort} defined.`,
    PASTED,
  ),
  "service.namespace": row(
    "NamespaceNotFoundException",
    "documented",
    () => "The specified namespace wasn't found.",
    "API Reference, ListServicesByNamespace, errors (checked 2026-11-29)",
  ),
  "service.no-namespace": row(
    "InvalidParameterException",
    "ours",
    () => "Service Connect needs a namespace: in the request, or as the default of the cluster.",
    "API Reference, ServiceConnectConfiguration; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.port-name": row(
    "InvalidParameterException",
    "ours",
    ({ portName }: { portName: string }) => `The portName ${portName} does not exist in the task definition.`,
    "API Reference, ServiceConnectService; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.connect-host": row(
    "InvalidParameterException",
    "ours",
    () => "Service Connect does not support the host network mode.",
    "Developer Guide, Service Connect, considerations; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.connect-aliases": row(
    "InvalidParameterException",
    "ours",
    () => "clientAliases can have at most 1 items",
    "API Reference, ServiceConnectService; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.volume-none": row(
    "InvalidParameterException",
    "observed",
    () => "Volume configuration provided but no matching configuredAtLaunch volume found in task definition.",
    PASTED,
  ),
  "service.volume-name": row(
    "InvalidParameterException",
    "observed",
    ({ name }: { name: string }) =>
      `The volume name '${name}' in your request does not have a matching volume in your Task Definition`,
    PASTED,
  ),
  "service.volume-missing": row(
    "InvalidParameterException",
    "ours",
    ({ name }: { name: string }) => `The volume ${name} is configured at launch: volumeConfigurations must name it.`,
    "Developer Guide, Amazon EBS volumes; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.volume-size": row(
    "InvalidParameterException",
    "ours",
    () => "managedEBSVolume must have sizeInGiB or snapshotId",
    "API Reference, ServiceManagedEBSVolumeConfiguration; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.volume-daemon": row(
    "InvalidParameterException",
    "ours",
    () => "The daemon scheduling strategy does not support volumes that are configured at launch",
    "API Reference, CreateService, volumeConfigurations; the sentence was not seen (checked 2026-11-29)",
  ),
} as const;
