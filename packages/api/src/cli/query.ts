/** `--query`: a JMESPath expression, checked before anything is called. */
import { compile, type JSONValue, TreeInterpreter } from "@jmespath-community/jmespath";
import { CliFailure } from "./failure.ts";

/** The AWS CLI still reads `ACTIVE` between backticks as the text "ACTIVE"; JMESPath has dropped that. */
const LITERALS = { enable_legacy_literals: true };

/** A compiled query. */
export type Query = (answer: unknown) => unknown;

/**
 * Compiles a query.
 * @throws CliFailure when it is not JMESPath; the compiled query throws it when a function gets a wrong type
 */
export function compileQuery(text: string): Query {
  const tree = attempt(
    () => compile(text, LITERALS),
    (message) => `Bad value for --query ${text}: Invalid jmespath expression: ${message}`,
  );
  return (answer) =>
    attempt(
      () => TreeInterpreter.search(tree, answer as JSONValue),
      (message) => message,
    );
}

function attempt<Value>(run: () => Value, describe: (message: string) => string): Value {
  try {
    return run();
  } catch (problem) {
    throw new CliFailure("general", describe((problem as Error).message));
  }
}
