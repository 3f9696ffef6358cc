/**
 * Every refusal of EC2's operations. Source: Amazon EC2 API Reference, "Error codes for the Amazon EC2 API", and outputs
 * pasted in public issues (checked 2026-11-21).
 */
import { type Refusal, type RefusalRow, refuserOf, row } from "../../model/refusal.ts";
import { MACHINE_REFUSALS } from "./machine-refusals.ts";
import { NETWORK_REFUSALS } from "./network-refusals.ts";

/** Kinds of ids: their prefix, the code behind `Invalid...`, and how sentences call them. */
const KINDS = {
  instance: { prefix: "i-", code: "InvalidInstanceID", noun: "instance ID" },
  subnet: { prefix: "subnet-", code: "InvalidSubnetID", noun: "subnet ID" },
  vpc: { prefix: "vpc-", code: "InvalidVpcID", noun: "vpc ID" },
  "route-table": { prefix: "rtb-", code: "InvalidRouteTableID", noun: "routeTable ID" },
  "internet-gateway": { prefix: "igw-", code: "InvalidInternetGatewayID", noun: "internetGateway ID" },
  "nat-gateway": { prefix: "nat-", code: "InvalidNatGatewayID", noun: "natGateway ID" },
  "vpc-endpoint": { prefix: "vpce-", code: "InvalidVpcEndpointId", noun: "Vpc Endpoint Id" },
  "network-interface": { prefix: "eni-", code: "InvalidNetworkInterfaceID", noun: "networkInterface ID" },
} as const;

/** A kind of thing that has an id. */
export type IdKind = keyof typeof KINDS;

type NotFound = RefusalRow<(values: { readonly ids: readonly string[] }) => string>;
type Malformed = RefusalRow<(values: { readonly id: string }) => string>;
type OfIds = { readonly [Kind in IdKind as `${Kind}.not-found`]: NotFound } & {
  readonly [Kind in IdKind as `${Kind}.malformed`]: Malformed;
};

/** By their ids; `subnet.not-found` and its like for every kind of id. */
export const EC2_REFUSALS = {
  ...(Object.fromEntries(Object.entries(KINDS).flatMap(rowsOfKind)) as OfIds),
  ...MACHINE_REFUSALS,
  ...NETWORK_REFUSALS,
  "parameter.missing": row(
    "MissingParameter",
    "documented",
    ({ parameter }: { parameter: string }) => `The request must contain the parameter ${parameter}`,
  ),
  "dry-run": row(
    "DryRunOperation",
    "documented",
    () => "Request would have succeeded, but DryRun flag is set.",
    "Amazon EC2 API Reference, common client errors (checked 2026-11-21)",
  ),
  "listing.filter": row(
    "InvalidParameterValue",
    "unsourced",
    ({ name }: { name: string }) => `The filter '${name}' is invalid`,
  ),
  "listing.token": row("InvalidPaginationToken", "ours", () => "The token is not valid."),
  "listing.size": row(
    "InvalidParameterValue",
    "unsourced",
    ({ size }: { size: number | undefined }) => `Value ( ${size} ) for parameter maxResults is invalid.`,
  ),
} as const;

/** Refuses with a row of EC2's table. */
export const refuse = refuserOf(EC2_REFUSALS);

function rowsOfKind([kind, { prefix, code, noun }]: [string, (typeof KINDS)[IdKind]]): [string, RefusalRow][] {
  const notFound = ({ ids }: { readonly ids: readonly string[] }) =>
    ids.length === 1 ? `The ${noun} '${ids[0]}' does not exist` : `The ${noun}s '${ids.join(", ")}' do not exist`;
  const malformed = ({ id }: { readonly id: string }) => `Invalid id: "${id}" (expecting "${prefix}...")`;
  return [
    [`${kind}.not-found`, row(`${code}.NotFound`, "observed", notFound)],
    [`${kind}.malformed`, row(`${code}.Malformed`, "observed", malformed)],
  ];
}

/** An id that nothing has, or that cannot be one. */
export function idNotFound(kind: IdKind, ...ids: readonly string[]): Refusal {
  const isOne = new RegExp(`^${KINDS[kind].prefix}[0-9a-f]{8,17}$`);
  const malformed = ids.find((id) => !isOne.test(id));
  return malformed === undefined
    ? refuse(`${kind}.not-found`, { ids })
    : refuse(`${kind}.malformed`, { id: malformed });
}
