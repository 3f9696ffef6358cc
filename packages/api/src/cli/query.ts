/** `--query`: a JMESPath expression, checked before anything is called. */
import { compile, type JSONValue, TreeInterpreter } from "@jmespath-community/jmespath";
import { CliFailure } from "./failure.ts";

/** The AWS CLI still reads `ACTIVE` between backticks as the text "ACTIVE"; JMESPath has dropped that. */
const LITERALS = { enable_legacy_literals: true };

/** The functions that the AWS CLI knows; the library here knows more, which would not work at the learner's desk. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    "abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null reverse sort " +
    "sort_by starts_with sum to_array to_number to_string type values"
  ).split(" "),
);

/** A compiled query. */
export type Query = (answer: unknown) => unknown;

/**
 * Compiles a query.
 * @throws CliFailure when it is not JMESPath; the compiled query throws it for an unknown function or a wrong type
 */
export function compileQuery(text: string): Query {
  const tree = attempt(
    () => compile(text, LITERALS),
    (message) => `Bad value for --query ${text}: Invalid jmespath expression: ${message}`,
  );
  const unknown = unknownFunction(tree);
  return (answer) => {
    if (unknown !== undefined) throw new CliFailure("general", `Unknown function: ${unknown}()`);
    return attempt(
      () => TreeInterpreter.search(tree, answer as JSONValue),
      (message) => message,
    );
  };
}

/** The first function of the expression that the AWS CLI does not know. */
function unknownFunction(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { type, name } = node as { type?: unknown; name?: unknown };
  if (type === "Function" && typeof name === "string" && !FUNCTIONS.has(name)) return name;
  for (const part of Object.values(node)) {
    const found = unknownFunction(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function attempt<Value>(run: () => Value, describe: (message: string) => string): Value {
  try {
    return run();
  } catch (problem) {
    throw new CliFailure("general", describe((problem as Error).message));
  }
}
