/**
 * Traffic through the whole engine: a day of 1,000 requests a second over 8 targets with three rollouts, and a week in which
 * 2 to 200 targets follow the load; then moments of each are made the present.
 */
import { rateAt, type Session } from "@quayside/simulator";
import { servedWorld } from "@quayside/simulator/testing";
import type { Row } from "./bench-calls.ts";
import { seconds } from "./bench-world.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const [ROUNDS, SEEKS] = [3, 200];
/** Requests a second for which the week has a target; with a quarter of a processor it can do 625. */
const PER_TARGET = 400;

/** Medians of three rounds. */
export function benchTraffic(): Row[] {
  return [
    ...measured("a day of 1,000 requests/s over 8 targets, 3 rollouts", day),
    ...measured("a week between 2 and 200 targets", week),
  ];
}

function measured(what: string, run: () => Session): Row[] {
  const sessions: Session[] = [];
  const times = Array.from({ length: ROUNDS }, () => seconds(() => sessions.push(run())));
  const session = sessions.at(-1) as Session;
  const { traffic, steps, nowMs: endMs } = session;
  const came = Array.from({ length: traffic.length }, (_, row) => traffic.get(row, "came")).reduce((a, b) => a + b, 0);
  const seeks = Array.from({ length: SEEKS }, (_, index) => {
    return seconds(() => session.seek((((index + 1) * 0.618_033_988_75) % 1) * endMs));
  });
  const size = `${(came / 1e6).toFixed(0)} million requests, ${steps} steps, ${traffic.length} rows`;
  return [
    { what, value: `${at(times, 0.5)}: ${size}` },
    { what: "  going to a moment of it", value: `${at(seeks, 0.5)} (median), ${at(seeks, 0.95)} (95 %)` },
    { what: "  a fork", value: at([seconds(() => session.fork())], 0) },
  ];
}

function day(): Session {
  const world = servedWorld({ tasks: 8 });
  const { session } = world;
  const startMs = session.nowMs;
  world.outside("StartTraffic", { name: "shoppers", loadBalancer: "shop", profile: "daily", perSecond: 1_000 });
  let running = world.taskArns;
  for (const hour of [6, 12, 18, 24]) {
    world.pass((startMs + hour * HOUR_MS - session.nowMs) / 1000);
    if (hour < 24) running = running.map((old) => replaced(world, old));
  }
  return session;
}

type World = ReturnType<typeof servedWorld>;

/** Start first: the next one is registered, then the old one drains and stops. */
function replaced(world: World, old: string): string {
  const [next = ""] = world.launch(1);
  world.pass(60);
  world.register([next]);
  world.pass(20);
  retire(world, [old]);
  return next;
}

function retire(world: World, tasks: readonly string[]): void {
  world.deregister(tasks);
  world.pass(40);
  for (const task of tasks) world.session.call("ecs", "StopTask", { task });
}

function week(): Session {
  const world = servedWorld({ tasks: 2 });
  const { session } = world;
  const startMs = session.nowMs;
  const daily = { profile: "daily", perSecond: 40_000, swing: 0.98 };
  const { profile } = world.outside("StartTraffic", { name: "shoppers", loadBalancer: "shop", ...daily });
  const running = [...world.taskArns];
  for (let minute = 0; minute < 7 * 24 * 60; minute += 10) {
    world.pass((startMs + minute * MINUTE_MS - session.nowMs) / 1000);
    const wanted = Math.ceil(rateAt(profile as Parameters<typeof rateAt>[0], session.nowMs) / PER_TARGET);
    const missing = Math.max(2, Math.min(200, wanted)) - running.length;
    if (missing < 0) retire(world, running.splice(0, -missing));
    if (missing <= 0) continue;
    const next = world.launch(missing);
    world.pass(60);
    world.register(next);
    running.push(...next);
  }
  return session;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((one, other) => one - other);
  return `${(1000 * (sorted[Math.floor(sorted.length * share)] ?? 0)).toFixed(1)} ms`;
}
