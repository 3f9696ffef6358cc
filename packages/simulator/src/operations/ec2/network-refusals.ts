/** Refusals of the operations about networks: security groups and their rules, routes, gateways, endpoints. */
import { row } from "../../model/refusal.ts";

/** By their ids. */
export const NETWORK_REFUSALS = {
  "security-group.not-found": row(
    "InvalidGroup.NotFound",
    "observed",
    ({ group }: { group: string }) => `The security group '${group}' does not exist`,
  ),
  "security-group.unnamed": row(
    "MissingParameter",
    "unsourced",
    () => "The request must contain the parameter groupName or groupId",
  ),
  "security-group.name": row(
    "InvalidParameterValue",
    "unsourced",
    () => "Invalid group name. Group names may not be in the format sg-*",
  ),
  "security-group.name-too-long": row(
    "InvalidParameterValue",
    "unsourced",
    () => "Invalid security group name. Valid names can have 255 characters.",
  ),
  "security-group.duplicate": row(
    "InvalidGroup.Duplicate",
    "unsourced",
    ({ name, vpcId }: { name: string; vpcId: string }) =>
      `The security group '${name}' already exists for VPC '${vpcId}'`,
  ),
  "security-group.default": row(
    "CannotDelete",
    "unsourced",
    ({ groupId, name }: { groupId: string; name: string }) =>
      `the specified group: "${groupId}" name: "${name}" cannot be deleted by a user`,
  ),
  "security-group.in-use": row(
    "DependencyViolation",
    "unsourced",
    ({ groupId }: { groupId: string }) => `resource ${groupId} has a dependent object`,
  ),
  "rule.duplicate": row(
    "InvalidPermission.Duplicate",
    "unsourced",
    ({ rule }: { rule: string }) => `the specified rule "${rule}" already exists`,
  ),
  "rule.too-many": row(
    "RulesPerSecurityGroupLimitExceeded",
    "unsourced",
    () => "The maximum number of rules per security group has been reached.",
  ),
  "rule.not-found": row(
    "InvalidPermission.NotFound",
    "unsourced",
    () => "The specified rule does not exist in this security group.",
  ),
  "rule.id-not-found": row(
    "InvalidSecurityGroupRuleId.NotFound",
    "unsourced",
    ({ ruleId }: { ruleId: string }) => `The security group rule ID '${ruleId}' does not exist`,
  ),
  "rule.protocol": row(
    "InvalidParameterValue",
    "unsourced",
    ({ protocol }: { protocol: string }) => `Invalid value '${protocol}' for IP protocol. Unknown protocol.`,
  ),
  "rule.no-ports": row(
    "InvalidParameterValue",
    "unsourced",
    () => "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
  ),
  "rule.ports": row(
    "InvalidParameterValue",
    "unsourced",
    ({ from, to }: { from: number; to: number }) =>
      `Invalid value '${from}-${to}' for portRange. Ports must be between 0 and 65535.`,
  ),
  "rule.ipv6": row("UnsupportedOperation", "quayside", () => "Quayside simulates IPv4 only; AWS has IPv6, too."),
  "rule.cidr": row(
    "InvalidParameterValue",
    "unsourced",
    ({ cidr }: { cidr: string }) => `CIDR block ${cidr} is malformed`,
  ),
  "rule.prefix-list": row(
    "InvalidPrefixListId.NotFound",
    "unsourced",
    ({ id }: { id: string }) => `The prefix list '${id}' does not exist`,
  ),
  "route.exists": row(
    "RouteAlreadyExists",
    "unsourced",
    ({ destination }: { destination: string }) => `The route identified by ${destination} already exists.`,
  ),
  "route.replace-local": row(
    "InvalidParameterValue",
    "unsourced",
    ({ destination }: { destination: string }) => `cannot replace local route ${destination}`,
  ),
  "route.delete-local": row(
    "InvalidParameterValue",
    "unsourced",
    ({ destination, tableId }: { destination: string; tableId: string }) =>
      `cannot remove local route ${destination} in route table ${tableId}`,
  ),
  "route.cidr": row(
    "InvalidParameterValue",
    "unsourced",
    ({ cidr }: { cidr: string }) =>
      `Value (${cidr}) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.`,
  ),
  "route.one-target": row(
    "InvalidParameterCombination",
    "unsourced",
    () => "The request must contain exactly one of gatewayId, natGatewayId.",
  ),
  "route.other-network": row(
    "InvalidParameterValue",
    "unsourced",
    ({ tableId, target }: { tableId: string; target: string }) =>
      `route table ${tableId} and network gateway ${target} belong to different networks`,
  ),
  "route.not-found": row(
    "InvalidRoute.NotFound",
    "unsourced",
    ({ destination, tableId }: { destination: string; tableId: string }) =>
      `no route with destination-cidr-block ${destination} in route table ${tableId}`,
  ),
  "nat-gateway.absent": row(
    "NatGatewayNotFound",
    "observed",
    ({ natGatewayId }: { natGatewayId: string }) => `The Nat Gateway ${natGatewayId} was not found`,
  ),
  "nat-gateway.private": row(
    "UnsupportedOperation",
    "quayside",
    () => "Quayside simulates public NAT gateways only; AWS has private ones, too.",
  ),
  "nat-gateway.address": row(
    "InvalidElasticIpID.NotFound",
    "quayside",
    ({ allocationId }: { allocationId: string }) =>
      `The elastic-ip ID '${allocationId}' does not exist. In Quayside the address comes with the gateway.`,
  ),
  "nat-gateway.no-addresses": row(
    "InsufficientFreeAddressesInSubnet",
    "unsourced",
    ({ subnetId }: { subnetId: string }) =>
      `There are not enough free addresses in subnet '${subnetId}' to create the NAT gateway.`,
  ),
  "endpoint.service": row(
    "InvalidServiceName",
    "unsourced",
    ({ service }: { service: string }) => `The Vpc Endpoint Service '${service}' does not exist`,
  ),
  "endpoint.no-gateway": row(
    "InvalidParameter",
    "unsourced",
    () => "Endpoint type (Gateway) does not match available service types ([Interface]).",
  ),
  "endpoint.type": row(
    "InvalidParameterValue",
    "unsourced",
    ({ type }: { type: string }) => `Value (${type}) for parameter vpcEndpointType is invalid.`,
  ),
  "endpoint.gateway-only": row(
    "UnsupportedOperation",
    "quayside",
    ({ service }: { service: string }) =>
      `Quayside simulates the gateway endpoint of ${service} only: ECR's layers need that one.`,
  ),
  "endpoint.route-exists": row(
    "RouteAlreadyExists",
    "unsourced",
    ({ tableId, prefixListId }: { tableId: string; prefixListId: string }) =>
      `route table ${tableId} already has a route with destination-prefix-list-id ${prefixListId}`,
  ),
  "endpoint.private-dns": row(
    "InvalidParameter",
    "unsourced",
    ({ host, vpcId }: { host: string; vpcId: string }) =>
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${host} in the VPC ${vpcId}`,
  ),
  "endpoint.no-addresses": row(
    "InsufficientFreeAddressesInSubnet",
    "unsourced",
    ({ subnetId }: { subnetId: string }) =>
      `There are not enough free addresses in subnet '${subnetId}' to create the endpoint.`,
  ),
  "endpoint.same-zone": row(
    "DuplicateSubnetsInSameZone",
    "unsourced",
    () => "Found another VPC endpoint subnet in the availability zone of the given subnet.",
  ),
  "endpoint.route-tables": row(
    "InvalidParameter",
    "unsourced",
    () => "Route table IDs are only supported for Gateway type VPC Endpoint.",
  ),
} as const;
