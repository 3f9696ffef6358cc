/** The end of a mutation run: a table by folder, and what survived. */
import type { Mutant } from "./mutant.ts";
import { folderOf } from "./sources.ts";

/** What became of a mutant. One that runs for ever is noticed, too; one that does not compile is by the type check. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: "killed" | "survived" | "timeout" | "types";
  /** The test that noticed, what the compiler says, or why no test could notice. */
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
    ["folder".padEnd(16), "mutants", "types", "killed", "timeouts", "survived", "noticed", "by tests"].join("  "),
    ...rows,
    rowOf("all", verdicts),
    ...(survivors.length === 0 ? [] : ["", "Survivors:", ...survivors]),
  ].join("\n");
}

/** Counts, the share of all that is noticed, and the share that tests notice of what compiles. */
function rowOf(name: string, verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict["outcome"]) => verdicts.filter((each) => each.outcome === outcome).length;
  const [types, killed, timeouts, survived] = [count("types"), count("killed"), count("timeout"), count("survived")];
  const share = (part: number, whole: number) => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);
  const cell = (value: number, width: number) => String(value).padStart(width);
  return [
    name.padEnd(16),
    cell(verdicts.length, 7),
    cell(types, 5),
    cell(killed, 6),
    cell(timeouts, 8),
    cell(survived, 8),
    share(verdicts.length - survived, verdicts.length).padStart(7),
    share(killed + timeouts, verdicts.length - types).padStart(8),
  ].join("  ");
}
