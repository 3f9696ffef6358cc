/** The end of a mutation run: a table by folder, and what survived. */
import type { Mutant } from "./mutant.ts";
import { folderOf } from "./sources.ts";

/** What became of a mutant. One that runs for ever is noticed, too. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: "killed" | "survived" | "timeout";
  /** The test that noticed, or why none could. */
  readonly by: string;
}

/** The table and the list as one text. */
export function reportOf(verdicts: readonly Verdict[]): string {
  const folders = [...new Set(verdicts.map(({ mutant }) => folderOf(mutant.file)))].sort();
  const rows = folders.map((folder) =>
    rowOf(
      folder,
      verdicts.filter(({ mutant }) => folderOf(mutant.file) === folder),
    ),
  );
  const survivors = verdicts
    .filter(({ outcome }) => outcome === "survived")
    .map(
      ({ mutant: { id, file, line, kind, shown }, by }) =>
        `  ${id} ${file}:${line} ${kind}: ${shown}${by && ` (${by})`}`,
    )
    .sort((a, b) => (a.slice(15) < b.slice(15) ? -1 : 1));
  return [
    "",
    ["folder".padEnd(16), "mutants", "killed", "timeouts", "survived", "noticed"].join("  "),
    ...rows,
    rowOf("all", verdicts),
    ...(survivors.length === 0 ? [] : ["", "Survivors:", ...survivors]),
  ].join("\n");
}

function rowOf(name: string, verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict["outcome"]) => verdicts.filter((each) => each.outcome === outcome).length;
  const [killed, timeouts, survived] = [count("killed"), count("timeout"), count("survived")];
  const share = verdicts.length === 0 ? "-" : `${((100 * (killed + timeouts)) / verdicts.length).toFixed(1)} %`;
  const cell = (value: number, width: number) => String(value).padStart(width);
  return [
    name.padEnd(16),
    cell(verdicts.length, 7),
    cell(killed, 6),
    cell(timeouts, 8),
    cell(survived, 8),
    share.padStart(7),
  ].join("  ");
}
