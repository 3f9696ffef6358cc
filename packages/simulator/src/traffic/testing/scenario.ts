/**
 * Situations that both simulators are asked about: what changes when, on one target group with one client. A story of changes
 * becomes a view at each of its moments.
 */
import { IDLE_TIMEOUT_MS, type Serving } from "../../model/traffic.ts";
import type { TargetView, TrafficView } from "../view.ts";

/** Something that changes what traffic depends on. Moments are simulated milliseconds. */
export type Change = { readonly atMs: number; readonly target: string } & (
  | { readonly does: "register"; readonly serving: Serving }
  /** Out of the rotation; what is still in flight after the delay is cut off. */
  | { readonly does: "drain"; readonly delayMs: number }
  /** The process ends without a word, its target stays registered. */
  | { readonly does: "die" }
  | { readonly does: "deregister" }
  | { readonly does: "serve"; readonly serving: Serving }
  | { readonly does: "pass" | "fail" }
);

export interface Scenario {
  readonly title: string;
  readonly perSecond: number;
  readonly untilMs: number;
  readonly changes: readonly Change[];
}

/** Two requests at a time, 40 ms each, so 50 a second is all that one can do. */
export const API: Serving = { places: 2, queue: 100, serviceMs: 40, spread: 0.8, cpuMs: 10, errorShare: 0.001 };

/** Targets a0, a1, ... that serve alike from the beginning. */
export function fleet(count: number, serving: Serving, prefix = "a"): Change[] {
  return Array.from({ length: count }, (_, index) => ({
    atMs: 0,
    target: `${prefix}${index}`,
    does: "register",
    serving,
  }));
}

/** Start first, one after the other: each new one joins, ten seconds later an old one drains. */
function rolling(next: Serving, delayMs: number): Change[] {
  return [0, 1, 2, 3].flatMap((index): Change[] => [
    { atMs: 60_000 + 15_000 * index, target: `b${index}`, does: "register", serving: next },
    { atMs: 70_000 + 15_000 * index, target: `a${index}`, does: "drain", delayMs },
  ]);
}

export const SCENARIOS = {
  steady: { title: "steady, 4 targets at 70 %", perSecond: 140, untilMs: 300_000, changes: fleet(4, API) },
  overload: { title: "overload, 4 targets at 130 %", perSecond: 260, untilMs: 300_000, changes: fleet(4, API) },
  slow: {
    title: "one of 4 five times slower",
    perSecond: 120,
    untilMs: 300_000,
    changes: [...fleet(4, API), { atMs: 60_000, target: "a3", does: "serve", serving: { ...API, serviceMs: 200 } }],
  },
  rolling: {
    title: "rolling, 4 s requests, drain 5 s",
    perSecond: 30,
    untilMs: 240_000,
    changes: [...fleet(4, { ...API, serviceMs: 4_000, places: 60 }), ...rolling({ ...API, serviceMs: 30 }, 5_000)],
  },
  hang: {
    title: "one hangs and fails its checks, one crashes",
    perSecond: 120,
    untilMs: 300_000,
    changes: [
      ...fleet(4, API),
      { atMs: 60_000, target: "a3", does: "serve", serving: { ...API, hangs: true } },
      { atMs: 130_000, target: "a3", does: "fail" },
      { atMs: 200_000, target: "a2", does: "die" },
      { atMs: 209_000, target: "a2", does: "deregister" },
    ],
  },
} as const satisfies Readonly<Record<string, Scenario>>;

/** One moment of a scenario and what holds from it on. */
export interface Moment {
  readonly atMs: number;
  readonly view: TrafficView;
}

/** Number of the group and of its load balancer in the ledger. */
export const PLACES = { balancer: 0, group: 1 } as const;

/** The views that a scenario goes through, oldest first. A target that drained is gone after its delay. */
export function momentsOf(scenario: Scenario): Moment[] {
  const ends = scenario.changes.flatMap((change) =>
    change.does === "drain"
      ? [{ atMs: change.atMs + change.delayMs, target: change.target, does: "gone" as const }]
      : [],
  );
  const all = [...scenario.changes, ...ends].sort((a, b) => a.atMs - b.atMs);
  const targets = new Map<string, TargetView>();
  const moments: Moment[] = [];
  for (const [index, change] of all.entries()) {
    if (change.does === "gone") targets.delete(change.target);
    else targets.set(change.target, changed(targets.get(change.target), change, index));
    if (all[index + 1]?.atMs !== change.atMs) moments.push({ atMs: change.atMs, view: viewOf(scenario, targets) });
  }
  return moments;
}

/** The view with which a scenario begins. */
export function firstViewOf(scenario: Scenario): TrafficView {
  const [first] = momentsOf(scenario);
  if (first === undefined) throw new Error(`nothing ever changes in "${scenario.title}"`);
  return first.view;
}

function changed(before: TargetView | undefined, change: Change, since: number): TargetView {
  const name = change.target;
  if (change.does === "register") {
    return { name, isRegistered: true, isHealthy: true, connects: "taken", serving: change.serving, since };
  }
  if (before === undefined) throw new Error(`${name} was never registered`);
  switch (change.does) {
    case "serve":
      return { ...before, serving: change.serving, since };
    case "die":
      return { ...before, connects: "refused", since };
    case "pass":
    case "fail":
      return { ...before, isHealthy: change.does === "pass", since };
    default:
      return { ...before, isRegistered: false, since };
  }
}

function viewOf({ perSecond }: Scenario, targets: ReadonlyMap<string, TargetView>): TrafficView {
  const request = { host: "example.com", path: "/", method: "GET", headers: {}, query: {}, sourceIp: "203.0.113.7" };
  const profile = { kind: "constant", perSecond } as const;
  const group = { name: "api", place: PLACES.group, choice: "in-turn", leastHealthy: 1 } as const;
  const action = { type: "forward", groups: [{ targetGroupArn: "api", weight: 1 }] } as const;
  return {
    place: PLACES.balancer,
    since: -1,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    nodes: 1,
    clients: [{ name: "client", port: 80, request, profile, reaches: true }],
    listeners: [{ port: 80, rules: [{ conditions: [], action }] }],
    groups: [{ ...group, targets: [...targets.values()] }],
  };
}
