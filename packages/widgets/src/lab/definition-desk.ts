/**
 * What the buttons around a definition do: register, register and run, compare with the newest revision, stop a task.
 * Calls the API as the command line does and keeps AWS's words when it refuses. Comes by dynamic import with the rules,
 * because most of a page's readers never press any of them.
 */
import { createClient } from "@quayside/api";
import { LineIndex, parseJson, pathText } from "@quayside/linter/json";
import type { Outcome, Session, TaskDefinitionInput, TaskDefinitionRow } from "@quayside/simulator";
import { registeredForm, validateTaskDefinition } from "@quayside/simulator/task-definition";
import type { Tables } from "../base/cloud.ts";
import type { Comparison } from "../base/comparison.ts";
import type { JsonFault, Refused } from "./notice-of.ts";
import { runPlace } from "./run-place.ts";

export { noticeOf } from "./notice-of.ts";
export { noticeTexts } from "./notice-texts/index.ts";

/** What came of running: the task, and the revision that it runs. */
export type RunFlowResult = { readonly ok: true; readonly taskArn: string; readonly revision: string } | Refused;

/** What came of registering: the revision, such as `web:2`. */
export type RegisterResult =
  | { readonly ok: true; readonly taskDefinitionArn: string; readonly revision: string }
  | Refused;

/** Sends an operation; `createClient(session).send` of the API. */
export type Send = (operation: string, input: unknown) => Outcome;

/** A client of a session. */
export function clientOf(session: Session): Send {
  const client = createClient(session);
  return (operation, input) => client.send(operation, input);
}

/** Registers a definition as a new revision, changed or not, as AWS does. */
export function register(send: Send, text: string): RegisterResult {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, reason: "bad-json", fault: parsed.fault };
  return registerInput(send, parsed.value);
}

/** Registers a definition as a new revision, changed or not, and runs one task of it. */
export function registerAndRun(send: Send, tables: Tables, text: string): RunFlowResult {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, reason: "bad-json", fault: parsed.fault };
  const registered = registerInput(send, parsed.value);
  if (!registered.ok) return registered;
  const { taskDefinitionArn: taskDefinition, revision } = registered;
  const place = runPlace(tables, taskDefinition);
  if (typeof place === "string") return { ok: false, reason: place };
  const started = send("RunTask", { ...place, taskDefinition });
  if (!started.ok) return refusal("RunTask", started);
  const { tasks, failures } = started.output as { tasks: { taskArn: string }[]; failures: { reason?: string }[] };
  const taskArn = tasks[0]?.taskArn;
  if (taskArn !== undefined) return { ok: true, taskArn, revision };
  return { ok: false, reason: "placement", message: failures[0]?.reason ?? "" };
}

/** What registering a text would change: the newest revision of its family against the text, laid out alike. */
export function comparisonOf(tables: Tables, text: string): Comparison {
  const parsed = parse(text);
  const family = parsed.ok ? familyOf(parsed.value) : undefined;
  if (!parsed.ok || family === undefined) {
    return { revision: undefined, family: undefined, before: "", after: undefined };
  }
  const newest = newestRevision(tables, family);
  const before = newest === undefined ? "" : laidOut(newest.definition);
  return { revision: nameOf(newest), family, before, after: laidOut(formOf(parsed.value) ?? parsed.value) };
}

/** Where the rules see what a refusal says, as people write places. */
export function placesOf(text: string, result: { readonly ok: boolean; readonly message?: string }): readonly string[] {
  const { ok, message } = result;
  if (ok || message === undefined) return [];
  const parsed = parse(text);
  if (!parsed.ok) return [];
  const findings = validateTaskDefinition(parsed.value).filter((finding) => message.includes(finding.message));
  return findings.map(({ path }) => pathText(path));
}

/** Stops a task as the console's button does. */
export function stopTask(send: Send, taskArn: string, clusterArn: string): RunFlowResult {
  const outcome = send("StopTask", { cluster: clusterArn, task: taskArn });
  return outcome.ok ? { ok: true, taskArn, revision: "" } : refusal("StopTask", outcome);
}

/** Whether AWS would register a text, as far as its rules can say. */
export function wouldBeTaken(text: string): boolean {
  const parsed = parse(text);
  return parsed.ok && formOf(parsed.value) !== undefined;
}

function refusal(operation: string, outcome: Outcome & { ok: false }): Refused {
  return { ok: false, reason: "refused", operation, code: outcome.error.code, message: outcome.error.message };
}

function parse(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, fault: faultOf(text) };
  }
}

/** The first fault that the editor marks in a text that is not JSON. A key that stands twice is none. */
function faultOf(text: string): JsonFault {
  const found = parseJson(text).problems.find(({ code }) => code !== "duplicateKey");
  const { code = "empty", start = 0, detail = "" } = found ?? {};
  return { code, detail, line: new LineIndex(text).positionAt(start).line };
}

function registerInput(send: Send, input: unknown): RegisterResult {
  const outcome = send("RegisterTaskDefinition", input);
  if (!outcome.ok) return refusal("RegisterTaskDefinition", outcome);
  const { taskDefinitionArn, family, revision } = outcome.output.taskDefinition as TaskDefinitionRow;
  return { ok: true, taskDefinitionArn, revision: `${family}:${revision}` };
}

function newestRevision(tables: Tables, family: string): TaskDefinitionRow | undefined {
  const active = [...tables.taskDefinitions.values()].filter((row) => row.family === family && row.status === "ACTIVE");
  return active.sort((a, b) => b.revision - a.revision)[0];
}

function nameOf(row: TaskDefinitionRow | undefined): string | undefined {
  return row === undefined ? undefined : `${row.family}:${row.revision}`;
}

function familyOf(input: unknown): string | undefined {
  const family: unknown = (input as Record<string, unknown> | null)?.family;
  return typeof family === "string" && family !== "" ? family : undefined;
}

/** What AWS would make of an input, or undefined while it would refuse it. */
function formOf(input: unknown): unknown {
  const isValid = validateTaskDefinition(input).every(({ severity }) => severity !== "error");
  try {
    return isValid ? registeredForm(input as TaskDefinitionInput) : undefined;
  } catch {
    // Of another shape: registering it gives the words for that.
    return undefined;
  }
}

/** Members that AWS works out: a difference in them follows from another one. */
const WORKED_OUT = new Set(["requiresAttributes", "compatibilities"]);

/** A definition as text with its members in alphabetical order and without empty ones, so that equal ones are equal. */
function laidOut(definition: unknown): string {
  return `${JSON.stringify(inOrder(definition), (key, value) => (WORKED_OUT.has(key) ? undefined : value), 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, inOrder(member)]),
  );
}

function isEmpty(member: unknown): boolean {
  return member === null || member === undefined || (Array.isArray(member) && member.length === 0);
}
