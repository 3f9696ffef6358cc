/**
 * AWS JSON 1.1: a request in, a response out, no sockets. The signature is not looked at, because there is nobody to
 * protect; everything else that AWS refuses is refused with AWS's type and, where it is known, AWS's sentence.
 */
import type { Session } from "@quayside/simulator";
import { TARGET_PREFIX } from "../generated/operation-names.ts";
import { operationModel } from "../model.ts";
import { isRecord } from "../validate.ts";
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

function targetOf(request: HttpRequest): string | FrontRefusal {
  const target = request.headers["x-amz-target"];
  if (request.method !== "POST") {
    return {
      status: 405,
      code: "UnsupportedOperationException",
      message: `Amazon ECS takes POST, not ${request.method}.`,
    };
  }
  if (typeof target !== "string" || target === "") {
    return { status: 400, code: "MissingAuthenticationTokenException", message: "Missing Authentication Token" };
  }
  const [prefix, name, ...rest] = target.split(".");
  if (prefix !== TARGET_PREFIX || name === undefined || rest.length > 0 || operationModel(name) === undefined) {
    return {
      status: 400,
      code: "UnknownOperationException",
      message: `The requested operation is not recognized by the service: ${target.slice(0, 200)}`,
    };
  }
  return name;
}

function bodyOf(text: string): Record<string, unknown> | FrontRefusal {
  const refusal = (message: string): FrontRefusal => ({ status: 400, code: "SerializationException", message });
  if (text.trim() === "") return {};
  try {
    const body = JSON.parse(text) as unknown;
    return isRecord(body) ? body : refusal("Unexpected field type");
  } catch (problem) {
    return refusal(`The request body is not JSON: ${(problem as Error).message}`);
  }
}

function isRefusal(value: string | Record<string, unknown> | FrontRefusal): value is FrontRefusal {
  return typeof value === "object" && typeof value.status === "number" && typeof value.code === "string";
}

/**
 * Answers one request.
 * @returns 200 with the output, 400 with `__type` and `message`, 405 for another method; never throws on a bad request
 */
export function handleAwsJson(session: Session, request: HttpRequest): HttpResponse {
  const requestId = nextRequestId(session);
  const target = targetOf(request);
  if (isRefusal(target)) return errorResponse(requestId, target);
  const body = bodyOf(request.body);
  if (body.code === "SerializationException" && isRefusal(body)) return errorResponse(requestId, body);
  const operation = operationModel(target);
  if (operation === undefined) throw new Error(`${target} was checked to be an operation`);
  let input: Record<string, unknown>;
  try {
    input = readInput(operation.input, body);
  } catch (problem) {
    if (!(problem instanceof NotReadable)) throw problem;
    return errorResponse(requestId, { status: 400, code: "SerializationException", message: problem.message });
  }
  const outcome = session.call("ecs", target, input);
  if (!outcome.ok)
    return respond(requestId, statusOf(outcome.error.code), errorBody(outcome.error), outcome.error.code);
  return respond(requestId, 200, JSON.stringify(writeOutput(operation.output, outcome.output)));
}

/** AWS answers 500 for its own failures and 400 for everybody else's. */
function statusOf(code: string): number {
  return code === "ServerException" ? 500 : 400;
}
