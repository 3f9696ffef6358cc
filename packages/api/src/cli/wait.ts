/** `aws ecs wait` and its like: polls as the AWS CLI does, but sleeps in simulated time, so that the terminal answers at once. */
import { type AwsService, operationModel, waitersOf } from "../model.ts";
import type { RawWaiter, WaiterAcceptor } from "../raw-model.ts";
import { callOnce } from "./call.ts";
import type { ResolvedContext } from "./context.ts";
import { CliFailure } from "./failure.ts";
import type { LineInput } from "./parameters.ts";
import { compileQuery } from "./query.ts";

/** What one poll came to: an answer, or the code of a refusal. */
type Polled = { readonly output: Record<string, unknown> } | { readonly code: string };

function matches(acceptor: WaiterAcceptor, polled: Polled): boolean {
  if (acceptor.matcher === "error") return "code" in polled && polled.code === acceptor.expected;
  if ("code" in polled) return false;
  if (acceptor.matcher === "status") return acceptor.expected === 200;
  const { output } = polled;
  const found = acceptor.argument === undefined ? undefined : compileQuery(acceptor.argument)(output);
  if (acceptor.matcher === "path") return found === acceptor.expected;
  if (!Array.isArray(found) || found.length === 0) return false;
  const isExpected = (item: unknown) => item === acceptor.expected;
  return acceptor.matcher === "pathAll" ? found.every(isExpected) : found.some(isExpected);
}

function explanation({ matcher, argument, expected }: WaiterAcceptor): string {
  if (matcher === "error") return `Matched expected service error code: ${expected}`;
  if (matcher === "path") return `For expression "${argument}" we matched expected path: "${expected}"`;
  if (matcher === "pathAll") return `For expression "${argument}" all members matched expected path: "${expected}"`;
  return `For expression "${argument}" we matched expected path: "${expected}" at least once`;
}

function failed(name: string, reason: string): CliFailure {
  return new CliFailure("general", `Waiter ${name} failed: ${reason}`);
}

/** A waiter of a service, by its name in the API. */
export interface Waited {
  readonly service: AwsService;
  readonly name: string;
}

/** One poll; a refusal of the service that the waiter does not expect ends the waiting. */
function poll(
  context: ResolvedContext,
  { service, name }: Waited,
  waiter: RawWaiter,
  line: LineInput,
): WaiterAcceptor | undefined {
  const operation = operationModel(waiter.operation, service);
  if (operation === undefined) throw failed(name, `${waiter.operation} is not in the model`);
  try {
    const output = callOnce(context, operation, line);
    return waiter.acceptors.find((acceptor) => matches(acceptor, { output }));
  } catch (problem) {
    if (!(problem instanceof CliFailure) || problem.kind !== "service") throw problem;
    const code = /^An error occurred \(([^)]+)\)/.exec(problem.message)?.[1] ?? "";
    const expected = waiter.acceptors.find((acceptor) => matches(acceptor, { code }));
    if (expected !== undefined) return expected;
    throw failed(name, problem.message.replace(/ when calling the \w+ operation/, ""));
  }
}

/**
 * Waits: a poll, then `delay` simulated seconds, until an acceptor decides or the attempts are used up.
 * @throws CliFailure when the awaited state cannot come any more or has not come in time
 */
export function wait(context: ResolvedContext, waited: Waited, line: LineInput): void {
  const { service, name } = waited;
  const waiter = waitersOf(service)[name];
  if (waiter === undefined) throw failed(name, "there is no such waiter");
  for (let attempt = 1; ; attempt += 1) {
    const acceptor = poll(context, waited, waiter, line);
    if (acceptor?.state === "success") return;
    if (acceptor?.state === "failure") {
      throw failed(name, `Waiter encountered a terminal failure state: ${explanation(acceptor)}`);
    }
    if (attempt >= waiter.maxAttempts) throw failed(name, "Max attempts exceeded");
    context.session.advance({ byMs: waiter.delay * 1000 });
  }
}
