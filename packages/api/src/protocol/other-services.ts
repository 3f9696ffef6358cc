/**
 * Requests for services that Quayside does not simulate: they are told so, in the protocol that they speak. For which service and
 * Region a request is meant stands in its signature, which is not looked at otherwise.
 */
import { AWS_SERVICES, type AwsService, isAwsService, serviceFacts } from "../model.ts";

/** What of a request is looked at. */
interface Asked {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

const SCOPE = /Credential=[^/\s,]+\/\d{8}\/([A-Za-z0-9-]{1,60})\/([a-z0-9-]{1,60})\/aws4_request/;

/** Services whose signatures have another name than the AWS CLI. */
const SIGNED_AS: Readonly<Record<string, AwsService>> = { elasticloadbalancing: "elbv2" };

/** The service of ours that a request is signed for. */
export function signedServiceOf({ headers }: Pick<Asked, "headers">): AwsService | undefined {
  const signed = scopeOf(headers)?.service ?? "";
  if (Object.hasOwn(SIGNED_AS, signed)) return SIGNED_AS[signed];
  return isAwsService(signed) ? signed : undefined;
}

/** The name of another service that a request is signed for; undefined for one of ours, and for one that is not signed. */
export function otherServiceOf({ headers }: Pick<Asked, "headers">): string | undefined {
  return signedServiceOf({ headers }) === undefined ? scopeOf(headers)?.service : undefined;
}

/** The Region that a request is signed for; undefined for one that is not signed. */
export function signedRegionOf({ headers }: Pick<Asked, "headers">): string | undefined {
  return scopeOf(headers)?.region;
}

function scopeOf({
  authorization,
}: Asked["headers"]): { readonly region: string; readonly service: string } | undefined {
  const [, region, service] = (typeof authorization === "string" && SCOPE.exec(authorization)) || [];
  return region === undefined || service === undefined ? undefined : { region, service };
}

/** What a request to another service is told. */
export function notOurs(service: string, { headers, body }: Asked): string {
  const target = headers["x-amz-target"];
  const operation = typeof target === "string" ? target.split(".").at(-1) : new URLSearchParams(body).get("Action");
  const named = /^\w{1,100}$/.exec(operation ?? "")?.[0];
  return notSimulated(named === undefined ? service : `${named} of ${service}`);
}

/** The sentence for what is asked of a service that nobody here knows. */
export function notSimulated(asked: string): string {
  const known = AWS_SERVICES.map((service) => serviceFacts(service).title).join(", ");
  return `Quayside does not simulate ${asked}. It simulates parts of ${known}.`;
}
