/**
 * Rows of the network: VPC, subnets with their free addresses, route tables, gateways, VPC endpoints, security groups with
 * their rules, elastic network interfaces. Who reaches whom follows from them: see the folder network.
 * Simplified: one address family (IPv4), no network ACLs, no peering, and DNS always works inside of a VPC.
 */
import type { Tag } from "./tags.ts";

export interface VpcRow {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly isDefault: boolean;
}

/** How a subnet reaches the internet: through an internet gateway, through a NAT gateway, or not at all. */
export type InternetRoute = "internet-gateway" | "nat-gateway" | "none";

export interface SubnetRow {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly availabilityZone: string;
  readonly name: string;
  /** Where its route table sends traffic for the internet: written anew with every change of what it depends on. */
  readonly internetRoute: InternetRoute;
  /** Addresses that can still be given out; AWS keeps five of each subnet. */
  readonly availableIpAddressCount: number;
  /** Where the search for a free address goes on, as an offset in the block. */
  readonly nextOffset: number;
}

/** One line of a route table. */
export interface Route {
  /** A block, or the id of a prefix list. */
  readonly destination: string;
  /** `local`, or the id of an internet gateway (igw-), a NAT gateway (nat-) or a gateway endpoint (vpce-). */
  readonly target: string;
}

/** A subnet that follows a route table; without a subnet: the table is the main one of its VPC. */
export interface RouteTableAssociation {
  readonly associationId: string;
  readonly subnetId?: string;
}

export interface RouteTableRow {
  readonly routeTableId: string;
  readonly vpcId: string;
  readonly name: string;
  readonly routes: readonly Route[];
  readonly associations: readonly RouteTableAssociation[];
}

export interface InternetGatewayRow {
  readonly internetGatewayId: string;
  readonly vpcId: string;
}

/** @source Amazon EC2 API Reference, NatGateway, state (checked 2026-11-21) */
export type NatGatewayState = "pending" | "available" | "deleting" | "deleted";

export interface NatGatewayRow {
  readonly natGatewayId: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly state: NatGatewayState;
  readonly networkInterfaceId: string;
  readonly privateIpv4Address: string;
  readonly publicIpv4Address: string;
  readonly createdAtMs: number;
  readonly deletedAtMs?: number;
}

export interface VpcEndpointRow {
  readonly vpcEndpointId: string;
  readonly vpcId: string;
  /** A gateway endpoint is a line in route tables; an interface endpoint is a network interface in each of its subnets. */
  readonly type: "Interface" | "Gateway";
  /** The whole name: `com.amazonaws.us-east-1.ecr.api`. */
  readonly serviceName: string;
  readonly state: "pending" | "available" | "deleting";
  /** Only of gateway endpoints. */
  readonly routeTableIds: readonly string[];
  /** The rest only of interface endpoints; security groups that let the callers in. */
  readonly subnetIds: readonly string[];
  readonly securityGroups: readonly string[];
  readonly networkInterfaceIds: readonly string[];
  /** Whether the service's usual host name leads to the endpoint. */
  readonly privateDnsEnabled: boolean;
  readonly createdAtMs: number;
}

/** One rule: it only ever allows. */
export interface SecurityGroupRule {
  readonly ruleId: string;
  /** `-1` is every protocol. */
  readonly protocol: "tcp" | "udp" | "icmp" | "-1";
  /** Both -1 when the rule is for every port. */
  readonly fromPort: number;
  readonly toPort: number;
  /** Whom it is about: a block, the id of a security group, or the id of a prefix list. */
  readonly peer: string;
  readonly description?: string;
}

export interface SecurityGroupRow {
  readonly groupId: string;
  readonly groupName: string;
  readonly vpcId: string;
  readonly description: string;
  /** Who may begin a connection to the members. Answers always pass: security groups are stateful. */
  readonly ingress: readonly SecurityGroupRule[];
  /** To whom members may begin a connection. */
  readonly egress: readonly SecurityGroupRule[];
  readonly tags?: readonly Tag[];
}

export interface NetworkInterfaceRow {
  readonly networkInterfaceId: string;
  readonly subnetId: string;
  /** Whose it is: a task, an EC2 instance (its primary interface), a NAT gateway, an interface endpoint or a load balancer. */
  readonly taskArn?: string;
  readonly instanceId?: string;
  readonly natGatewayId?: string;
  readonly vpcEndpointId?: string;
  readonly loadBalancerArn?: string;
  readonly macAddress: string;
  readonly privateIpv4Address: string;
  readonly publicIpv4Address?: string;
}
