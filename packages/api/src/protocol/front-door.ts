/** One door for every service: AWS JSON 1.1, or EC2's queries and XML, as the request speaks. */
import type { Session } from "@quayside/simulator";
import { errorResponse, type HttpRequest, type HttpResponse, handleAwsJson } from "./aws-json.ts";
import { handleEc2Query, isQuery, queryError } from "./ec2-query.ts";
import { notOurs, otherServiceOf } from "./other-services.ts";
import { nextRequestId } from "./request-id.ts";

/** Services whose clients read XML though they send no form. */
const IN_XML: ReadonlySet<string> = new Set(["s3", "s3express", "route53", "cloudfront"]);

/** Answers one request of an AWS client; never throws on a bad one. */
export function handleAws(session: Session, request: HttpRequest): HttpResponse {
  const other = otherServiceOf(request);
  if (other !== undefined) {
    const speaksXml = isQuery(request) || IN_XML.has(other);
    const refusal = { status: 400, code: "NotModelledException", message: notOurs(other, request) };
    return (speaksXml ? queryError : errorResponse)(nextRequestId(session), refusal);
  }
  return isQuery(request) ? handleEc2Query(session, request) : handleAwsJson(session, request);
}
