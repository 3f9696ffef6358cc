/**
 * The oracle: every request is an event. Exact for the model, a few hundred thousand requests a second of real time, and never
 * shipped: two simulators in the product would be two truths. It shares no arithmetic with what it judges.
 */
import { RandomStreams } from "../../kernel/random.ts";
import type { End, Serving } from "../../model/traffic.ts";
import type { Change, Scenario } from "./scenario.ts";

const IDLE_TIMEOUT_MS = 60_000;

/** What a run came to. */
export interface Result {
  readonly came: number;
  readonly ends: Readonly<Partial<Record<End, number>>>;
  readonly inFlight: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Processor time that finished requests took. */
  readonly cpuMs: number;
}

interface Request {
  readonly cameMs: number;
  isOver: boolean;
}

interface Target {
  readonly name: string;
  serving: Serving;
  isAlive: boolean;
  isRegistered: boolean;
  isHealthy: boolean;
  busy: number;
  waiting: Request[];
  open: Set<Request>;
}

/** A scenario request by request: in turn over healthy targets, first come first served at each. */
export function runExactly(scenario: Scenario, seed: number): Result {
  const run = new Run(scenario, seed);
  for (const change of scenario.changes) run.at(change.atMs, () => run.apply(change));
  run.at(0, () => run.arrive());
  return run.result();
}

class Run {
  readonly #scenario: Scenario;
  readonly #random: RandomStreams;
  readonly #due = new Due();
  readonly #targets: Target[] = [];
  readonly #ends: Partial<Record<End, number>> = {};
  readonly #latencies: number[] = [];
  #nowMs = 0;
  #turn = 0;
  #came = 0;
  #ended = 0;
  #cpuMs = 0;

  constructor(scenario: Scenario, seed: number) {
    this.#scenario = scenario;
    this.#random = new RandomStreams(seed);
  }

  at(atMs: number, run: () => void): void {
    this.#due.push(atMs, run);
  }

  result(): Result {
    for (
      let event = this.#due.pop();
      event !== undefined && event.atMs <= this.#scenario.untilMs;
      event = this.#due.pop()
    ) {
      this.#nowMs = event.atMs;
      event.run();
    }
    const sorted = this.#latencies.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    const meanMs = sorted.reduce((sum, each) => sum + each, 0) / Math.max(1, sorted.length);
    const times = { meanMs, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
    const inFlight = this.#came - this.#ended;
    return { came: this.#came, ends: this.#ends, inFlight, cpuMs: this.#cpuMs, ...times };
  }

  arrive(): void {
    this.at(this.#nowMs - (1000 / this.#scenario.perSecond) * Math.log(1 - this.#random.unit("arrivals")), () =>
      this.arrive(),
    );
    this.#came += 1;
    const request: Request = { cameMs: this.#nowMs, isOver: false };
    const registered = this.#targets.filter(({ isRegistered }) => isRegistered);
    const healthy = registered.filter(({ isHealthy }) => isHealthy);
    const chosen = healthy.length > 0 ? healthy : registered;
    const target = chosen[this.#turn++ % Math.max(1, chosen.length)];
    if (target === undefined) this.#end(request, "none503");
    else if (!target.isAlive) this.#end(request, "refused502");
    else this.#come(target, request);
  }

  apply(change: Change): void {
    if (change.does === "register") {
      const { target: name, serving } = change;
      const state = { isAlive: true, isRegistered: true, isHealthy: true };
      this.#targets.push({ name, serving, ...state, busy: 0, waiting: [], open: new Set() });
      return;
    }
    const target = this.#targets.find(({ name }) => name === change.target) as Target;
    if (change.does === "serve") target.serving = change.serving;
    else if (change.does === "die") this.#cut(target);
    else if (change.does === "pass" || change.does === "fail") target.isHealthy = change.does === "pass";
    else target.isRegistered = false;
    if (change.does === "drain") this.at(this.#nowMs + change.delayMs, () => this.#cut(target));
  }

  #come(target: Target, request: Request): void {
    const { places, queue, hangs } = target.serving;
    if (!hangs && target.waiting.length >= queue && target.busy >= places) {
      this.#end(request, "rejected");
      return;
    }
    target.open.add(request);
    this.at(this.#nowMs + IDLE_TIMEOUT_MS, () => this.#end(request, "timeout504"));
    if (hangs) return;
    if (target.busy < places) this.#begin(target, request);
    else target.waiting.push(request);
  }

  #begin(target: Target, request: Request): void {
    const { serviceMs, spread } = target.serving;
    const variance = Math.log(1 + spread * spread);
    const lasts = serviceMs * Math.exp(Math.sqrt(variance) * this.#normal() - variance / 2);
    target.busy += 1;
    this.at(this.#nowMs + lasts, () => this.#finish(target, request));
  }

  #finish(target: Target, request: Request): void {
    const { hangs, cpuMs, errorShare } = target.serving;
    if (!target.isAlive || hangs) return;
    target.busy -= 1;
    target.open.delete(request);
    this.#cpuMs += cpuMs;
    this.#end(request, this.#random.unit("errors") < errorShare ? "target5xx" : "ok");
    const next = target.waiting.shift();
    if (next !== undefined) this.#begin(target, next);
  }

  #cut(target: Target): void {
    for (const request of target.open) this.#end(request, "cut502");
    target.open.clear();
    target.waiting = [];
    target.isAlive = false;
  }

  #end(request: Request, end: End): void {
    if (request.isOver) return;
    request.isOver = true;
    this.#ended += 1;
    this.#ends[end] = (this.#ends[end] ?? 0) + 1;
    if (end === "ok" || end === "target5xx") this.#latencies.push(this.#nowMs - request.cameMs);
  }

  /** Box and Muller. */
  #normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random.unit("services")));
    return radius * Math.cos(2 * Math.PI * this.#random.unit("services"));
  }
}

interface Event {
  readonly atMs: number;
  readonly seq: number;
  readonly run: () => void;
}

/** A binary heap: the earliest first, and of one moment the one that was there first. */
class Due {
  readonly #events: Event[] = [];
  #seq = 0;

  push(atMs: number, run: () => void): void {
    const event = { atMs, seq: this.#seq++, run };
    let at = this.#events.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(event, this.#events[parent] as Event)) break;
      this.#events[at] = this.#events[parent] as Event;
      at = parent;
    }
    this.#events[at] = event;
  }

  pop(): Event | undefined {
    const first = this.#events[0];
    const last = this.#events.pop();
    if (first === undefined || last === undefined || this.#events.length === 0) return first;
    let at = 0;
    for (let child = 1; child < this.#events.length; child = 2 * at + 1) {
      const right = this.#events[child + 1];
      if (right !== undefined && isBefore(right, this.#events[child] as Event)) child += 1;
      if (isBefore(last, this.#events[child] as Event)) break;
      this.#events[at] = this.#events[child] as Event;
      at = child;
    }
    this.#events[at] = last;
    return first;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.seq < b.seq);
}
