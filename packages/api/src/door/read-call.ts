/** Reads one call of a run or a scenario: an operation that is simulated and changes something, with an input of its shape. */
import {
  type Command,
  isServiceName,
  LEARNER,
  type OperationEntry,
  type Origin,
  REGIONS,
  type ServiceName,
  serviceOperations,
} from "@quayside/simulator";
import { operationModel, type Shape } from "../model.ts";
import { type InputProblem, inputProblems } from "../validate.ts";
import { eventShape } from "./event-shapes.ts";
import { type Fields, memberOf, oneOf, refuse, textOf } from "./read-value.ts";

/** The shape of an operation's input, or undefined when the service has no such operation. */
export function inputShape(service: ServiceName, operation: string): Shape | undefined {
  return service === "quayside" ? eventShape(operation) : operationModel(operation, service)?.input;
}

/** The call in the members of an object. @param place that of the call, such as `commands[2]` */
export function readCall({ service, operation, input }: Fields, place: string): Command {
  if (!isServiceName(service)) {
    return refuse(memberOf(place, "service"), `is no service: ${Object.keys(serviceOperations).join(", ")}`);
  }
  if (typeof operation !== "string") return refuse(memberOf(place, "operation"), "is not a text");
  const table: Readonly<Record<string, OperationEntry>> = serviceOperations[service];
  const entry = Object.hasOwn(table, operation) ? table[operation] : undefined;
  const shape = inputShape(service, operation);
  const why = whyNoCall(entry);
  if (why !== undefined || shape === undefined) {
    return refuse(memberOf(place, "operation"), `is ${service} ${operation.slice(0, 60)}: ${why ?? "it has no shape"}`);
  }
  const [problem] = inputProblems(shape, input);
  if (problem !== undefined) {
    const member = memberOf(place, pathText(problem.path));
    refuse(member, `of ${service} ${operation} ${whatIsWrong(problem)}`);
  }
  return { service, operation, input };
}

/** A user, a role, a role's session, or a service of AWS. */
const CALLER = {
  is: /^(?:arn:aws:(?:iam|sts)::\d{12}:[\w+=,.@/-]{1,512}|[a-z0-9.-]{1,100}\.amazonaws\.com)$/,
  like: LEARNER.caller,
};

/** Who makes the call, and where. @param place that of the call */
export function readOrigin({ caller, region }: Fields, place: string): Origin {
  return {
    caller: textOf(caller, memberOf(place, "caller"), CALLER),
    region: oneOf(region, memberOf(place, "region"), REGIONS),
  };
}

function whyNoCall(entry: OperationEntry | undefined): string | undefined {
  if (entry === undefined) return "there is no such operation";
  if (!entry.modelled) return "it is not simulated";
  return entry.readOnly ? "it only reads, and what is written down has changed something" : undefined;
}

function pathText(path: InputProblem["path"]): string {
  return ["input", ...path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step.slice(0, 60)}`))].join("");
}

/** The rest of a sentence that begins with the member. */
function whatIsWrong({ kind, expected }: InputProblem): string {
  switch (kind) {
    case "missing":
      return "is missing";
    case "unknown":
      return `is unknown; known are ${expected.join(", ")}`;
    case "type":
      return `is not of the type ${expected.join(" or ")}`;
    case "length":
      return `is too short: at least ${expected.join()}`;
    case "value":
      return `is too small: at least ${expected.join()}`;
  }
}
