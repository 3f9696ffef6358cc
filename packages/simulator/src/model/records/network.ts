/** Records of networks: security groups, routes, NAT gateways, endpoints. */
import type { SecurityGroupRule } from "../vpc.ts";
import type { About } from "./about.ts";

/** Rules of a security group that came or went. */
export interface RuleFacts {
  readonly direction: "ingress" | "egress";
  readonly rules: readonly SecurityGroupRule[];
}

interface RouteFacts {
  readonly destination: string;
  readonly target: string;
}

interface EndpointFacts {
  readonly serviceName: string;
}

export interface NetworkRecords {
  SECURITY_GROUP_CREATED: About<"securityGroups", { readonly groupName: string }>;
  SECURITY_GROUP_DELETED: About<"securityGroups", { readonly groupName: string }>;
  SECURITY_GROUP_RULES_ADDED: About<"securityGroups", RuleFacts>;
  SECURITY_GROUP_RULES_REMOVED: About<"securityGroups", RuleFacts>;
  ROUTE_CREATED: About<"routeTables", RouteFacts>;
  /** `before`: the target until then. */
  ROUTE_REPLACED: About<"routeTables", RouteFacts & { readonly before: string }>;
  ROUTE_DELETED: About<"routeTables", RouteFacts>;
  NAT_GATEWAY_CREATED: About<"natGateways", { readonly subnetId: string }>;
  NAT_GATEWAY_AVAILABLE: About<"natGateways">;
  NAT_GATEWAY_DELETING: About<"natGateways">;
  NAT_GATEWAY_DELETED: About<"natGateways">;
  NAT_GATEWAY_EXPIRED: About<"natGateways">;
  VPC_ENDPOINT_CREATED: About<"vpcEndpoints", EndpointFacts>;
  VPC_ENDPOINT_AVAILABLE: About<"vpcEndpoints", EndpointFacts>;
  VPC_ENDPOINT_MODIFIED: About<"vpcEndpoints", EndpointFacts>;
  VPC_ENDPOINT_DELETING: About<"vpcEndpoints", EndpointFacts>;
  VPC_ENDPOINT_DELETED: About<"vpcEndpoints", EndpointFacts>;
}
