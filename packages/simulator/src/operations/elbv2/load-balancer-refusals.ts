/** Refusals about load balancers themselves: names, subnets, security groups, attributes. */
import { RECORDED, row } from "../../model/refusal.ts";

const PASTED =
  "Replies pasted in public issues of Terraform's provider and the AWS Load Balancer Controller (checked 2026-11-29)";

interface Named {
  readonly name: string;
}
interface OfArn {
  readonly arn: string;
}

/** By their ids. */
export const LOAD_BALANCER_REFUSALS = {
  "load-balancer.none-found": row(
    "LoadBalancerNotFound",
    "observed",
    () => "One or more load balancers not found",
    RECORDED,
  ),
  "load-balancer.not-found": row(
    "LoadBalancerNotFound",
    "unsourced",
    ({ arn }: OfArn) => `Load balancer '${arn}' not found`,
  ),
  "load-balancer.names-and-arns": row(
    "ValidationError",
    "unsourced",
    () => "Load balancer names and load balancer ARNs cannot be specified at the same time",
  ),
  "load-balancer.name-too-long": row(
    "ValidationError",
    "observed",
    ({ name }: Named) => `The load balancer name '${name}' cannot be longer than '32' characters`,
    PASTED,
  ),
  "load-balancer.name-characters": row(
    "ValidationError",
    "observed",
    ({ name }: Named) =>
      `The load balancer name '${name}' can only contain characters that are alphanumeric characters and hyphens(-)`,
    PASTED,
  ),
  "load-balancer.name-hyphen": row(
    "ValidationError",
    "ours",
    ({ name }: Named) => `The load balancer name '${name}' cannot begin or end with '-'`,
  ),
  "load-balancer.name-internal": row(
    "ValidationError",
    "ours",
    ({ name }: Named) => `The load balancer name '${name}' cannot begin with 'internal-'`,
  ),
  "load-balancer.duplicate": row(
    "DuplicateLoadBalancerName",
    "observed",
    ({ name }: Named) => `A load balancer with the same name '${name}' exists, but with different settings`,
    PASTED,
  ),
  "load-balancer.too-many": row(
    "TooManyLoadBalancers",
    "ours",
    ({ most }: { most: number }) => `The maximum number of load balancers has been reached: ${most} of this type`,
  ),
  "load-balancer.subnets-twice": row(
    "ValidationError",
    "ours",
    () => "You must specify either subnets or subnet mappings, not both",
  ),
  "load-balancer.no-subnet": row("ValidationError", "ours", () => "At least one subnet must be specified"),
  "load-balancer.two-zones": row(
    "ValidationError",
    "observed",
    () => "At least two subnets in two different Availability Zones must be specified",
    PASTED,
  ),
  "load-balancer.same-zone": row(
    "InvalidConfigurationRequest",
    "observed",
    () => "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    PASTED,
  ),
  "load-balancer.subnet": row(
    "SubnetNotFound",
    "observed",
    ({ subnetId }: { subnetId: string }) => `The subnet ID '${subnetId}' does not exist`,
    PASTED,
  ),
  "load-balancer.no-addresses": row(
    "InvalidSubnet",
    "observed",
    ({ subnetId }: { subnetId: string }) =>
      `Not enough IP space available in ${subnetId}. ELB requires at least 8 free IP addresses in each subnet.`,
    PASTED,
  ),
  "load-balancer.security-groups": row(
    "InvalidConfigurationRequest",
    "observed",
    () => "One or more security groups are invalid",
    PASTED,
  ),
  "load-balancer.protected": row(
    "OperationNotPermitted",
    "observed",
    ({ arn }: OfArn) => `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`,
    PASTED,
  ),
} as const;
