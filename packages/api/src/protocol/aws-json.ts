/**
 * AWS JSON 1.1: a request in, a response out, no sockets. What AWS refuses is refused with AWS's type and, where it is
 * known, AWS's sentence. Simplified: signatures and credentials are not looked at; AWS refuses requests without them.
 */
import type { Session } from "@quayside/simulator";
import { deliver } from "../door/send.ts";
import { type AwsService, type Operation, operationModel, serviceFacts, serviceOfTarget } from "../model.ts";
import { notSimulated } from "./other-services.ts";
import { NotReadable, readInput } from "./read-input.ts";
import { nextRequestId } from "./request-id.ts";
import { writeOutput } from "./write-output.ts";

/** A request. Header names in lower case, as node:http gives them. */
export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** A response. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A refusal that AWS's front gives before any operation runs. */
export interface FrontRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const CONTENT_TYPE = "application/x-amz-json-1.1";

/** Members of an error beside its code and message: `resourceIds` of a ConflictException. */
function errorBody(error: { code: string; message: string; [more: string]: unknown }): string {
  const { code, message, ...more } = error;
  return JSON.stringify({ __type: code, message, ...more });
}

/** An error as AWS JSON 1.1 sends it. */
export function errorResponse(requestId: string, refusal: FrontRefusal): HttpResponse {
  return respond(requestId, refusal.status, errorBody({ code: refusal.code, message: refusal.message }), refusal.code);
}

function respond(requestId: string, status: number, body: string, errorType?: string): HttpResponse {
  const headers: Record<string, string> = { "x-amzn-requestid": requestId, "content-type": CONTENT_TYPE };
  if (errorType !== undefined) headers["x-amzn-errortype"] = errorType;
  return { status, headers, body };
}

/** The operation that the request names. */
function targetOf(request: HttpRequest): { operation: Operation } | { refusal: FrontRefusal } {
  const target = request.headers["x-amz-target"];
  if (request.method !== "POST") {
    const message = `Amazon ECS takes POST, not ${request.method}.`;
    return { refusal: { status: 405, code: "UnsupportedOperationException", message } };
  }
  if (typeof target !== "string" || target === "") {
    const message = "Missing Authentication Token";
    return { refusal: { status: 400, code: "MissingAuthenticationTokenException", message } };
  }
  const dot = target.indexOf(".");
  const service = serviceOfTarget(target.slice(0, dot));
  const operation = service === undefined ? undefined : operationModel(target.slice(dot + 1), service);
  if (operation !== undefined) return { operation };
  return { refusal: unknownTarget(service, target.slice(dot + 1, 200), target.slice(0, 200)) };
}

/** An operation that the service has, or a target that nobody here knows. */
function unknownTarget(service: AwsService | undefined, operation: string, target: string): FrontRefusal {
  if (service !== undefined && serviceFacts(service).otherOperations.includes(operation)) {
    const message = `Quayside does not simulate ${operation}; ${serviceFacts(service).title} has it.`;
    return { status: 400, code: "NotModelledException", message };
  }
  return { status: 400, code: "UnknownOperationException", message: notSimulated(target) };
}

/** The body as the operation's input; an empty body is an empty input. */
function inputOf(operation: Operation, text: string): { input: Record<string, unknown> } | { refusal: FrontRefusal } {
  try {
    return { input: readInput(operation.input, text === "" ? {} : JSON.parse(text)) };
  } catch (problem) {
    if (problem instanceof NotReadable) {
      return { refusal: { status: 400, code: problem.code, message: problem.message } };
    }
    if (!(problem instanceof SyntaxError)) throw problem;
    const message = `The body is not JSON: ${problem.message}`;
    return { refusal: { status: 400, code: "SerializationException", message } };
  }
}

/**
 * Answers one request.
 * @returns 200 with the output, 400 with `__type` and `message`, 405 for another method; never throws on a bad request
 */
export function handleAwsJson(session: Session, request: HttpRequest): HttpResponse {
  const requestId = nextRequestId(session);
  const target = targetOf(request);
  if ("refusal" in target) return errorResponse(requestId, target.refusal);
  const { operation } = target;
  const read = inputOf(operation, request.body);
  if ("refusal" in read) return errorResponse(requestId, read.refusal);
  const outcome = deliver(session, { service: operation.service, operation: operation.name, input: read.input });
  if (outcome.ok) return respond(requestId, 200, JSON.stringify(writeOutput(operation.output, outcome.output)));
  return respond(requestId, statusOf(outcome.error.code), errorBody(outcome.error), outcome.error.code);
}

/** AWS answers 500 for its own failures and 400 for everybody else's. */
function statusOf(code: string): number {
  return code === "ServerException" ? 500 : 400;
}
