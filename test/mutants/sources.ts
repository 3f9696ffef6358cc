/** The sources that are mutated, and every mutant of them. */
import { globSync } from "node:fs";
import { inRepository, ROOT } from "@quayside/toolchain/repository";
import ts from "typescript";
import { type Mutant, mutantsOf } from "./mutant.ts";
import { slipsIn } from "./slips.ts";

const SIMULATOR = "packages/simulator/src";

/** What a run counts by. */
export const FOLDERS = ["controllers", "operations", "placement", "network", "task-definition"] as const;

/** Paths in the repository of the sources of a folder, tests and their samples left out. */
export function sourcesOf(folder: (typeof FOLDERS)[number]): string[] {
  return globSync(`${SIMULATOR}/${folder}/**/*.ts`, { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".test.ts") && !path.includes("/testing/"))
    .sort();
}

/** The folder that a file counts for. */
export function folderOf(file: string): string {
  return file.slice(SIMULATOR.length + 1).split("/")[0] as string;
}

/** How the simulator is compiled. */
export function readConfig(): ts.ParsedCommandLine {
  const config = ts.getParsedCommandLineOfConfigFile(
    inRepository("packages/simulator/tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      },
    },
  );
  if (config === undefined) throw new Error("packages/simulator/tsconfig.json cannot be read.");
  return config;
}

/** Every mutant of some sources, by the compiler's view of the whole simulator. */
export function allMutants(files: readonly string[]): Mutant[] {
  const { fileNames, options } = readConfig();
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const tree = program.getSourceFile(inRepository(file));
    if (tree === undefined) throw new Error(`${file} is not a source of the simulator.`);
    return mutantsOf(file, tree.text, slipsIn(tree, checker));
  });
}
