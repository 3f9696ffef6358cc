/** The examples on the pages of the linter's rules: the command line says of each what its page says. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "@quayside/cli";
import { LINT_RULES } from "@quayside/linter";
import { exampleOf } from "@quayside/linter/examples";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quayside-rules-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function lint(name: string, text: string) {
  let out = "";
  const path = join(folder, name);
  writeFileSync(path, text);
  await main(["lint", path, "--format", "json"], {
    out: (more) => {
      out += more;
    },
    err: () => {},
  });
  return (JSON.parse(out).files[0]?.findings ?? []) as { ruleId: string; severity: string }[];
}

/** One compares accounts, and nobody knows whose file it is; the other's file is too large to be read at all. */
const UNSEEN_BY_THE_LINTER = ["secret-account", "json-too-large"];

test.each(LINT_RULES.map(({ id }) => id).filter((id) => !UNSEEN_BY_THE_LINTER.includes(id)))("%s", async (id) => {
  const { name, fails, passes } = exampleOf(id);
  expect((await lint(name, fails)).map(({ ruleId }) => ruleId)).toContain(id);
  const left = await lint(name, passes);
  expect(left.filter(({ ruleId, severity }) => ruleId === id || severity === "error")).toEqual([]);
});
