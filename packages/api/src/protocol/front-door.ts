/** One door for every service: AWS JSON 1.1, or EC2's queries and XML, as the request speaks. */
import type { Session } from "@quayside/simulator";
import { type HttpRequest, type HttpResponse, handleAwsJson } from "./aws-json.ts";
import { handleEc2Query, isQuery } from "./ec2-query.ts";

/** Answers one request of an AWS client; never throws on a bad one. */
export function handleAws(session: Session, request: HttpRequest): HttpResponse {
  return isQuery(request) ? handleEc2Query(session, request) : handleAwsJson(session, request);
}
