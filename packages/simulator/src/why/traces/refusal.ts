/** Why a call was refused: for a task definition, everything that the rules find, of which AWS names the first. */
import { validateTaskDefinition } from "../../task-definition/validate.ts";
import { phrase } from "../phrases.ts";
import type { TraceRow, TraceTable } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** More would not be read. */
const MOST_FINDINGS = 12;

/** The findings in the order in which AWS would name them, one after the other. */
export function refusalTrace({ record }: TraceRequest<"CALL">): TraceTable | undefined {
  if (record.subject !== "RegisterTaskDefinition") return undefined;
  const findings = refusalFindings(record.facts.input);
  if (findings.length === 0) return undefined;
  const rows = findings.slice(0, MOST_FINDINGS).map(
    ({ path, message }, index): TraceRow => ({
      id: String(index),
      name: pathText(path),
      verdict: index === 0 ? "failed" : "untried",
      cells: [cell(index === 0 ? "failed" : "untried", message)],
    }),
  );
  return {
    title: phrase("refusal-title"),
    rowTitle: phrase("place"),
    columns: [{ id: "message", title: phrase("message") }],
    rows,
    outcome: findings.length === 1 ? phrase("one-finding") : phrase("first-of", { count: findings.length }),
  };
}

/** What the rules refuse of a definition; nothing for an input of another shape. */
export function refusalFindings(input: unknown) {
  return validateTaskDefinition(input).filter(({ severity }) => severity === "error");
}

function pathText(path: readonly (string | number)[]): string {
  return path.map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`)).join("");
}
