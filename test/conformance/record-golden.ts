/**
 * Records golden/*.txt: runs every script with the AWS CLI of this machine (version 1) against a server of ours. Run by
 * hand after a change of the scripts or of the simulator's answers, then read the diff:
 *   node test/conformance/record-golden.ts [script name]
 * It needs `aws` and `bash` in the PATH, and no network beyond this machine. A CLI whose models are older than the API
 * package's leaves out members that it does not know: AWS_DATA_PATH can name a folder of newer ones (botocore/data).
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "@quayside/cli";
import type { CliScript, ScriptStep } from "./cli-script.ts";
import { CLI_SCRIPTS } from "./cli-scripts.ts";
import { goldenEntry, type Recorded } from "./golden-text.ts";

const GOLDEN = join(import.meta.dirname, "golden");

/** Runs a line in bash, so that quoting and `$(...)` are a real shell's. */
function runAws(line: string, folder: string, server: RunningServer): Promise<Recorded> {
  const shell = `aws() { command aws --endpoint-url ${server.url} "$@"; }; ${line}`;
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TZ: "UTC",
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_ACCESS_KEY_ID: "golden",
    AWS_SECRET_ACCESS_KEY: "golden",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_MAX_ATTEMPTS: "1",
    AWS_DATA_PATH: process.env.AWS_DATA_PATH,
    PYENV_ROOT: process.env.PYENV_ROOT,
  };
  return new Promise((resolve) => {
    execFile("bash", ["-c", shell], { cwd: folder, env }, (problem, stdout, stderr) => {
      const exitCode = problem === null ? 0 : Number(problem.code);
      resolve({ command: line, exitCode, stdout, stderr });
    });
  });
}

async function recordStep(step: ScriptStep, folder: string, server: RunningServer): Promise<string> {
  if (typeof step === "string") return goldenEntry(await runAws(step, folder, server));
  await server.world.advance(step.advanceMs);
  return `(${step.advanceMs} ms pass)\n\n`;
}

async function record(script: CliScript): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-golden-"));
  const server = await startServer({ port: 0, clock: { kind: "manual" } });
  try {
    for (const [name, text] of Object.entries(script.files ?? {})) await writeFile(join(folder, name), text);
    await writeFile(join(folder, "config"), `[default]\ncli_timestamp_format = ${script.timestampFormat ?? "wire"}\n`);
    let text = "";
    for (const step of script.steps) text += await recordStep(step, folder, server);
    await writeFile(join(GOLDEN, `${script.name}.txt`), text);
    process.stdout.write(`${script.name}: ${script.steps.length} steps\n`);
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

const [only] = process.argv.slice(2);
for (const script of CLI_SCRIPTS) if (only === undefined || only === script.name) await record(script);
