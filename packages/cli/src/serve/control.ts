/** The server's own paths beside AWS's API: /_quayside/health, state, run, advance, event, forget, reset. */
import { readWait, send } from "@quayside/api";
import { unmetText } from "@quayside/grader";
import { REGIONS, RunRefused, type Wait } from "@quayside/simulator";
import { findScenario } from "../course.ts";
import { RunProblem } from "../usage-problem.ts";
import { DEFAULT_LISTED_TASKS, describeState } from "./state.ts";
import { MAX_ADVANCE_MS, type World } from "./world.ts";
import type { Worlds } from "./worlds.ts";

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

/** The worlds, and the Region that a request names. Without one it is about all of them, or about the one that is meant. */
interface Meant {
  readonly worlds: Worlds;
  readonly region: string | undefined;
}

function refuse(status: number, message: string): ControlAnswer {
  return { status, value: { message } };
}

/** Answers a control path; `path` begins with /_quayside/. `?region=` says which world is meant. */
export async function answerControl(
  worlds: Worlds,
  method: string,
  path: string,
  body: string,
): Promise<ControlAnswer> {
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
  const region = searchParams.get("region") ?? undefined;
  if (region !== undefined && !REGIONS.includes(region)) return refuse(400, `region is none of ${REGIONS.join(", ")}.`);
  const meant = { worlds, region };
  const world = worlds.in(region ?? worlds.meant);
  if (name === "run") return { status: 200, value: world.session.save() };
  if (name === "state") return state(world, worlds, searchParams.get("tasks"));
  const given = readObject(body);
  if (given === undefined) return refuse(400, "The body is not a JSON object.");
  if (name === "advance") return advance(meant, given);
  if (name === "forget") return forget(meant, given);
  return name === "event" ? event(world, given) : reset(meant, given);
}

function state(world: World, worlds: Worlds, listed: string | null): ControlAnswer {
  if (listed !== null && !/^\d{1,9}$/.test(listed)) return refuse(400, "tasks takes a whole number.");
  return { status: 200, value: describeState(world, worlds, listed === null ? DEFAULT_LISTED_TASKS : Number(listed)) };
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

async function advance(meant: Meant, { ms, ...wait }: Record<string, unknown>): Promise<ControlAnswer> {
  if (ms === undefined && wait.until !== undefined) return waitFor(meant, wait);
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
  const nowMs = await meant.worlds.advance(ms, meant.region);
  if (nowMs === undefined) return refuse(409, "The world was reset while its clock was being moved.");
  return { status: 200, value: { nowMs } };
}

/** Waits until nothing is on its way to an end, or until something particular is there, and says how that ended. */
async function waitFor({ worlds, region }: Meant, given: Record<string, unknown>): Promise<ControlAnswer> {
  let wait: Wait;
  try {
    wait = readWait(given);
  } catch (problem) {
    if (problem instanceof RunRefused) return refuse(400, problem.message);
    throw problem;
  }
  const { session } = worlds.in(region ?? worlds.meant);
  const advanced = await worlds.wait(wait, region);
  if (advanced === undefined) return refuse(409, "The world was reset while its clock was being moved.");
  const message = advanced.ended === "bound" ? { message: unmetText({ wait, advanced })("en") } : {};
  return { status: 200, value: { ...advanced, ...message, repeating: session.repeating } };
}

/** Drops what older records of the journal say: a server that runs for weeks would hold all of them. */
function forget({ worlds, region }: Meant, given: Record<string, unknown>): ControlAnswer {
  if (Object.keys(given).length > 0) return refuse(400, "forget takes nothing: {}.");
  let [forgottenRecords, keptRecords] = [0, 0];
  for (const world of region === undefined ? worlds.all : [worlds.in(region)]) {
    forgottenRecords += world.forget();
    const { journal } = world.session;
    keptRecords += journal.length - journal.first;
  }
  return { status: 200, value: { forgottenRecords, keptRecords } };
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

async function reset({ worlds, region }: Meant, { seed, scenario }: Record<string, unknown>): Promise<ControlAnswer> {
  const validSeed =
    seed === undefined || (typeof seed === "number" && Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff);
  if (!validSeed) return refuse(400, "seed takes a whole number from 0 to 4294967295.");
  if (scenario !== undefined && typeof scenario !== "string")
    return refuse(400, "scenario takes the name of a scenario.");
  try {
    const change = {
      ...(typeof seed === "number" ? { seed } : {}),
      ...(scenario === undefined ? {} : { scenario: await findScenario(scenario) }),
    };
    worlds.reset(change, region);
  } catch (problem) {
    if (problem instanceof RunProblem) return refuse(400, problem.message);
    throw problem;
  }
  const { session, setting } = worlds.in(region ?? worlds.meant);
  return { status: 200, value: { nowMs: session.nowMs, seed: setting.seed } };
}
