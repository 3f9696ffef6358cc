/**
 * The AWS CLI from its words to its output: `aws [options] ecs <operation> [parameters]`. Nothing here asks the network; `file://` reads the files of the context and the session answers.
 */
import {
  AWS_SERVICES,
  type AwsService,
  isAwsService,
  type Operation,
  operationModel,
  paginatorOf,
  serviceFacts,
  waitersOf,
} from "../model.ts";
import { notSimulated } from "../protocol/other-services.ts";
import { xmlMoment } from "../protocol/write-xml.ts";
import { callOnce, callPages, type PageLimits } from "./call.ts";
import { type CommandContext, type ResolvedContext, resolveContext } from "./context.ts";
import { commandOptions, customInput } from "./ec2-options.ts";
import { beginSession, PLUGIN_BANNER } from "./exec-session.ts";
import { CliFailure, describeFailure } from "./failure.ts";
import { commandHelp, operationHelp, serviceHelp } from "./help.ts";
import type { RemoteShell } from "./machine/ssh.ts";
import { kebab, operationsByCliName, waitersByCliName } from "./names.ts";
import { closest, globalOptions, invalidChoice, type Option, type Parsed, parseOptions } from "./options.ts";
import { formatAnswer, type OutputFormat } from "./output/index.ts";
import { inputOf, type LineInput } from "./parameters.ts";
import { compileQuery, type Query } from "./query.ts";
import { checkRegion } from "./region.ts";
import { inputSkeleton, outputSkeleton } from "./skeleton.ts";
import { isoTimestamps } from "./timestamps.ts";
import { wait } from "./wait.ts";

/** What a command leaves behind. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** After `ssh` and `aws ecs execute-command`: the shell that the next lines are for; null when `exit` has left it. */
  readonly machine?: RemoteShell | null;
}

/** How the answer is shown. */
interface Display {
  readonly format: OutputFormat;
  readonly query: Query | undefined;
  readonly paginate: boolean;
}

/** Commands that the AWS CLI has beside the API's operations. `deploy` needs files of CodeDeploy. */
function extraCommands(service: AwsService): readonly string[] {
  return [...(service === "ecs" ? ["deploy"] : []), ...(waitersByCliName(service).size > 0 ? ["wait"] : []), "help"];
}

function usage(message: string): CliFailure {
  return new CliFailure("usage", message);
}

/** Runs the words behind `aws`. */
export function runAws(words: readonly string[], context: CommandContext): CommandResult {
  const resolved = resolveContext(context);
  try {
    const printed = main(words, resolved);
    const stdout = resolved.announced.join("") + printed;
    const [begun] = resolved.begun;
    return {
      exitCode: 0,
      stdout,
      stderr: resolved.warnings.join(""),
      ...(begun?.machine && { machine: begun.machine }),
    };
  } catch (problem) {
    return { stdout: resolved.announced.join(""), ...describeFailure(asFailure(problem), resolved.cliVersion) };
  }
}

/** A failure to show; our own mistakes are thrown on. Values nested too deep to follow fail as they do in Python. */
function asFailure(problem: unknown): CliFailure {
  if (problem instanceof CliFailure) return problem;
  if (problem instanceof RangeError) return new CliFailure("general", "maximum recursion depth exceeded");
  throw problem;
}

function main(words: readonly string[], context: ResolvedContext): string {
  const globals = parseOptions(globalOptions(context.cliVersion), words);
  if (globals.values.get("version") === true) return `quayside-aws-cli/${context.cliVersion} ecs/2014-11-13\n`;
  const [command] = globals.positionals;
  if (command === undefined) throw usage("the following arguments are required: command");
  if (command === "help") return commandHelp();
  if (!isAwsService(command)) throw noSuchService(command);
  const rest = [...globals.rest];
  rest.splice(rest.indexOf(command), 1);
  if (!rest.includes("help")) checkRegion(globals.values.get("region"), command, context);
  return service(command, rest, displayOf(globals), context);
}

function displayOf(globals: Parsed): Display {
  const format = (globals.values.get("output") ?? "json") as OutputFormat;
  const query = globals.values.get("query");
  return {
    format,
    query: typeof query === "string" ? compileQuery(query) : undefined,
    paginate: globals.values.get("paginate") !== false,
  };
}

function service(of: AwsService, words: readonly string[], display: Display, context: ResolvedContext): string {
  const at = words.findIndex((word) => !word.startsWith("-"));
  const name = words[at];
  if (name === undefined) throw usage("the following arguments are required: operation");
  const rest = [...words.slice(0, at), ...words.slice(at + 1)];
  if (name === "help") return serviceHelp(of);
  if (name === "wait" && waitersByCliName(of).size > 0) return waiter(of, rest, context);
  if (name === "deploy" && of === "ecs")
    throw new CliFailure("general", "Quayside does not simulate aws ecs deploy: it needs AWS CodeDeploy.");
  const operation = operationModel(operationsByCliName(of).get(name) ?? "", of);
  if (operation === undefined) throw noSuchOperation(of, name);
  if (rest.length === 1 && rest[0] === "help") return operationHelp(operation, context);
  const options = commandOptions(operation);
  const parsed = parseCommand(options, rest);
  const skeleton = parsed.values.get("generate-cli-skeleton");
  if (skeleton === "input") return `${JSON.stringify(inputSkeleton(operation.input), null, 4)}\n`;
  const pages = paging(operation, options, parsed, display.paginate);
  if (pages?.maxItems !== undefined && pages.maxItems <= 0) {
    context.warnings.push("warning: Non-positive values for --max-items may result in undefined behavior.\n");
  }
  const line = customInput(operation, parsed, inputOf(context, options, parsed));
  if (skeleton === "output") return show(display, operation, outputSkeleton(operation.output), context);
  if (operation.name === "ExecuteCommand") return executeCommand(operation, line, context);
  if (pages === undefined)
    return show(display, operation, shown(callOnce(context, operation, line), operation, context), context);
  return showPages(display, operation, line, pages, context);
}

/** Opens a session and gives it to the plugin: its answer is not shown, whatever `--output` and `--query` say. */
function executeCommand(operation: Operation, line: LineInput, context: ResolvedContext): string {
  context.announced.push(PLUGIN_BANNER);
  const { session } = callOnce(context, operation, line) as { session: { sessionId: string } };
  const begun = beginSession(context.session, session.sessionId);
  context.begun.push(begun);
  return begun.stdout;
}

/** The one other service of AWS whose name is like one of ours: Amazon OpenSearch Service. Ours. */
const LIKE_OURS = "es";

/** A service that the simulator does not have, or a slip of the pen. */
function noSuchService(command: string): CliFailure {
  const choices = [...AWS_SERVICES, "help"];
  const isSlip = command !== LIKE_OURS && (closest(command, choices).length > 0 || !/^[a-z][a-z0-9-]*$/.test(command));
  return isSlip
    ? invalidChoice("command", choices, command)
    : new CliFailure("general", notSimulated(`aws ${command}`));
}

/** An operation that AWS has and the simulator does not, or one that nobody has. */
function noSuchOperation(service: AwsService, name: string): CliFailure {
  if (serviceFacts(service).otherOperations.some((other) => kebab(other) === name)) {
    return new CliFailure("general", `Quayside does not simulate aws ${service} ${name}; AWS has it.`);
  }
  return invalidChoice("operation", [...operationsByCliName(service).keys(), ...extraCommands(service)], name);
}

function waiter(service: AwsService, words: readonly string[], context: ResolvedContext): string {
  const [name, ...rest] = words;
  if (name === undefined) {
    throw new CliFailure(
      "general",
      "usage: aws [options] <command> <subcommand> [parameters]\naws: error: too few arguments",
    );
  }
  const names = waitersByCliName(service);
  const waiterName = names.get(name);
  if (waiterName === undefined) throw invalidChoice("subcommand", [...names.keys()], name);
  const operation = operationModel(waitersOf(service)[waiterName]?.operation ?? "", service);
  if (operation === undefined) throw usage(`${name} polls an operation that is not in the model`);
  const options = commandOptions(operation);
  wait(context, { service, name: waiterName }, inputOf(context, options, parseCommand(options, rest)));
  return "";
}

/** Cuts the words of a command and checks that nothing is missing or left over. */
function parseCommand(options: readonly Option[], words: readonly string[]): Parsed {
  const parsed = parseOptions(options, words);
  const free = parsed.values.has("cli-input-json") || parsed.values.get("generate-cli-skeleton") === "input";
  const missing = options.filter((option) => option.required === true && !parsed.values.has(option.target));
  if (missing.length > 0 && !free) {
    throw usage(`the following arguments are required: ${missing.map((option) => option.name).join(", ")}`);
  }
  // argparse keeps the first free word for its own `help` argument and reports it last.
  const [first] = parsed.positionals;
  const left = [...parsed.rest];
  if (first !== undefined) left.push(...left.splice(left.indexOf(first), 1));
  if (left.length > 0) throw new CliFailure("unknown", `Unknown options: ${left.join(", ")}`);
  return parsed;
}

/** The limits of a paged listing, or undefined when the command makes one call. */
function paging(
  operation: Operation,
  options: readonly Option[],
  parsed: Parsed,
  paginate: boolean,
): PageLimits | undefined {
  if (paginatorOf(operation) === undefined) return undefined;
  const byHand = options.some((option) => option.hidden === true && parsed.values.has(option.target));
  if (byHand || !paginate) {
    const used = ["starting-token", "page-size", "max-items"].filter((name) => parsed.values.has(name));
    if (used.length === 0) return undefined;
    const names = used.map((name) => `--${name}`).join(", ");
    const message = `Error during pagination: Cannot specify --no-paginate along with pagination arguments: ${names}`;
    throw new CliFailure("general", message);
  }
  const number = (name: string) => {
    const value = parsed.values.get(name);
    return value === undefined ? undefined : Number(value);
  };
  const token = parsed.values.get("starting-token");
  const [maxItems, pageSize] = [number("max-items"), number("page-size")];
  return {
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(typeof token === "string" ? { startingToken: token } : {}),
  };
}

/** An output with its moments in the form that the context wants. */
function shown(output: Record<string, unknown>, operation: Operation, context: ResolvedContext): unknown {
  if (context.timestampFormat !== "wire") return isoTimestamps(operation.output, output);
  // In XML a moment crosses the wire as text.
  const isXml = serviceFacts(operation.service).protocol !== "json";
  return isXml ? isoTimestamps(operation.output, output, xmlMoment) : output;
}

function show(display: Display, operation: Operation, answer: unknown, context: ResolvedContext): string {
  if (operation.output.members.size === 0) return "";
  const result = display.query === undefined ? answer : display.query(answer);
  return formatAnswer(display.format, operation.name, result, context.width);
}

/** Text is written page by page, each through the query; the other forms show one answer made of all pages. */
function showPages(
  display: Display,
  operation: Operation,
  line: LineInput,
  limits: PageLimits,
  context: ResolvedContext,
): string {
  const paginator = paginatorOf(operation);
  if (paginator === undefined) throw new Error(`${operation.name} is not a listing`);
  const { pages, resumeToken } = callPages(context, operation, line, paginator, limits);
  const whole = (page: Record<string, unknown>) =>
    shown({ [paginator.result]: page[paginator.result] }, operation, context);
  if (display.format === "text") {
    const parts = pages.map((page) => show(display, operation, whole(page), context));
    if (resumeToken !== undefined) {
      parts.push(show(display, operation, { NextToken: { NextToken: resumeToken } }, context));
    }
    return parts.join("");
  }
  const items = pages.flatMap((page) => page[paginator.result] as unknown[]);
  const answer = whole({ [paginator.result]: items }) as Record<string, unknown>;
  return show(display, operation, resumeToken === undefined ? answer : { ...answer, NextToken: resumeToken }, context);
}
