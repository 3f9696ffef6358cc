/** What the rules of a task definition say about a text, for the editor's marks and for the place of a refusal. */
import type { Finding, TaskDefinitionInput } from "@quayside/simulator";

type Rules = typeof import("@quayside/simulator/task-definition");

let rules: Rules | undefined;

/** Brings the rules, which come with the editor and with the first press of "Register & run". */
export async function loadRules(): Promise<void> {
  rules ??= await import("@quayside/simulator/task-definition");
  latest = { text: "", findings: [] };
}

let latest: { readonly text: string; readonly findings: readonly Finding[] } = { text: "", findings: [] };

/** Findings of a JSON text; none before the rules are there, and none when it is not JSON, which the editor itself shows. The same list for the same text. */
export function findingsOf(text: string): readonly Finding[] {
  if (latest.text !== text) latest = { text, findings: judge(text) };
  return latest.findings;
}

function judge(text: string): readonly Finding[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  try {
    return rules?.validateTaskDefinition(value as TaskDefinitionInput) ?? [];
  } catch {
    // The rules expect the API's shapes; a text of another shape is the shape checker's to report.
    return [];
  }
}

/** A finding's place as people write it: `containerDefinitions[0].image`. */
export function placeText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`),
    "",
  );
}
