/** The server's own paths beside AWS's API: /_quayside/health, state, run, advance, event, forget, reset. */
import { readWait, send } from "@quayside/api";
import { unmetText } from "@quayside/grader";
import { RunRefused, type Wait } from "@quayside/simulator";
import { findScenario } from "../course.ts";
import { RunProblem } from "../usage-problem.ts";
import { DEFAULT_LISTED_TASKS, describeState } from "./state.ts";
import { MAX_ADVANCE_MS, type World } from "./world.ts";

/** An answer of a control path: a status and a JSON value. */
export interface ControlAnswer {
  readonly status: number;
  readonly value: unknown;
}

const METHODS: Readonly<Record<string, "GET" | "POST">> = {
  health: "GET",
  state: "GET",
  run: "GET",
  advance: "POST",
  event: "POST",
  forget: "POST",
  reset: "POST",
};

function refuse(status: number, message: string): ControlAnswer {
  return { status, value: { message } };
}

/** Answers a control path; `path` begins with /_quayside/. */
export async function answerControl(world: World, method: string, path: string, body: string): Promise<ControlAnswer> {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const name = pathname.slice("/_quayside/".length).replace(/\/$/, "");
  const expected = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (expected === undefined) {
    return refuse(
      404,
      `There is no ${pathname}. There are: ${Object.keys(METHODS)
        .map((known) => `/_quayside/${known}`)
        .join(", ")}.`,
    );
  }
  if (method !== expected) return refuse(405, `${pathname} takes ${expected}, not ${method}.`);
  if (name === "health") return { status: 200, value: { status: "ok" } };
  if (name === "run") return { status: 200, value: world.session.save() };
  if (name === "state") return state(world, searchParams.get("tasks"));
  const given = readObject(body);
  if (given === undefined) return refuse(400, "The body is not a JSON object.");
  if (name === "advance") return advance(world, given);
  if (name === "forget") return forget(world, given);
  return name === "event" ? event(world, given) : reset(world, given);
}

function state(world: World, listed: string | null): ControlAnswer {
  if (listed !== null && !/^\d{1,9}$/.test(listed)) return refuse(400, "tasks takes a whole number.");
  return { status: 200, value: describeState(world, listed === null ? DEFAULT_LISTED_TASKS : Number(listed)) };
}

function readObject(body: string): Record<string, unknown> | undefined {
  if (body.trim() === "") return {};
  try {
    const value = JSON.parse(body) as unknown;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function advance(world: World, { ms, ...wait }: Record<string, unknown>): Promise<ControlAnswer> {
  if (ms === undefined && wait.until !== undefined) return waitFor(world, wait);
  if (typeof ms !== "number" || !Number.isInteger(ms) || ms < 0 || Object.keys(wait).length > 0) {
    return refuse(
      400,
      'advance takes {"ms": N} with a whole number of simulated milliseconds, 0 or more, or {"until": "settled"}.',
    );
  }
  if (ms > MAX_ADVANCE_MS) {
    return refuse(
      400,
      `advance moves the clock by at most ${MAX_ADVANCE_MS} ms (30 days) at once; ${ms} were asked for.`,
    );
  }
  const nowMs = await world.advance(ms);
  if (nowMs === undefined) return refuse(409, "The world was reset while its clock was being moved.");
  return { status: 200, value: { nowMs } };
}

/** Waits until nothing is on its way to an end, or until something particular is there, and says how that ended. */
async function waitFor(world: World, given: Record<string, unknown>): Promise<ControlAnswer> {
  let wait: Wait;
  try {
    wait = readWait(given);
  } catch (problem) {
    if (problem instanceof RunRefused) return refuse(400, problem.message);
    throw problem;
  }
  const advanced = await world.wait(wait);
  if (advanced === undefined) return refuse(409, "The world was reset while its clock was being moved.");
  const message = advanced.ended === "bound" ? { message: unmetText({ wait, advanced })("en") } : {};
  return { status: 200, value: { ...advanced, ...message, repeating: world.session.repeating } };
}

/** Drops what older records of the journal say: a server that runs for weeks would hold all of them. */
function forget(world: World, given: Record<string, unknown>): ControlAnswer {
  if (Object.keys(given).length > 0) return refuse(400, "forget takes nothing: {}.");
  const forgotten = world.forget();
  const { journal } = world.session;
  return { status: 200, value: { forgottenRecords: forgotten, keptRecords: journal.length - journal.first } };
}

/** Something happens to the cloud from outside of AWS's API: an operation of the service `quayside`. */
function event(world: World, { operation, input = {} }: Record<string, unknown>): ControlAnswer {
  if (typeof operation !== "string") {
    return refuse(400, 'event takes {"operation":"PushImage","input":{"image":"quayside/shop:latest"}}.');
  }
  world.follow();
  const outcome = send(world.session, { service: "quayside", operation, input });
  if (outcome.ok) return { status: 200, value: outcome.output };
  return refuse(400, `${outcome.error.code}: ${outcome.error.message}`);
}

async function reset(world: World, { seed, scenario }: Record<string, unknown>): Promise<ControlAnswer> {
  const validSeed =
    seed === undefined || (typeof seed === "number" && Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff);
  if (!validSeed) return refuse(400, "seed takes a whole number from 0 to 4294967295.");
  if (scenario !== undefined && typeof scenario !== "string")
    return refuse(400, "scenario takes the name of a scenario.");
  try {
    world.reset({
      ...(typeof seed === "number" ? { seed } : {}),
      ...(scenario === undefined ? {} : { scenario: await findScenario(scenario) }),
    });
  } catch (problem) {
    if (problem instanceof RunProblem) return refuse(400, problem.message);
    throw problem;
  }
  return { status: 200, value: { nowMs: world.session.nowMs, seed: world.setting.seed } };
}
