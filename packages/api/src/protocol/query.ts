/**
 * The protocols of forms and XML without sockets: the query protocol of AWS's older services, and EC2's own kind of it. A form
 * with `Action` and dotted names comes in, XML goes out. Names on the wire come from the model; what AWS refuses is refused in
 * its shape. Simplified: signatures and credentials are not looked at.
 * Source: Smithy 2.0, "AWS query protocol", "AWS EC2 query protocol" (checked 2026-11-29).
 */
import type { Session } from "@quayside/simulator";
import { deliver } from "../door/send.ts";
import { AWS_SERVICES, type AwsService, type Operation, operationModel, serviceFacts } from "../model.ts";
import type { FrontRefusal, HttpRequest, HttpResponse } from "./aws-json.ts";
import { notSimulated, signedServiceOf } from "./other-services.ts";
import { MalformedForm, type QueryNode, readForm } from "./query-form.ts";
import { readQuery, Unreadable } from "./read-query.ts";
import { nextRequestId } from "./request-id.ts";
import { writeXml, XML_DECLARATION, XML_TYPE, xmlText } from "./write-xml.ts";

/** Whether a request speaks one of these protocols. */
export function isQuery({ method, headers }: HttpRequest): boolean {
  const type = headers["content-type"];
  const isForm = typeof type === "string" && type.startsWith("application/x-www-form-urlencoded");
  return method === "POST" && isForm && headers["x-amz-target"] === undefined;
}

/** Answers one request: 200 with the output, 400 with the service's error; never throws on a bad request. */
export function handleQuery(session: Session, request: HttpRequest): HttpResponse {
  const requestId = nextRequestId(session);
  let service: AwsService = signedServiceOf(request) ?? "ec2";
  try {
    const form = readForm(request.body);
    service = signedServiceOf(request) ?? serviceOfVersion(form);
    return answer(session, service, form, requestId);
  } catch (problem) {
    if (problem instanceof Unreadable) return queryError(requestId, service, { status: 400, ...problem.told });
    if (problem instanceof MalformedForm) {
      return queryError(requestId, service, { status: 400, code: "MalformedQueryString", message: problem.message });
    }
    throw problem;
  }
}

/** The service that takes forms and has this version; without one, EC2. */
function serviceOfVersion(form: QueryNode): AwsService {
  const version = form.children.get("Version")?.value;
  const found = AWS_SERVICES.find((service) => {
    const { protocol, apiVersion } = serviceFacts(service);
    return protocol !== "json" && apiVersion === version;
  });
  return found ?? "ec2";
}

function answer(session: Session, service: AwsService, form: QueryNode, requestId: string): HttpResponse {
  const action = form.children.get("Action")?.value ?? "";
  const operation = operationModel(action, service);
  if (operation === undefined) return queryError(requestId, service, unknownAction(service, action));
  const input = readQuery(operation, form);
  const outcome = deliver(session, { service, operation: action, input });
  if (!outcome.ok) {
    const status = outcome.error.code === "DryRunOperation" ? 412 : 400;
    return queryError(requestId, service, { status, ...outcome.error });
  }
  return respond(200, envelope(operation, outcome.output, requestId));
}

function envelope({ service, name, output }: Operation, value: Record<string, unknown>, requestId: string): string {
  const { apiVersion, xmlNamespace, protocol } = serviceFacts(service);
  if (protocol === "ec2") {
    const open = `<${name}Response xmlns="http://ec2.amazonaws.com/doc/${apiVersion}/">`;
    return `${open}<requestId>${requestId}</requestId>${writeXml(output, value, "ec2")}</${name}Response>`;
  }
  const result = `<${name}Result>${writeXml(output, value, "query")}</${name}Result>`;
  const about = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<${name}Response xmlns="${xmlNamespace}">${result}${about}</${name}Response>`;
}

/** @source Errors of AWS's endpoints for InvalidAction; of what Quayside lacks the words are ours (checked 2026-11-29) */
function unknownAction(service: AwsService, action: string): FrontRefusal {
  if (action === "") return { status: 400, code: "MissingAction", message: "The request must contain an Action." };
  const { otherOperations, title, protocol } = serviceFacts(service);
  if (otherOperations.includes(action)) {
    const message = `Quayside does not simulate ${action}; ${title} has it.`;
    return { status: 400, code: protocol === "ec2" ? "UnsupportedOperation" : "NotModelledException", message };
  }
  return { status: 400, code: "InvalidAction", message: notSimulated(action.slice(0, 100)) };
}

function respond(status: number, xml: string): HttpResponse {
  return { status, headers: { "content-type": XML_TYPE }, body: XML_DECLARATION + xml };
}

/** An error as a service sends it that takes forms; without a service, as those other than EC2 do. */
export function queryError(
  requestId: string,
  service: AwsService | undefined,
  { status, code, message }: FrontRefusal,
): HttpResponse {
  const told = `<Code>${xmlText(code)}</Code><Message>${xmlText(message)}</Message>`;
  if (service !== undefined && serviceFacts(service).protocol === "ec2") {
    const errors = `<Errors><Error>${told}</Error></Errors>`;
    return respond(status, `<Response>${errors}<RequestID>${requestId}</RequestID></Response>`);
  }
  const namespace = service === undefined ? "" : ` xmlns="${serviceFacts(service).xmlNamespace}"`;
  const error = `<Error><Type>Sender</Type>${told}</Error>`;
  return respond(status, `<ErrorResponse${namespace}>${error}<RequestId>${requestId}</RequestId></ErrorResponse>`);
}
