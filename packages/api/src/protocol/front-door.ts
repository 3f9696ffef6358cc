/** One door for every service: AWS JSON 1.1, or forms and XML, as the request speaks. */
import type { Session } from "@quayside/simulator";
import { type HttpRequest, type HttpResponse, handleAwsJson } from "./aws-json.ts";
import { notOurs, otherServiceOf, signedRegionOf, signedServiceOf } from "./other-services.ts";
import { handleQuery, isQuery } from "./query.ts";
import { refuseInForm } from "./refusal-forms.ts";
import { nextRequestId } from "./request-id.ts";

/**
 * The refusal of a request that is signed for what is no Region, as its client reads it. Ours: the words behind the first sentence.
 * @source Errors of AWS's endpoints pasted in public issues: InvalidSignatureException, of EC2 AuthFailure, of other forms SignatureDoesNotMatch (checked 2026-11-29)
 */
export function refuseRegion(requestId: string, request: HttpRequest): HttpResponse {
  const message = `Credential should be scoped to a valid region. Quayside knows the Regions of AWS, without those of China and of governments; ${signedRegionOf(request)} is none of them.`;
  const isForEc2 = (signedServiceOf(request) ?? "ec2") === "ec2";
  const refused = isForEc2 ? { status: 401, code: "AuthFailure" } : { status: 403, code: "SignatureDoesNotMatch" };
  const refusal = { ...(isQuery(request) ? refused : { status: 400, code: "InvalidSignatureException" }), message };
  return refuseInForm(requestId, undefined, request, refusal);
}

/** Answers one request of an AWS client; never throws on a bad one. */
export function handleAws(session: Session, request: HttpRequest): HttpResponse {
  const other = otherServiceOf(request);
  if (other !== undefined) {
    const refusal = { status: 400, code: "NotModelledException", message: notOurs(other, request) };
    return refuseInForm(nextRequestId(session), other, request, refusal);
  }
  return isQuery(request) ? handleQuery(session, request) : handleAwsJson(session, request);
}
