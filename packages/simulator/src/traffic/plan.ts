/**
 * Where requests go, worked out once for as long as nothing changes: from each client through listener, rule and weights to a
 * place, and at each target group the targets that cannot be told apart. Pure, from a view alone: the same view, the same plan.
 *
 * Simplified: stickiness, slow start and least outstanding requests are not modelled: requests go round, or fall by lot. AWS
 * sends sticky clients back to their target, raises the share of a new one slowly, and prefers targets with few requests.
 */
import type { Profile, Serving } from "../model/traffic.ts";
import { nextBendMs } from "./profile.ts";
import { ruleFor } from "./rules.ts";
import type { ClientView, GroupView, TargetView, TrafficView } from "./view.ts";

/** Requests of one client that go to one place, as a share of what it sends. */
export interface Stream {
  readonly profile: Profile;
  readonly share: number;
}

/** Targets of a group that cannot be told apart. */
export interface Alike {
  /** Two kinds of targets with the same key are the same kind. */
  readonly key: string;
  readonly isRegistered: boolean;
  readonly isHealthy: boolean;
  readonly connects: TargetView["connects"];
  readonly serving: Serving;
}

/** Where requests come to. */
export interface PlannedPlace {
  /** Number in the ledger, of a target group or of the load balancer itself. */
  readonly place: number;
  readonly streams: readonly Stream[];
  /** What becomes of requests that get no target; undefined: they get one. */
  readonly answer?: "byRule" | "unreached" | "none503";
  /** Number of the journal's record since which that is so; -1 for none. */
  readonly since: number;
  readonly choice: GroupView["choice"];
  /** Keys of the targets that get new requests. */
  readonly chosen: ReadonlySet<string>;
}

export interface Plan {
  readonly idleTimeoutMs: number;
  readonly nodes: number;
  readonly places: readonly PlannedPlace[];
  /** Every target, with its place and its kind. */
  readonly targets: ReadonlyMap<string, PlannedTarget>;
  /** Until when it stays as it is by itself, as far as targets are concerned; infinity: as long as the view does. */
  readonly untilMs: number;
}

export interface PlannedTarget {
  readonly place: number;
  readonly alike: Alike;
  readonly since: number;
}

/** A plan without clients and targets. */
export const NO_PLAN: Plan = {
  idleTimeoutMs: 0,
  nodes: 1,
  places: [],
  targets: new Map(),
  untilMs: Number.POSITIVE_INFINITY,
};

/** The plan of a load balancer. */
export function plan(view: TrafficView): Plan {
  const targets = new Map<string, PlannedTarget>();
  const kinds = new Kinds();
  let untilMs = Number.POSITIVE_INFINITY;
  for (const group of view.groups) {
    for (const target of group.targets) {
      targets.set(target.name, { place: group.place, alike: kinds.of(target), since: target.since });
      untilMs = Math.min(untilMs, target.untilMs ?? untilMs);
    }
  }
  const places = [...atBalancer(view), ...view.groups.map((group) => atGroup(view, group, targets))];
  const { idleTimeoutMs, nodes } = view;
  return { idleTimeoutMs, nodes, places: places.filter(isUsed), targets, untilMs };
}

/** The next moment after this one at which the plan, or a rate in it, changes by itself. */
export function nextChangeMs({ places, untilMs }: Plan, afterMs: number): number {
  let next = untilMs > afterMs ? untilMs : Number.POSITIVE_INFINITY;
  for (const { streams } of places) {
    for (const { profile } of streams) next = Math.min(next, nextBendMs(profile, afterMs));
  }
  return next;
}

/** Two plans that send every request to the same end. */
export function isSamePlan(a: Plan, b: Plan): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ targets, places, ...rest }: Plan): string {
  const stations = Array.from(targets, ([name, { place, alike }]) => [name, place, alike.key]);
  return JSON.stringify([rest, places.map((place) => ({ ...place, since: 0, chosen: [...place.chosen] })), stations]);
}

/** Kinds of targets seen so far, and the text of each way of serving: many targets share one object. */
class Kinds {
  readonly #kinds = new Map<string, Alike>();
  readonly #texts = new Map<Serving, string>();

  of({ isRegistered, isHealthy, connects, serving }: TargetView): Alike {
    const text = this.#texts.get(serving) ?? JSON.stringify(serving);
    this.#texts.set(serving, text);
    const key = `${isRegistered ? "registered" : "draining"} ${isHealthy ? "healthy" : "unhealthy"} ${connects} ${text}`;
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const kind = { key, isRegistered, isHealthy, connects, serving };
    this.#kinds.set(key, kind);
    return kind;
  }
}

/** Draining targets and clients without requests need no place. */
function isUsed({ streams }: PlannedPlace): boolean {
  return streams.length > 0;
}

/** Requests that end at the load balancer itself. */
function atBalancer(view: TrafficView): PlannedPlace[] {
  const nobody = { place: view.place, since: view.since, choice: "by-lot", chosen: new Set<string>() } as const;
  return (["unreached", "byRule", "none503"] as const).map((answer) => {
    const clients = view.clients.filter((client) => endAtBalancer(view, client) === answer);
    return { ...nobody, answer, streams: clients.map(({ profile }) => ({ profile, share: 1 })) };
  });
}

function endAtBalancer(view: TrafficView, client: ClientView): PlannedPlace["answer"] {
  const listener = listenerOf(view, client);
  if (!client.reaches || listener === undefined) return "unreached";
  const action = ruleFor(listener, client.request)?.action;
  if (action !== undefined && action.type !== "forward") return "byRule";
  return weightOfAll(action) === 0 ? "none503" : undefined;
}

function listenerOf(view: TrafficView, { port }: ClientView) {
  return view.listeners.find((listener) => listener.port === port);
}

function atGroup(view: TrafficView, group: GroupView, targets: ReadonlyMap<string, PlannedTarget>): PlannedPlace {
  const { place, choice } = group;
  const { since } = view;
  const streams = view.clients.flatMap((client) => {
    const share = shareOf(view, client, group.name);
    return share > 0 ? [{ profile: client.profile, share }] : [];
  });
  const registered = group.targets.filter(({ isRegistered }) => isRegistered);
  if (registered.length === 0) return { place, since, choice, streams, answer: "none503", chosen: new Set() };
  const healthy = registered.filter(({ isHealthy }) => isHealthy);
  // With too few healthy targets a group fails open: every registered one gets requests.
  const given = healthy.length >= Math.max(1, group.leastHealthy) ? healthy : registered;
  return {
    place,
    since,
    choice,
    streams,
    chosen: new Set(given.map(({ name }) => targets.get(name)?.alike.key as string)),
  };
}

/** Share of a client's requests that go to a group. */
function shareOf(view: TrafficView, client: ClientView, group: string): number {
  if (endAtBalancer(view, client) !== undefined) return 0;
  const listener = listenerOf(view, client);
  const action = listener && ruleFor(listener, client.request)?.action;
  if (action?.type !== "forward") return 0;
  const own = action.groups.filter(({ targetGroupArn }) => targetGroupArn === group);
  return own.reduce((sum, { weight }) => sum + weight, 0) / weightOfAll(action);
}

function weightOfAll(action: { type: string; groups?: readonly { weight: number }[] } | undefined): number {
  return action?.groups?.reduce((sum, { weight }) => sum + weight, 0) ?? 0;
}
