/**
 * What a target gets of an event: the event, a part of it, a constant, or a text made of its parts. Source: EventBridge User Guide,
 * input transformation (checked 2026-11-29). Simplified: of JSONPath names and places in lists.
 */
import type { EventsShapes } from "../model/generated/events.ts";
import { isObject, type Json } from "./matchers.ts";

/** How a target wants its input. */
export type InputPlan = Pick<EventsShapes["Target"], "Input" | "InputPath" | "InputTransformer">;

/** What is known of a rule beside its event. */
interface RuleNames {
  readonly ruleArn: string;
  readonly ruleName: string;
  readonly ingestionTime: string;
}

/** The text that a target gets. */
export function targetInput(plan: InputPlan, event: Json, names: RuleNames): string {
  if (plan.Input !== undefined) return plan.Input;
  if (plan.InputPath !== undefined) return JSON.stringify(at(event, plan.InputPath) ?? null);
  if (plan.InputTransformer === undefined) return JSON.stringify(event);
  const { InputPathsMap: paths = {}, InputTemplate: template } = plan.InputTransformer;
  const values = new Map<string, Json | undefined>([
    ["aws.events.rule-arn", names.ruleArn],
    ["aws.events.rule-name", names.ruleName],
    ["aws.events.event.ingestion-time", names.ingestionTime],
    ["aws.events.event.json", event],
    ["aws.events.event", isObject(event) ? { ...event, detail: undefined as never } : event],
  ]);
  for (const [name, path] of Object.entries(paths)) values.set(name, at(event, path));
  return filled(template, values);
}

/** True for a path that can be read. */
export function isPath(path: string): boolean {
  return path.startsWith("$") && steps(path) !== undefined;
}

/** Inside of quotes a value stands as it is; elsewhere as JSON. A value that the event lacks is empty, or null. */
function filled(template: string, values: ReadonlyMap<string, Json | undefined>): string {
  let isQuoted = false;
  return template.replace(/\\.|"|<([A-Za-z0-9._-]+)>/g, (found: string, name: string | undefined) => {
    if (found === '"') isQuoted = !isQuoted;
    if (name === undefined || !values.has(name)) return found;
    const value = values.get(name);
    if (!isQuoted) return JSON.stringify(value ?? null);
    return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : textOf(value);
  });
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return "";
  return JSON.stringify(JSON.stringify(value)).slice(1, -1);
}

/** The value at a path: `$.detail.containers[0].exitCode`, `$['detail-type']`. */
function at(event: Json, path: string): Json | undefined {
  let value: Json | undefined = event;
  for (const step of steps(path) ?? []) {
    if (typeof step === "number") value = Array.isArray(value) ? (value as readonly Json[])[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

const STEP = /\.([^.[\]'"\s]+)|\[(\d{1,4})\]|\['([^']+)'\]|\["([^"]+)"\]/y;

function steps(path: string): readonly (string | number)[] | undefined {
  const found: (string | number)[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const step = STEP.exec(path);
    if (step === null) return undefined;
    const [, name, place, quoted, doubled] = step;
    found.push(place === undefined ? ((name ?? quoted ?? doubled) as string) : Number(place));
  }
  return found;
}
