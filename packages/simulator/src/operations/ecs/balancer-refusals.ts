/**
 * Refusals about the load balancers of services. Source: replies of the service pasted in public issues and templates, Developer Guide
 * (checked 2026-11-29).
 */
import { row } from "../../model/refusal.ts";

const PASTED = "Replies of the service pasted in public issues and templates (checked 2026-11-29)";
const BLUE_GREEN = "Developer Guide, Troubleshooting Amazon ECS blue/green deployments (checked 2026-11-29)";
const UNSEEN = "API Reference, LoadBalancer; the sentence was not seen (checked 2026-11-29)";

interface OfGroup {
  readonly targetGroupArn: string;
}

/** By their ids. */
export const BALANCER_REFUSALS = {
  "service.no-balancer": row(
    "InvalidParameterException",
    "observed",
    ({ targetGroupArn }: OfGroup) =>
      `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
    PASTED,
  ),
  "service.target-type": row(
    "InvalidParameterException",
    "observed",
    ({ targetGroupArn, targetType, networkMode }: OfGroup & { targetType: string; networkMode: string }) =>
      `The provided target group ${targetGroupArn} has target type ${targetType}, which is incompatible with the ${networkMode} network mode specified in the task definition.`,
    PASTED,
  ),
  "service.target-group": row(
    "InvalidParameterException",
    "ours",
    ({ targetGroupArn }: OfGroup) => `The target group with targetGroupArn ${targetGroupArn} does not exist.`,
    UNSEEN,
  ),
  "service.balancer-members": row(
    "InvalidParameterException",
    "ours",
    () => "A load balancer of a service needs targetGroupArn, containerName and containerPort.",
    UNSEEN,
  ),
  "service.balancer-count": row(
    "InvalidParameterException",
    "ours",
    ({ most }: { most: number }) => `load balancers can have at most ${most} items`,
    "AWS General Reference, Amazon ECS quotas; the words are those for service registries (checked 2026-11-29)",
  ),
  "service.balancer-twice": row(
    "InvalidParameterException",
    "documented",
    ({ targetGroupArn }: OfGroup) => `Duplicate targetGroupArn found: ${targetGroupArn}`,
    BLUE_GREEN,
  ),
  "service.balancer-kinds": row(
    "InvalidParameterException",
    "documented",
    () =>
      "All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)",
    BLUE_GREEN,
  ),
  "service.classic-fargate": row(
    "InvalidParameterException",
    "observed",
    () => "Classic Load Balancers are not supported with Fargate",
    PASTED,
  ),
  "service.classic-balancer": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate Classic Load Balancers; AWS does. Name a target group instead.",
  ),
  "service.advanced-classic": row(
    "InvalidParameterException",
    "documented",
    () => "advancedConfiguration field is not allowed with ELBv1 loadBalancers",
    BLUE_GREEN,
  ),
  "service.advanced-required": row(
    "InvalidParameterException",
    "documented",
    () => "advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy",
    BLUE_GREEN,
  ),
  "service.advanced-some": row(
    "InvalidParameterException",
    "documented",
    () => "Either all or none of the provided loadBalancers must have advancedConfiguration defined",
    BLUE_GREEN,
  ),
  "service.advanced-members": row(
    "InvalidParameterException",
    "ours",
    () => "advancedConfiguration needs alternateTargetGroupArn, productionListenerRule and roleArn.",
    UNSEEN,
  ),
  "service.production-rule": row(
    "InvalidParameterException",
    "documented",
    ({ arn }: { arn: string }) =>
      `productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`,
    BLUE_GREEN,
  ),
  "service.rule-twice": row(
    "InvalidParameterException",
    "documented",
    ({ arn }: { arn: string }) =>
      `The following rules cannot be used as both production and test listener rules: ${arn}`,
    BLUE_GREEN,
  ),
  "service.test-rule": row(
    "InvalidParameterException",
    "documented",
    () =>
      "For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup.",
    BLUE_GREEN,
  ),
} as const;
