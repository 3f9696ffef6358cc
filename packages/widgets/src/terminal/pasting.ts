/** What a pasted text becomes: several commands run at once, as in any terminal; a single one waits for Enter. */
import { readCommands } from "./command-text.ts";

/** Commands to run and what is left in the input; or only what stands in it now. */
export type Pasted =
  | { readonly runs: readonly string[]; readonly rest: string }
  | { readonly runs: undefined; readonly rest: string };

/** @param whole what was typed, with the pasted text in its place */
export function pasted(whole: string): Pasted {
  const { commands, rest } = readCommands(whole);
  if (commands.length > 1 || (commands.length === 1 && rest !== "")) return { runs: commands, rest };
  return { runs: undefined, rest: commands[0] ?? rest };
}
