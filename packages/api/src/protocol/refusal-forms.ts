/**
 * A refusal of the front door in the form in which a client of some service reads errors: JSON, the XML of EC2, of the other
 * services that take forms, or of S3. A form that a client cannot read leaves it with an error without a word.
 * Source: Smithy 2.0, the AWS protocols, "Error response serialization"; Amazon S3 API Reference, "Error responses" (checked
 * 2026-11-29). Simplified: the few clients that speak CBOR alone read the status only.
 */
import { errorResponse, type FrontRefusal, type HttpRequest, type HttpResponse } from "./aws-json.ts";
import { signedServiceOf } from "./other-services.ts";
import { isQuery, queryError } from "./query.ts";
import { XML_DECLARATION, XML_TYPE, xmlText } from "./write-xml.ts";

/** Services besides S3 that speak XML without taking forms. */
const IN_XML: ReadonlySet<string> = new Set(["route53", "cloudfront"]);

/** The refusal as a client of the service reads it. @param service as a signature names it */
export function refuseInForm(
  requestId: string,
  service: string | undefined,
  request: HttpRequest,
  refusal: FrontRefusal,
): HttpResponse {
  const takesForm = isQuery(request);
  if (takesForm && service === undefined) return queryError(requestId, signedServiceOf(request) ?? "ec2", refusal);
  if (service?.startsWith("s3")) return asS3(requestId, refusal);
  if (takesForm || IN_XML.has(service ?? "")) return queryError(requestId, undefined, refusal);
  return errorResponse(requestId, refusal);
}

function asS3(requestId: string, { status, code, message }: FrontRefusal): HttpResponse {
  const told = `<Code>${xmlText(code)}</Code><Message>${xmlText(message)}</Message>`;
  const xml = `<Error>${told}<RequestId>${requestId}</RequestId></Error>`;
  return { status, headers: { "content-type": XML_TYPE }, body: XML_DECLARATION + xml };
}
