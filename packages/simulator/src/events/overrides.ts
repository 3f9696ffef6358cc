/**
 * The overrides of RunTask that the input of a target makes. It is any text: what RunTask knows of it is taken, what it does not know is
 * left out, and a member of another type is a problem.
 */
import type { EcsShapes } from "../model/generated/ecs.ts";
import { isObject, type Json } from "./matchers.ts";

type TaskOverride = EcsShapes["TaskOverride"];

/** Overrides that were read, or what is wrong with them, in words. */
export type ReadOverrides =
  | { readonly ok: true; readonly overrides: TaskOverride }
  | { readonly ok: false; readonly problem: string };

type Check = (value: Json) => boolean;

const isText: Check = (value) => typeof value === "string";
const isWhole: Check = (value) => Number.isInteger(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isTexts: Check = (value) => isObject(value) && Object.values(value).every(isText);

const CONTAINER: Readonly<Record<string, Check>> = {
  name: isText,
  command: listOf(isText),
  environment: listOf(isTexts),
  environmentFiles: listOf(isTexts),
  cpu: isWhole,
  memory: isWhole,
  memoryReservation: isWhole,
  resourceRequirements: listOf(isTexts),
};

const TASK: Readonly<Record<string, Check>> = {
  cpu: isText,
  memory: isText,
  executionRoleArn: isText,
  taskRoleArn: isText,
  inferenceAcceleratorOverrides: listOf(isTexts),
  ephemeralStorage: (value) => isObject(value) && isWhole(value.sizeInGiB ?? null),
};

/** Reads the input of a target as overrides. */
export function readOverrides(text: string): ReadOverrides {
  const value = parsed(text);
  if (!isObject(value)) return { ok: false, problem: "it is no JSON object." };
  const { containerOverrides = [] } = value;
  if (!Array.isArray(containerOverrides)) return { ok: false, problem: "containerOverrides is no list." };
  const read: object[] = [known(value, TASK)];
  for (const each of containerOverrides as readonly Json[]) {
    if (!isObject(each)) return { ok: false, problem: "a container override is no object." };
    read.push(known(each, CONTAINER));
  }
  const wrong = read.find((each): each is { wrong: string } => "wrong" in each);
  if (wrong !== undefined) return { ok: false, problem: `${wrong.wrong} has another type.` };
  const [task, ...containers] = read;
  return { ok: true, overrides: { ...task, ...(containers.length === 0 ? {} : { containerOverrides: containers }) } };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The members that are known, or the name of one that is of another type. */
function known(value: { readonly [member: string]: Json }, checks: Readonly<Record<string, Check>>): object {
  const kept: Record<string, Json> = {};
  for (const [member, check] of Object.entries(checks)) {
    const given = value[member];
    if (given === undefined || given === null) continue;
    if (!check(given)) return { wrong: member };
    kept[member] = given;
  }
  return kept;
}
