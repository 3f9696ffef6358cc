/**
 * The types of the journal and of the agenda hold what they promise: a fact, a kind of entry or a sentence that is
 * misspelt on one side does not compile. Each edit is made to a copy in memory; the sources as they are compile.
 */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SIMULATOR = "packages/simulator/src/";
const ENTRIES = [`${SIMULATOR}index.ts`, `${SIMULATOR}engine.ts`, `${SIMULATOR}why/index.ts`];
const SENTENCES = "packages/widgets/src/i18n/sentences.ts";

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const FACT: Edit = { file: `${SIMULATOR}model/records/containers.ts`, from: "stopTimeoutMs", to: "graceMs" };
const SCHEDULED: Edit = {
  file: `${SIMULATOR}controllers/tasks/provision-task.ts`,
  from: '"ENI_ATTACHED", undefined',
  to: '"ENI_ATACHED", undefined',
};
const HANDLED: Edit = { file: `${SIMULATOR}controllers/handlers.ts`, from: "SIGKILL_DUE:", to: "SIGKIL_DUE:" };
const ENGLISH: Edit = { file: `${SIMULATOR}explain.ts`, from: "TASK_RUNNING:", to: "TASK_RUNING:" };
const VIETNAMESE: Edit = {
  file: "packages/widgets/src/i18n/vi-instance-sentences.ts",
  from: "AGENT_PROBLEM:",
  to: "AGENT_PROBLEMS:",
};

describe("the type check", { timeout: 240_000 }, () => {
  test("takes the sources as they are", () => {
    expect(problemsOf(undefined, undefined)).toEqual([]);
  });

  test.each([
    ["a fact that has another name in Records", FACT, `${SIMULATOR}controllers/containers/stop-containers.ts`],
    ["a fact that has another name in Records, in a sentence", FACT, ENGLISH.file],
    ["a misspelt kind of entry where it is scheduled", SCHEDULED, SCHEDULED.file],
    ["a misspelt kind of entry where it is handled", HANDLED, HANDLED.file],
    ["a misspelt key of an English sentence", ENGLISH, ENGLISH.file],
    ["a misspelt key of a Vietnamese sentence", VIETNAMESE, VIETNAMESE.file],
  ] as const)("refuses %s", (_, edit, place) => {
    expect(problemsOf(edit, place)).not.toEqual([]);
  });
});

const options = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile).config,
  ts.sys,
  ROOT,
  { noEmit: true, skipLibCheck: true, types: ["node"], incremental: false },
).options;

/** Files are parsed once; only the edited one is another in each program. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the type check says of one file, or of all of them: one file costs a part of the time. */
function problemsOf(edit: Edit | undefined, place: string | undefined): readonly string[] {
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion) => {
    if (edit !== undefined && name === ROOT + edit.file) return editedFile(name, edit, languageVersion);
    if (!parsed.has(name)) parsed.set(name, read(name, languageVersion));
    return parsed.get(name);
  };
  const program = ts.createProgram(
    [...ENTRIES, SENTENCES].map((file) => ROOT + file),
    options,
    host,
  );
  const checked = place === undefined ? undefined : program.getSourceFile(ROOT + place);
  return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(checked)].map(
    ({ file, messageText }) =>
      `${file?.fileName.slice(ROOT.length) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
}

function editedFile(name: string, { from, to }: Edit, version: ts.ScriptTarget | ts.CreateSourceFileOptions) {
  const text = ts.sys.readFile(name) ?? "";
  if (!text.includes(from)) throw new Error(`${name} has no ${from} to misspell`);
  return ts.createSourceFile(name, text.replaceAll(from, to), version, true);
}
