/** `quayside lint` for tests: files of a folder in, what a terminal would show out. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../main.ts";

/** What the command gave; the folder's own name is cut off. */
export interface LintRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Writes the files, and lints them in this order, with the flags behind their names. */
export async function runLint(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
  flags: readonly string[],
): Promise<LintRun> {
  let [out, err] = ["", ""];
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const names = Object.keys(files).map((name) => join(folder, name));
  const code = await main(["lint", ...names, ...flags], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out: out.replaceAll(`${folder}/`, ""), err: err.replaceAll(`${folder}/`, "") };
}
