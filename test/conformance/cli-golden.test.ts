/** The command line of the page against the real AWS CLI, byte for byte, on the same state. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommandLine } from "@quayside/api/cli";
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { CLI_SCRIPTS, type CliScript } from "./cli-scripts.ts";
import { goldenEntry } from "./golden-text.ts";

/** Runs a script in the page's manner; gives one text a step, as the golden file holds them. */
function play(script: CliScript): string[] {
  const session = Session.start({ seed: 1 });
  const context = {
    session,
    files: script.files ?? {},
    cliVersion: 1,
    timestampFormat: script.timestampFormat ?? "wire",
  } as const;
  return script.steps.map((step) => {
    if (typeof step === "string") return goldenEntry({ command: step, ...runCommandLine(step, context) });
    session.advance({ byMs: step.advanceMs });
    return `(${step.advanceMs} ms pass)\n\n`;
  });
}

describe.each(CLI_SCRIPTS)("the AWS CLI and the terminal agree on $name", (script) => {
  const golden = readFileSync(join(import.meta.dirname, "golden", `${script.name}.txt`), "utf8");
  const played = play(script);
  let at = 0;

  for (const [index, entry] of played.entries()) {
    const step = script.steps[index];
    const expected = golden.slice(at, golden.indexOf("\n\n", at) + 2);
    at += expected.length;
    test(`${index + 1}: ${typeof step === "string" ? step : "time passes"}`, () => {
      expect(entry).toBe(expected);
    });
  }

  test("nothing else was recorded", () => {
    expect(golden.slice(at)).toBe("");
  });
});
