/** `aws ecs wait`: polls as the AWS CLI does, but sleeps in simulated time, so that the terminal answers at once. */
import { operationModel, WAITERS } from "../model.ts";
import type { RawWaiter, WaiterAcceptor } from "../raw-model.ts";
import { callOnce } from "./call.ts";
import type { ResolvedContext } from "./context.ts";
import { CliFailure } from "./failure.ts";
import type { LineInput } from "./parameters.ts";
import { compileQuery } from "./query.ts";

function matches(acceptor: WaiterAcceptor, output: Record<string, unknown>): boolean {
  const found = acceptor.argument === undefined ? undefined : compileQuery(acceptor.argument)(output);
  if (acceptor.matcher === "path") return found === acceptor.expected;
  if (!Array.isArray(found) || found.length === 0) return false;
  const isExpected = (item: unknown) => item === acceptor.expected;
  return acceptor.matcher === "pathAll" ? found.every(isExpected) : found.some(isExpected);
}

function explanation({ matcher, argument, expected }: WaiterAcceptor): string {
  if (matcher === "path") return `For expression "${argument}" we matched expected path: "${expected}"`;
  if (matcher === "pathAll") return `For expression "${argument}" all members matched expected path: "${expected}"`;
  return `For expression "${argument}" we matched expected path: "${expected}" at least once`;
}

function failed(name: string, reason: string): CliFailure {
  return new CliFailure("general", `Waiter ${name} failed: ${reason}`);
}

/** One poll; a refusal of the service ends the waiting. */
function poll(context: ResolvedContext, name: string, waiter: RawWaiter, line: LineInput): WaiterAcceptor | undefined {
  const operation = operationModel(waiter.operation);
  if (operation === undefined) throw failed(name, `${waiter.operation} is not in the model`);
  try {
    const output = callOnce(context, operation, line);
    return waiter.acceptors.find((acceptor) => matches(acceptor, output));
  } catch (problem) {
    if (!(problem instanceof CliFailure) || problem.kind !== "service") throw problem;
    throw failed(name, problem.message.replace(/ when calling the \w+ operation/, ""));
  }
}

/**
 * Waits: a poll, then `delay` simulated seconds, until an acceptor decides or the attempts are used up.
 * @throws CliFailure when the awaited state cannot come any more or has not come in time
 */
export function wait(context: ResolvedContext, name: string, line: LineInput): void {
  const waiter = WAITERS.get(name);
  if (waiter === undefined) throw failed(name, "there is no such waiter");
  for (let attempt = 1; ; attempt += 1) {
    const acceptor = poll(context, name, waiter, line);
    if (acceptor?.state === "success") return;
    if (acceptor?.state === "failure") {
      throw failed(name, `Waiter encountered a terminal failure state: ${explanation(acceptor)}`);
    }
    if (attempt >= waiter.maxAttempts) throw failed(name, "Max attempts exceeded");
    context.session.advance({ byMs: waiter.delay * 1000 });
  }
}
