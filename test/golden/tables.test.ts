/** What the tables of refusals and rules say, as text: codes, how well each is known, and from where. */
import { REFUSAL_TABLES } from "@quayside/simulator/refusals";
import { TASK_DEFINITION_RULES } from "@quayside/simulator/task-definition";
import { expect, test } from "vitest";
import { table } from "./journal-table.ts";

test("every refusal's code and evidence", async () => {
  const rows = REFUSAL_TABLES.flatMap((refusals) =>
    Object.entries(refusals).map(([id, { code, wording, source }]) => [id, code, wording, source ?? "-"]),
  );
  await expect(table(["REFUSAL", "CODE", "WORDING", "SOURCE"], rows)).toMatchFileSnapshot("tables/refusals.txt");
});

test("every rule of task definitions", async () => {
  const rows = TASK_DEFINITION_RULES.map(({ id, severity, code, evidence, source }) => [
    id,
    severity,
    code ?? "-",
    evidence,
    source ?? "-",
  ]);
  await expect(table(["RULE", "SEVERITY", "CODE", "EVIDENCE", "SOURCE"], rows)).toMatchFileSnapshot("tables/rules.txt");
});
