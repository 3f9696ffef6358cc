/** The command line of the page against the real AWS CLI, byte for byte, on the same state. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommandLine } from "@quayside/api/cli";
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import type { CliScript } from "./cli-script.ts";
import { CLI_SCRIPTS } from "./cli-scripts.ts";
import { goldenEntry } from "./golden-text.ts";

/** Runs a script in the page's manner; gives one text a step, as the golden file holds them. */
function play(script: CliScript, cliVersion: 1 | 2 = 1): string[] {
  const session = Session.start({ seed: 1 });
  const timestampFormat = script.timestampFormat ?? "wire";
  const context = { session, files: script.files ?? {}, cliVersion, timestampFormat };
  return script.steps.map((step) => {
    if (typeof step === "string") return goldenEntry({ command: step, ...runCommandLine(step, context) });
    session.advance({ byMs: step.advanceMs });
    return `(${step.advanceMs} ms pass)\n\n`;
  });
}

describe.each(CLI_SCRIPTS)("the AWS CLI and the terminal agree on $name", (script) => {
  const golden = readFileSync(join(import.meta.dirname, "golden", `${script.name}.txt`), "utf8");
  const recorded = golden.split(/(?<=\n\n)/);
  const played = play(script);

  test("as many steps as were recorded", () => {
    expect(played.length).toBe(recorded.length);
  });

  for (const [index, entry] of played.entries()) {
    const step = script.steps[index];
    test(`${index + 1}: ${typeof step === "string" ? step : "time passes"}`, () => {
      expect(entry).toBe(recorded[index]);
    });
  }

  test("version 2, which the page imitates, gives the same answers where nothing is refused", () => {
    const answered = (entries: readonly string[]) => entries.filter((entry) => entry.includes("\n[0]\n"));
    expect(answered(play(script, 2))).toEqual(answered(recorded));
  });
});
