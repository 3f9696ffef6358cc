/**
 * EC2's refusals in its own words. Source: Amazon EC2 API Reference, "Error codes for the Amazon EC2 API", and outputs
 * pasted in public issues (checked 2026-11-21); where a text is not confirmed the function says so.
 */
import { type Refusal, refuse } from "../outcome.ts";

/** Kinds of ids: their prefix, the code behind `Invalid...`, and how sentences call them. */
const KINDS = {
  instance: { prefix: "i-", code: "InvalidInstanceID", noun: "instance ID" },
  subnet: { prefix: "subnet-", code: "InvalidSubnetID", noun: "subnet ID" },
  vpc: { prefix: "vpc-", code: "InvalidVpcID", noun: "vpc ID" },
  routeTable: { prefix: "rtb-", code: "InvalidRouteTableID", noun: "routeTable ID" },
  internetGateway: { prefix: "igw-", code: "InvalidInternetGatewayID", noun: "internetGateway ID" },
  natGateway: { prefix: "nat-", code: "InvalidNatGatewayID", noun: "natGateway ID" },
  vpcEndpoint: { prefix: "vpce-", code: "InvalidVpcEndpointId", noun: "Vpc Endpoint Id" },
  networkInterface: { prefix: "eni-", code: "InvalidNetworkInterfaceID", noun: "networkInterface ID" },
} as const;

/** A kind of thing that has an id. */
export type IdKind = keyof typeof KINDS;

/** An id that nothing has, or that cannot be one. */
export function idNotFound(kind: IdKind, ...ids: readonly string[]): Refusal {
  const { prefix, code, noun } = KINDS[kind];
  const [malformed] = ids.filter((id) => !new RegExp(`^${prefix}[0-9a-f]{8,17}$`).test(id));
  if (malformed !== undefined)
    return refuse(`${code}.Malformed`, `Invalid id: "${malformed}" (expecting "${prefix}...")`);
  if (ids.length === 1) return refuse(`${code}.NotFound`, `The ${noun} '${ids[0]}' does not exist`);
  return refuse(`${code}.NotFound`, `The ${noun}s '${ids.join(", ")}' do not exist`);
}

export function groupNotFound(group: string): Refusal {
  return refuse("InvalidGroup.NotFound", `The security group '${group}' does not exist`);
}

export function natNotFound(natGatewayId: string): Refusal {
  return refuse("NatGatewayNotFound", `The Nat Gateway ${natGatewayId} was not found`);
}

export function invalidValue(message: string): Refusal {
  return refuse("InvalidParameterValue", message);
}

export function missing(parameter: string): Refusal {
  return refuse("MissingParameter", `The request must contain the parameter ${parameter}`);
}
