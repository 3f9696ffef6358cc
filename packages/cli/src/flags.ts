/** Reads the flags of a subcommand. Unknown flags, missing values and values of the wrong kind are usage problems. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageProblem } from "./usage-problem.ts";

/** Values of the flags and the words beside them. */
export interface Flags {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly words: readonly string[];
}

/**
 * Cuts words into flags.
 * @throws UsageProblem in one sentence
 */
export function readFlags(words: readonly string[], options: NonNullable<ParseArgsConfig["options"]>): Flags {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values: values as Flags["values"], words: positionals };
  } catch (problem) {
    const { message } = problem as Error;
    const [, ambiguous] = /'(--[\w-]+)[^']*' argument is ambiguous/.exec(message) ?? [];
    if (ambiguous !== undefined) {
      throw new UsageProblem(`${ambiguous} needs a value; write ${ambiguous}=VALUE for one that begins with a dash`);
    }
    const [first] = message.split(/\. To specify|\n/);
    throw new UsageProblem(`${first ?? "the flags cannot be read"}. See quayside help`.replace("'.", "'"));
  }
}

/** The values of a flag that may be given several times, in the order given. */
export function listOf(value: Flags["values"][string]): readonly string[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
}

/**
 * A whole number within bounds.
 * @throws UsageProblem when it is none
 */
export function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageProblem(`--${flag} takes a whole number from ${min} to ${max}, not "${text}"`);
}
