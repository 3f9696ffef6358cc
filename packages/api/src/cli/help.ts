/** `help` of the terminal: what AWS's reference says about an operation, cut to what a learner needs on one screen. */

import type { Operation, Shape } from "../model.ts";
import { AWS_SERVICES, type AwsService, paginatorOf, serviceFacts } from "../model.ts";
import { type OperationCoverage, operationCoverage } from "../operations.ts";
import type { ResolvedContext } from "./context.ts";
import { commandOptions } from "./ec2-options.ts";
import { kebab, waitersByCliName } from "./names.ts";
import { GLOBAL_OPTIONS, type Option } from "./options.ts";

/** Columns of running text. */
const WIDTH = 78;

function wrap(text: string, indent: number): string {
  const pad = " ".repeat(indent);
  return text
    .split("\n")
    .map((paragraph) => wrapLine(paragraph, pad))
    .join("\n");
}

/** One paragraph; the lines of a list entry hang below its text. */
function wrapLine(text: string, first: string): string {
  const lines: string[] = [];
  const hanging = text.startsWith("- ") ? `${first}  ` : first;
  let pad = first;
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && pad.length + line.length + 1 + word.length > WIDTH) {
      lines.push(pad + line);
      pad = hanging;
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "" || lines.length === 0) lines.push(line === "" ? "" : pad + line);
  return lines.join("\n");
}

function section(title: string, body: string): string {
  return `${title}\n${body}\n`;
}

function globalOptions(): string {
  return GLOBAL_OPTIONS.map((option) => `       ${option.name.padEnd(24)}${option.summary}`).join("\n");
}

/** `aws help`. */
export function commandHelp(): string {
  return [
    section("NAME", "       aws - the AWS Command Line Interface, answered by the simulator on this page"),
    section(
      "SYNOPSIS",
      "          aws [options] <service> <operation> [parameters]\n\n       Try: aws ecs help, aws ecs run-task help",
    ),
    section("GLOBAL OPTIONS", globalOptions()),
    section("AVAILABLE SERVICES", [...AWS_SERVICES, "help"].map((name) => `       o ${name}`).join("\n\n")),
  ].join("\n");
}

const DESCRIPTIONS: Readonly<Record<AwsService, string>> = {
  ecs: "Amazon ECS runs and stops containers on a cluster. Here it is simulated: nothing leaves the page, nothing is billed, and time passes only when you let it.",
  ec2: "Amazon EC2 gives virtual machines and the networks around them. Here: the machines of a cluster, and what decides who reaches whom.",
  elbv2:
    "Elastic Load Balancing spreads requests over targets. Here: Application and Network Load Balancers in front of tasks and instances.",
  logs: "CloudWatch Logs keeps what programs print, in log groups and log streams. Here it holds what simulated containers print through the awslogs driver.",
  events:
    "Amazon EventBridge passes on what happens, and calls on time. Here: rules of the default bus that catch the events of ECS, or come by a schedule, and that run tasks, write to topics of SNS or to log groups.",
  sns: "Amazon SNS sends messages of a topic to everybody who is subscribed. Here each message is kept with what every endpoint got; no mail leaves the page.",
};

/** `aws ecs help`: the operations that are simulated first, then the others with the reason. */
export function serviceHelp(service: AwsService): string {
  const coverage = operationCoverage(service);
  const modelled = coverage.filter((entry) => entry.modelled).map((entry) => `       o ${kebab(entry.operation)}`);
  const waiters = [...waitersByCliName(service).keys()].filter((name) => !name.startsWith("daemon"));
  const waits = waiters.length > 0 ? `\n       o wait ${waiters.join(" | ")}` : "";
  return [
    section("NAME", `       ${service} - ${serviceFacts(service).longTitle}`),
    section("DESCRIPTION", wrap(DESCRIPTIONS[service], 7)),
    section("SYNOPSIS", `          aws ${service} <operation> [parameters]\n          aws ${service} <operation> help`),
    section("AVAILABLE COMMANDS", `${modelled.join("\n")}${waits}\n       o help`),
    section("NOT SIMULATED", notSimulated(coverage)),
  ].join("\n");
}

/** The operations without a model, grouped by the reason. */
function notSimulated(coverage: readonly OperationCoverage[]): string {
  const byReason = new Map<string, string[]>();
  for (const { modelled, reason = "", operation } of coverage) {
    if (!modelled) byReason.set(reason, [...(byReason.get(reason) ?? []), kebab(operation)]);
  }
  return [...byReason].map(([reason, names]) => `${wrap(reason, 7)}\n${wrap(names.join(", "), 9)}`).join("\n\n");
}

/** The value of an option in its synopsis. */
function placeholder(option: Option): string {
  if (option.arity === "none") return "";
  if (option.choices !== undefined) return ` <${option.choices.join("|")}>`;
  if (option.arity === "many") return " <value> [<value> ...]";
  return " <value>";
}

function synopsis(operation: Operation, options: readonly Option[]): string {
  const lines = options
    .filter((option) => option.hidden !== true && option.flag !== false)
    .map((option) => {
      const no = options.find((other) => other.flag === false && other.target === option.target);
      const text = no === undefined ? `${option.name}${placeholder(option)}` : `${option.name} | ${no.name}`;
      return option.required === true ? text : `[${text}]`;
    });
  return [`            ${kebab(operation.name)}`, ...lines.map((line) => `          ${line}`)].join("\n");
}

function typeName(option: Option): string {
  if (option.shape === undefined) return option.integer === true ? "integer" : "string";
  return option.shape.type;
}

/** A structure's shorthand: `subnets=string,string,securityGroups=...`; nothing for shapes that nest too deep. */
function shorthandSyntax(shape: Shape, depth: number, above: readonly string[]): string | undefined {
  if (depth > 3 || above.includes(shape.name)) return undefined;
  const path = [...above, shape.name];
  if (shape.type === "structure") {
    const members: string[] = [];
    for (const [name, member] of shape.members) {
      const inner = shorthandSyntax(member, depth + 1, path);
      if (inner === undefined) return undefined;
      members.push(`${name}=${inner}`);
    }
    return depth === 0 ? members.join(",") : `{${members.join(",")}}`;
  }
  if (shape.type === "list" || shape.type === "map") {
    const inner = shorthandSyntax(shape.element as Shape, depth + 1, path);
    if (inner === undefined) return undefined;
    if (shape.type === "map")
      return depth === 0 ? `KeyName1=${inner},KeyName2=${inner}` : `{KeyName1=${inner},KeyName2=${inner}}`;
    const complex = (shape.element as Shape).members.size > 0 || depth > 1;
    return complex ? `[${inner},${inner}]` : `${inner},${inner}`;
  }
  return shape.type;
}

function optionHelp(operation: Operation, option: Option, context: ResolvedContext): string {
  const text =
    option.summary !== "" ? option.summary : (context.docs?.member(operation.input.name, option.target) ?? "");
  const parts = [`       ${option.name} (${typeName(option)})`];
  if (text !== "") parts.push(wrap(text, 10));
  const { shape } = option;
  const inner = shape?.type === "list" ? shape.element : shape;
  if (shape !== undefined && inner !== undefined && (inner.members.size > 0 || inner.type === "map")) {
    const syntax = shorthandSyntax(inner, 0, []);
    if (syntax !== undefined && syntax.length < 400) {
      parts.push(`          Shorthand Syntax:\n              ${syntax}${shape.type === "list" ? " ..." : ""}`);
    }
  }
  if (inner?.enum !== undefined) {
    parts.push(`          Possible values:\n${inner.enum.map((value) => `          o ${value}`).join("\n")}`);
  }
  return parts.join("\n");
}

/** `aws ecs run-task help`. */
export function operationHelp(operation: Operation, context: ResolvedContext): string {
  const options = commandOptions(operation);
  const coverage = operationCoverage(operation.service).find((entry) => entry.operation === operation.name);
  const description = [
    context.docs?.operation(operation.name) ?? `Calls ${operation.name} of ${serviceFacts(operation.service).title}.`,
  ];
  if (coverage?.modelled === false) description.unshift(`Not simulated here: ${coverage.reason}`);
  if (paginatorOf(operation) !== undefined) {
    description.push(
      `${kebab(operation.name)} is a paginated operation: several calls may be made to get the whole list. --no-paginate makes one.`,
    );
  }
  const documented = options.filter((option) => option.hidden !== true && option.flag !== false);
  return [
    section("NAME", `       ${kebab(operation.name)}`),
    section("DESCRIPTION", wrap(description.join("\n\n"), 7)),
    section("SYNOPSIS", synopsis(operation, options)),
    section("OPTIONS", documented.map((option) => optionHelp(operation, option, context)).join("\n\n")),
    section("GLOBAL OPTIONS", globalOptions()),
    section(
      "OUTPUT",
      [...operation.output.members].map(([name, shape]) => `       ${name} -> (${shape.type})`).join("\n"),
    ),
  ].join("\n");
}
