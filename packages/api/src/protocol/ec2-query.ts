/**
 * EC2's protocol without sockets: a form with `Action` and numbered names in, XML out. Names on the wire come from the
 * model; what AWS refuses is refused in EC2's shape. Simplified: signatures and credentials are not looked at.
 * Source: Smithy 2.0, "AWS EC2 query protocol" (checked 2026-11-21).
 */
import type { Session } from "@quayside/simulator";
import { deliver } from "../door/send.ts";
import { operationModel, type Shape, serviceFacts } from "../model.ts";
import type { FrontRefusal, HttpRequest, HttpResponse } from "./aws-json.ts";
import { notSimulated } from "./other-services.ts";
import { MalformedForm, type QueryNode, readForm } from "./query-form.ts";
import { nextRequestId } from "./request-id.ts";
import { writeXml, XML_DECLARATION, XML_TYPE, xmlText } from "./write-xml.ts";

/** Thrown inside of this file only. */
class Unreadable extends Error {
  readonly refusal: FrontRefusal;

  constructor(code: string, message: string) {
    super(message);
    this.refusal = { status: 400, code, message };
  }
}

/** Whether a request speaks this protocol. */
export function isQuery({ method, headers }: HttpRequest): boolean {
  const type = headers["content-type"];
  const isForm = typeof type === "string" && type.startsWith("application/x-www-form-urlencoded");
  return method === "POST" && isForm && headers["x-amz-target"] === undefined;
}

/** Answers one request: 200 with the output, 400 with EC2's error; never throws on a bad request. */
export function handleEc2Query(session: Session, { body }: HttpRequest): HttpResponse {
  const requestId = nextRequestId(session);
  try {
    const form = readForm(body);
    const action = form.children.get("Action")?.value ?? "";
    const operation = operationModel(action, "ec2");
    if (operation === undefined) return queryError(requestId, unknownAction(action));
    const input = readStructure(operation.input, form);
    const outcome = deliver(session, { service: "ec2", operation: action, input });
    if (!outcome.ok) {
      const status = outcome.error.code === "DryRunOperation" ? 412 : 400;
      return queryError(requestId, { status, ...outcome.error });
    }
    const { apiVersion } = serviceFacts("ec2");
    const open = `<${action}Response xmlns="http://ec2.amazonaws.com/doc/${apiVersion}/">`;
    const content = `<requestId>${requestId}</requestId>${writeXml(operation.output, outcome.output)}`;
    return respond(200, `${open}${content}</${action}Response>`);
  } catch (problem) {
    if (problem instanceof Unreadable) return queryError(requestId, problem.refusal);
    if (problem instanceof MalformedForm) {
      return queryError(requestId, { status: 400, code: "MalformedQueryString", message: problem.message });
    }
    throw problem;
  }
}

function unknownAction(action: string): FrontRefusal {
  if (action === "") return { status: 400, code: "MissingAction", message: "The request must contain an Action." };
  if (serviceFacts("ec2").otherOperations.includes(action)) {
    const message = `Quayside does not simulate ${action}; Amazon EC2 has it.`;
    return { status: 400, code: "UnsupportedOperation", message };
  }
  return { status: 400, code: "InvalidAction", message: notSimulated(action.slice(0, 100)) };
}

function respond(status: number, xml: string): HttpResponse {
  return { status, headers: { "content-type": XML_TYPE }, body: XML_DECLARATION + xml };
}

/** An error as the query protocols send it. */
export function queryError(requestId: string, { status, code, message }: FrontRefusal): HttpResponse {
  const error = `<Error><Code>${xmlText(code)}</Code><Message>${xmlText(message)}</Message></Error>`;
  return respond(status, `<Response><Errors>${error}</Errors><RequestID>${requestId}</RequestID></Response>`);
}

/** A member's name in a form: the one on the wire with a large first letter. */
function formName(shape: Shape, member: string): string {
  const wire = shape.wire?.[member] ?? member;
  return wire.charAt(0).toUpperCase() + wire.slice(1);
}

function readStructure(shape: Shape, node: QueryNode): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [member, inner] of shape.members) {
    const child = node.children.get(formName(shape, member));
    if (child !== undefined) input[member] = read(inner, child, member);
    else if (shape.required.includes(member)) {
      throw new Unreadable("MissingParameter", `The request must contain the parameter ${member}`);
    }
  }
  return input;
}

function read(shape: Shape, node: QueryNode, name: string): unknown {
  if (shape.type === "structure") return readStructure(shape, node);
  if (shape.type === "list") {
    const numbered = [...node.children].filter(([key]) => /^\d{1,6}$/.test(key));
    const items = numbered.sort(([left], [right]) => Number(left) - Number(right));
    return items.map(([, item]) => read(shape.element as Shape, item, name));
  }
  const text = node.value ?? "";
  switch (shape.type) {
    case "integer":
    case "long":
      if (/^-?\d{1,15}$/.test(text)) return Number(text);
      throw new Unreadable(
        "InvalidParameterValue",
        `Invalid value '${text}' for ${name}. The value must be an integer.`,
      );
    case "boolean":
      if (text === "true" || text === "false") return text === "true";
      throw new Unreadable("InvalidParameterValue", `Invalid value '${text}' for ${name}. Must be true or false.`);
    case "double":
      return Number(text);
    case "timestamp":
      return Date.parse(text) / 1000;
    default:
      return text;
  }
}
