/**
 * A refusal of the front door in the form in which a client of some service reads errors: JSON, the XML of EC2, of the other
 * services that take forms, or of S3. A form that a client cannot read leaves it with an error without a word.
 * Source: Smithy 2.0, the AWS protocols, "Error response serialization"; Amazon S3 API Reference, "Error responses" (checked
 * 2026-11-29). Simplified: the few clients that speak CBOR alone read the status only.
 */
import { errorResponse, type FrontRefusal, type HttpRequest, type HttpResponse } from "./aws-json.ts";
import { isQuery, queryError } from "./ec2-query.ts";
import { XML_DECLARATION, XML_TYPE, xmlText } from "./write-xml.ts";

/** Services that speak XML without taking forms. */
const IN_XML: ReadonlySet<string> = new Set(["s3", "s3express", "route53", "cloudfront"]);

/** The refusal as a client of the service reads it. @param service as a signature names it */
export function refuseInForm(
  requestId: string,
  service: string | undefined,
  request: HttpRequest,
  refusal: FrontRefusal,
): HttpResponse {
  const takesForm = isQuery(request);
  if (takesForm && (service === undefined || service === "ec2")) return queryError(requestId, refusal);
  if (takesForm || IN_XML.has(service ?? "")) return inXml(requestId, refusal, service?.startsWith("s3") === true);
  return errorResponse(requestId, refusal);
}

function inXml(requestId: string, { status, code, message }: FrontRefusal, isS3: boolean): HttpResponse {
  const told = `<Code>${xmlText(code)}</Code><Message>${xmlText(message)}</Message>`;
  const xml = isS3
    ? `<Error>${told}<RequestId>${requestId}</RequestId></Error>`
    : `<ErrorResponse><Error><Type>Sender</Type>${told}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, headers: { "content-type": XML_TYPE }, body: XML_DECLARATION + xml };
}
