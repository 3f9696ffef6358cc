/**
 * Refusals of the operations about services. Source: recorded answers of September 2026, replies of the service pasted in public
 * issues, and the Developer Guide (checked 2026-11-29). Long for its table.
 */
import { tellServiceDeployment } from "../../model/causes/service-events.ts";
import { RECORDED, row } from "../../model/refusal.ts";

const PASTED = "Replies of the service pasted in public issues and templates (checked 2026-11-29)";

const notYet = (what: string) => `Quayside does not simulate ${what} yet; AWS does.`;

/** By their ids. */
export const SERVICE_REFUSALS = {
  "service.not-found": row("ServiceNotFoundException", "observed", () => "Service not found.", RECORDED),
  "service.not-there-to-delete": row("ServiceNotFoundException", "observed", () => "", RECORDED),
  "service.not-active": row("ServiceNotActiveException", "observed", () => "Service was not ACTIVE.", RECORDED),
  "service.token": row("InvalidParameterException", "observed", () => "idempotency token longer than 36.", RECORDED),
  "service.name": row(
    "InvalidParameterException",
    "ours",
    () => "Service name must contain only letters, numbers, hyphens and underscores, at most 255 of them.",
    "API Reference, CreateService, serviceName; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.not-idempotent": row(
    "InvalidParameterException",
    "observed",
    () => "Creation of service was not idempotent.",
    RECORDED,
  ),
  "service.draining": row(
    "InvalidParameterException",
    "observed",
    () => "Unable to Start a service that is still Draining.",
    RECORDED,
  ),
  "service.scheduling": row(
    "InvalidParameterException",
    "observed",
    () => "Scheduling strategy should be one of [REPLICA,DAEMON]",
    RECORDED,
  ),
  "service.no-definition": row("ClientException", "observed", () => "TaskDefinition not found.", RECORDED),
  "service.definition-inactive": row("ClientException", "unsourced", () => "TaskDefinition is inactive"),
  "service.network-missing": row(
    "InvalidParameterException",
    "observed",
    () => "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    RECORDED,
  ),
  "service.desired-missing": row("InvalidParameterException", "observed", () => "DesiredCount is missing", RECORDED),
  "service.desired-negative": row(
    "InvalidParameterException",
    "observed",
    () => "DesiredCount can not be lesser than 0",
    RECORDED,
  ),
  "service.count-negative": row(
    "InvalidParameterException",
    "observed",
    () => "Task count can not be lesser than 0",
    RECORDED,
  ),
  "service.maximum-percent": row(
    "InvalidParameterException",
    "observed",
    () => "maximumPercent must be at least 100",
    RECORDED,
  ),
  "service.minimum-percent": row(
    "InvalidParameterException",
    "observed",
    () => "minimumHealthyPercent must be at most 100",
    RECORDED,
  ),
  "service.percent-range": row(
    "InvalidParameterException",
    "ours",
    () => "minimumHealthyPercent must be at least 0",
    "Developer Guide, service definition parameters; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.percents-block": row(
    "InvalidParameterException",
    "observed",
    () => "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments",
    PASTED,
  ),
  "service.breaker-value": row(
    "InvalidParameterException",
    "observed",
    () => "Invalid deployment circuit breaker threshold value.",
    RECORDED,
  ),
  "service.breaker-type": row(
    "InvalidParameterException",
    "observed",
    () => "Invalid deployment circuit breaker threshold type.",
    RECORDED,
  ),
  "service.bake-time": row(
    "InvalidParameterException",
    "ours",
    () => "bakeTimeInMinutes must be between 0 and 1440",
    "API Reference, DeploymentConfiguration; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.alarms": row(
    "InvalidParameterException",
    "ours",
    () => "Alarm names cannot be empty when deployment alarms are enabled.",
    "API Reference, DeploymentAlarms: one or more names; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.grace": row(
    "InvalidParameterException",
    "ours",
    () => "healthCheckGracePeriodSeconds must be between 0 and 2147483647",
    "API Reference, CreateService; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.daemon-count": row(
    "InvalidParameterException",
    "observed",
    () =>
      "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again",
    RECORDED,
  ),
  "service.daemon-fargate": row(
    "InvalidParameterException",
    "observed",
    () =>
      "The daemon scheduling strategy does not support the FARGATE launch type. Change the launch type and try again",
    RECORDED,
  ),
  "service.daemon-maximum": row(
    "InvalidParameterException",
    "observed",
    () =>
      "The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again",
    PASTED,
  ),
  "service.daemon-strategy": row(
    "InvalidParameterException",
    "observed",
    () => "The daemon scheduling strategy does not support placement strategies",
    PASTED,
  ),
  "service.rebalancing": row(
    "InvalidParameterException",
    "observed",
    ({ updating }: { updating: boolean }) =>
      `${updating ? "The service couldn't be updated because " : ""}Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration. Update deployment configuration and try again.`,
    RECORDED,
  ),
  "service.rebalancing-daemon": row(
    "InvalidParameterException",
    "observed",
    () => "Availability Zone Rebalancing does not support DAEMON services",
    PASTED,
  ),
  "service.rebalancing-strategy": row(
    "InvalidParameterException",
    "observed",
    ({ updating }: { updating: boolean }) =>
      `${updating ? "The service couldn't be updated because " : ""}Availability Zone Rebalancing only supports availability zone spread as task placement strategy`,
    PASTED,
  ),
  "service.scaled": row(
    "InvalidParameterException",
    "observed",
    () => "The service cannot be stopped while it is scaled above 0.",
    RECORDED,
  ),
  "services.none": row(
    "InvalidParameterException",
    "ours",
    () => "Services cannot be empty.",
    "API Reference, DescribeServices; the sentence was not seen (checked 2026-11-29)",
  ),
  "services.too-many": row(
    "InvalidParameterException",
    "ours",
    ({ most }: { most: number }) => `Service references may have at most ${most} items`,
    "API Reference, DescribeServices; the sentence was not seen (checked 2026-11-29)",
  ),
  "revisions.too-many": row(
    "InvalidParameterException",
    "observed",
    () => "Service Revision ARN count cannot exceed 20",
    RECORDED,
  ),
  "revisions.arn": row("InvalidParameterException", "observed", () => "The Service ARN provided is invalid.", RECORDED),
  "revisions.revision-arn": row(
    "InvalidParameterException",
    "observed",
    () => "The ServiceRevision ARN is invalid.",
    RECORDED,
  ),
  "revisions.cluster-inactive": row(
    "ClusterNotFoundException",
    "observed",
    () => "The referenced cluster was inactive.",
    RECORDED,
  ),
  "revisions.cross-service": row(
    "InvalidParameterException",
    "observed",
    () => "Cross service requests are not allowed. All requested service revisions must be for a single service",
    RECORDED,
  ),
  "revisions.inactive": row(
    "InvalidParameterException",
    "observed",
    () => "Cannot call DescribeServiceRevisions for a service that is INACTIVE",
    RECORDED,
  ),
  "service-deployments.too-many": row(
    "InvalidParameterException",
    "ours",
    () => "Service Deployment ARN count cannot exceed 20",
    "After the sentence for revisions (checked 2026-11-29)",
  ),
  "service-deployment.not-found": row(
    "ServiceDeploymentNotFoundException",
    "documented",
    () => "The service deployment does not exist.",
    "Developer Guide, Troubleshooting blue/green deployments (checked 2026-11-29)",
  ),
  "service-deployment.over": row(
    "ConflictException",
    "ours",
    () => "The service deployment is in a terminal state.",
    "API Reference, StopServiceDeployment: the code; the sentence was not seen (checked 2026-11-29)",
  ),
  "service-deployment.no-rollback": row(
    "ConflictException",
    "observed",
    () => tellServiceDeployment("service-deployment.no-candidate").reason,
    PASTED,
  ),
  "service-deployment.abort": row("UnsupportedFeatureException", "quayside", () => notYet("stopType ABORT")),
  "service-deployment.terminal": row(
    "InvalidParameterException",
    "documented",
    () => "Continuing a service deployment is not allowed for service deployment in terminal states.",
    "Developer Guide, lifecycle hooks of blue/green deployments (checked 2026-11-29)",
  ),
  "service-deployment.hook": row(
    "InvalidParameterException",
    "documented",
    () => "Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}",
    "Developer Guide, lifecycle hooks of blue/green deployments (checked 2026-11-29)",
  ),
  "service-deployment.no-hook": row(
    "InvalidParameterException",
    "documented",
    () => "Provided hookId is either completed, unavailable, or not associated with the given Resource ARN",
    "Developer Guide, lifecycle hooks of blue/green deployments (checked 2026-11-29)",
  ),
  "protection.minutes": row(
    "InvalidParameterException",
    "ours",
    () => "expiresInMinutes must be between 1 and 2880",
    "API Reference, UpdateTaskProtection; the sentence was not seen (checked 2026-11-29)",
  ),
  "protection.too-many": row(
    "InvalidParameterException",
    "ours",
    ({ most }: { most: number }) => `Tasks can have at most ${most} items`,
    "API Reference, UpdateTaskProtection; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.launch-type": row("UnsupportedFeatureException", "quayside", ({ launchType }: { launchType: string }) =>
    notYet(`the launch type ${launchType} of services`),
  ),
  "service.capacity-provider": row("UnsupportedFeatureException", "quayside", () => notYet("capacity providers")),
  "service.controller": row("UnsupportedFeatureException", "quayside", () =>
    notYet("the deployment controller CODE_DEPLOY"),
  ),
  "service.early-success": row(
    "InvalidParameterException",
    "ours",
    () => "earlySuccessCriteria needs healthyPercent and sourceServiceRevisionCleanup when it is enabled.",
    "API Reference, DeploymentEarlySuccessCriteria; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.early-percent": row(
    "InvalidParameterException",
    "ours",
    () => "healthyPercent must be between minimumHealthyPercent and 100",
    "API Reference, DeploymentEarlySuccessCriteria; the sentence was not seen (checked 2026-11-29)",
  ),
  "service.exec-role": row(
    "InvalidParameterException",
    "ours",
    () =>
      "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    "After the sentence of UpdateService (checked 2026-11-29)",
  ),
  "service.exec-role-update": row(
    "InvalidParameterException",
    "observed",
    () =>
      "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    PASTED,
  ),
} as const;
