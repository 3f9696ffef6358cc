/**
 * The door of the simulator: call operations, let time pass, go to any moment, fork, save, load. A session is a world,
 * its journal, the list of calls that made it, and a few copies of earlier moments that make travelling in it quick. Long, because
 * every way to travel, and the way back from a call that failed, works on the same five private fields.
 */
import { type Advanced, type AdvanceRequest, type Ending, LONGEST_WAIT_MS, resultOf, waiting } from "./advance.ts";
import type { Wait } from "./awaited.ts";
import { buildWorld } from "./build-world.ts";
import { ledgerNow } from "./controllers/traffic/close-books.ts";
import { frozenCopy } from "./json-copy.ts";
import { assert } from "./kernel/assert.ts";
import { DEFAULT_MAX_STEPS } from "./kernel/simulation.ts";
import { broughtBack, Keyframes, type Written } from "./keyframes.ts";
import { type Cloud, type Journal, trafficOf } from "./model/cloud.ts";
import { regionOf } from "./model/place.ts";
import type { TrafficLedger } from "./model/traffic-ledger.ts";
import type { Outcome } from "./operations/operation.ts";
import type { ServiceName } from "./operations/service-names.ts";
import { findOperation, notModelled, perform, performAgain, run, unknownOperation, unreadable } from "./perform.ts";
import { type Repeating, repeatingOf } from "./repeating.ts";
import type { RunView } from "./run-view.ts";
import {
  defaultScenario,
  LEARNER,
  type Origin,
  type RecordedCommand,
  RunRefused,
  SAVED_RUN_VERSION,
  type SavedRun,
  type Scenario,
} from "./scenario.ts";

/** Which world. Default: seed 1, the default scenario. A picture will do: the session is the run that it shows. */
export interface StartOptions {
  readonly seed?: number;
  readonly scenario?: Scenario;
}

/** Steps between two pieces of `Session.loading`: about a millisecond of work. */
const LOADED_STEPS = 256;

const UNTIL_SETTLED: Wait = { until: "settled" };

interface SessionParts {
  readonly sim: Cloud;
  readonly seed: number;
  readonly scenario: Scenario;
  readonly commands: RecordedCommand[];
  readonly keyframes: Keyframes;
}

/** A place in a run, and what lay ahead of it. */
interface Mark {
  readonly nowMs: number;
  readonly steps: number;
  readonly calls: number;
  readonly ahead: readonly RecordedCommand[];
  readonly written: Written;
  readonly keyframes: Keyframes;
}

/**
 * One simulated cloud and its time. Every method is synchronous; two sessions share nothing.
 * Moments and durations are simulated milliseconds.
 */
export class Session implements RunView {
  readonly seed: number;
  readonly scenario: Scenario;
  #sim: Cloud;
  /** Calls made so far, and after them the calls ahead that `seek` went back over. */
  #commands: RecordedCommand[];
  #made: number;
  #keyframes: Keyframes;

  private constructor({ sim, seed, scenario, commands, keyframes }: SessionParts) {
    this.#sim = sim;
    this.seed = seed;
    this.scenario = scenario;
    this.#commands = commands;
    this.#made = commands.length;
    this.#keyframes = keyframes;
  }

  /** A new world. Throws `RunRefused` when a call of the scenario is refused. */
  static start({ seed = 1, scenario = defaultScenario }: StartOptions = {}): Session {
    const sim = buildWorld(seed, scenario);
    return new Session({ sim, seed, scenario, commands: [], keyframes: Keyframes.from(sim) });
  }

  /**
   * A saved run again, up to the moment of saving. What comes from outside goes through `openRun` of `@quayside/api`.
   * Throws `RunRefused` when it does not replay.
   */
  static load(saved: SavedRun): Session {
    return resultOf(Session.loading(saved));
  }

  /**
   * `load` in small pieces, for a page that must stay quick: yields the share that is done, 0 to 1, after every call and
   * every 256 steps at most. Throws what `load` throws; a run that is given up half-way leaves nothing behind.
   */
  static *loading(run: SavedRun): Generator<number, Session> {
    const session = Session.start({ seed: run.seed, scenario: run.scenario });
    for (const [index, command] of run.commands.entries()) {
      yield* session.#replayTo(command.atMs, command.afterSteps, run.steps);
      performAgain(session.#sim, command, `commands[${index}]`);
      session.#commands.push(command);
      session.#made += 1;
      yield shareOf(session.steps, run.steps);
    }
    yield* session.#replayTo(run.nowMs, run.steps, run.steps);
    return session;
  }

  /** Simulated milliseconds since the world began. */
  get nowMs(): number {
    return this.#sim.nowMs;
  }

  /** Steps taken since the world began. */
  get steps(): number {
    return this.#sim.world.steps;
  }

  /** When the next thing will happen, or undefined when nothing is due. */
  get nextDueMs(): number | undefined {
    return this.#sim.world.agenda.nextAtMs();
  }

  /** True when nothing is in progress: nothing is on its way to an end. Something may still repeat itself for ever. */
  get settled(): boolean {
    return this.#sim.world.agenda.inProgress === 0;
  }

  /** True when nothing more will happen by itself, but that ECS forgets what is over. */
  get quiet(): boolean {
    return this.settled && this.#sim.world.agenda.periodic === 0;
  }

  /** What repeats for ever, earliest first; empty when nothing does. */
  get repeating(): readonly Repeating[] {
    return repeatingOf(this.#sim);
  }

  /** True when `seek` went back and calls lie ahead. */
  get hasFuture(): boolean {
    return this.#made < this.#commands.length;
  }

  /** The tables as they are now. */
  get tables(): Cloud["tables"] {
    return this.#sim.tables;
  }

  /** Everything that happened. */
  get journal(): Journal {
    return this.#sim.journal;
  }

  /** What flowed: the requests behind load balancers, as numbers by the interval, as far as intervals are over. */
  get traffic(): TrafficLedger {
    return trafficOf(this.#sim);
  }

  /** The same with the interval that is not over yet, in a ledger of its own. */
  get trafficNow(): TrafficLedger {
    return ledgerNow(this.#sim);
  }

  /**
   * Calls an operation with the API's input and gives the API's answer. A refusal is a value. The input should have the
   * operation's shape, which front doors check: one over which the operation stumbles is refused as
   * `call.unreadable-input`. A call after going back drops the calls that lie ahead. The service `quayside` is what happens
   * from outside of AWS's API: `call("quayside", "PushImage", { image })`.
   * @param origin who asks, and where: the learner in the Region of this world by default. It is kept with the call; nobody is refused anything for it yet
   * @throws when a rule of our own breaks. Whatever stumbles or throws leaves nothing behind.
   */
  call(service: ServiceName, operation: string, input: unknown, origin: Partial<Origin> = {}): Outcome {
    const { caller = LEARNER.caller, region = regionOf(this.tables) } = origin;
    const entry = findOperation(service, operation);
    if (entry === undefined) return unknownOperation(operation);
    if (!entry.modelled) return notModelled(operation, entry.reason);
    if (entry.readOnly) return this.#read(operation, () => run(this.#sim, entry, input));
    const command: RecordedCommand = {
      service,
      operation,
      input: frozenCopy(input),
      caller,
      region,
      atMs: this.nowMs,
      afterSteps: this.steps,
    };
    const before = this.#mark();
    this.#dropFuture();
    try {
      const outcome = perform(this.#sim, command);
      this.#commands.push(command);
      this.#made += 1;
      return outcome;
    } catch (problem) {
      this.#backTo(before);
      return unreadable(operation, problem);
    }
  }

  /** Lets time pass; calls that lie ahead happen at their moments. */
  advance(request: AdvanceRequest): Advanced {
    const before = this.steps;
    const { byMs, maxSteps = DEFAULT_MAX_STEPS, untilSettled = false } = request;
    // Calls that lie ahead are on their way, too.
    const until = untilSettled ? () => this.settled && !this.hasFuture : request.until;
    const furthestMs = until === undefined ? Number.POSITIVE_INFINITY : this.nowMs + LONGEST_WAIT_MS;
    const untilMs = (byMs === undefined ? request.untilMs : this.nowMs + byMs) ?? furthestMs;
    this.#makeCallsAhead(untilMs, before + maxSteps);
    this.#run({ untilMs, maxSteps: before + maxSteps - this.steps, until });
    const steps = this.steps - before;
    return { steps, nowMs: this.nowMs, ended: this.#ending(until, untilSettled, steps >= maxSteps) };
  }

  /**
   * Waits in small pieces, for a page that must stay quick: yields every 256 steps. Ends at the bound of the wait or after
   * 250,000 steps at the latest. Without a wait: until nothing is in progress.
   */
  waiting(wait: Wait = UNTIL_SETTLED): Generator<void, Advanced> {
    return waiting(this, wait);
  }

  /** `waiting` in one go. */
  wait(wait: Wait): Advanced {
    return resultOf(this.waiting(wait));
  }

  /** Waits until nothing is in progress. */
  stepUntilQuiet(): Advanced {
    return this.wait(UNTIL_SETTLED);
  }

  /**
   * Goes to a moment: the latest copy before it is brought forward. Back, what came later lies ahead from then on: calls
   * happen again at their moments, records and copies wait, until a call drops that future. What was forgotten cannot be gone to:
   * the earliest moment left is shown instead.
   */
  seek(moment: number): void {
    const atMs = Math.max(moment, this.#keyframes.earliestMs);
    const copy = this.#keyframes.before(atMs);
    if (atMs < this.nowMs || copy.sim.world.steps > this.steps) {
      this.#sim = broughtBack(copy, this.#sim);
      this.#made = copy.calls;
    }
    this.advance({ untilMs: atMs, maxSteps: Number.POSITIVE_INFINITY });
  }

  /**
   * Gives up what lies behind, for a run that goes on for weeks: earlier moments, and what older records say. The calls stay, so the
   * run is saved and played again as before. Drops what lies ahead.
   */
  forgetBehind(): void {
    this.#dropFuture();
    this.#keyframes.forgetBehind(this.#sim, this.#made);
    this.journal.forgetBehind();
  }

  /** An independent session in the same state. */
  fork(): Session {
    const { seed, scenario } = this;
    const commands = [...this.#commands];
    const sim = this.#sim.fork();
    const copy = new Session({ sim, seed, scenario, commands, keyframes: this.#keyframes.fork() });
    copy.#made = this.#made;
    return copy;
  }

  /** An independent session at an earlier moment of this one (or now), which knows nothing of what was asked after it. */
  forkAt(atMs: number): Session {
    const copy = this.fork();
    // At the present nothing is brought forward: what is due right now may still be ahead of this one, too.
    if (atMs < this.nowMs) copy.seek(atMs);
    copy.#dropFuture();
    return copy;
  }

  /** The run so far as plain JSON. Calls that lie ahead are left out. */
  save(): SavedRun {
    const { seed, scenario, nowMs, steps } = this;
    return { version: SAVED_RUN_VERSION, seed, scenario, commands: this.#commands.slice(0, this.#made), nowMs, steps };
  }

  /** The world underneath, for inspection and tests. Changing it breaks the session. */
  get world(): Cloud["world"] {
    return this.#sim.world;
  }

  #read(operation: string, read: () => Outcome): Outcome {
    try {
      return read();
    } catch (problem) {
      return unreadable(operation, problem);
    }
  }

  /** Where the run stands, with what lies ahead. */
  #mark(): Mark {
    const { nowMs, steps } = this;
    const { journal, ledger } = this.#sim;
    const ahead = this.#commands.slice(this.#made);
    const written = { journal: journal.rewound(journal.length), ledger: ledger.rewound(ledger.length) };
    return { nowMs, steps, calls: this.#made, ahead, written, keyframes: this.#keyframes.fork() };
  }

  /** Comes to a mark again from the latest copy before it: what a call left half done is gone. */
  #backTo({ nowMs, steps, calls, ahead, written, keyframes }: Mark): void {
    const copy = keyframes.upTo(steps, calls);
    this.#keyframes = keyframes;
    this.#sim = broughtBack(copy, written);
    this.#commands = [...this.#commands.slice(0, calls), ...ahead];
    this.#made = copy.calls;
    this.#makeCallsAhead(nowMs, steps, calls);
    this.#run({ untilMs: nowMs, maxSteps: steps - this.steps });
    this.#sim.world.nowMs = nowMs;
    assert(this.steps === steps && this.#made === calls, "a session did not come back to where it stood");
  }

  #ending(until: (() => boolean) | undefined, untilSettled: boolean, allStepsTaken: boolean): Ending {
    if (until?.() === true) return !untilSettled ? "met" : this.quiet ? "settled" : "repeating";
    if (allStepsTaken) return "steps";
    return until === undefined ? "moment" : "bound";
  }

  /** The run goes on differently from here: calls, records and copies that lie ahead go. */
  #dropFuture(): void {
    this.#commands.length = this.#made;
    this.journal.forgetAhead();
    this.#sim.ledger.forgetAhead();
    this.#keyframes.dropAfter(this.steps, this.#made);
  }

  /** Brings a run that is being loaded to a moment of the first time, in pieces; `ofSteps` are those of the whole run. */
  *#replayTo(nowMs: number, steps: number, ofSteps: number): Generator<number, void> {
    while (this.steps < steps) {
      const before = this.steps;
      this.#run({ untilMs: nowMs, maxSteps: Math.min(LOADED_STEPS, steps - before) });
      if (this.steps === before) break;
      yield shareOf(this.steps, ofSteps);
    }
    // What is due before that moment was due in the run as well: a run without its steps was changed by hand.
    if (this.steps !== steps || nowMs < this.nowMs || (this.nextDueMs ?? nowMs) < nowMs) {
      throw new RunRefused(
        "The saved run does not replay: it was made by another version of the simulator, or was changed.",
        { fault: "no-replay" },
      );
    }
    this.#sim.world.nowMs = nowMs;
  }

  /** Makes the calls that lie ahead, each after exactly the steps it followed the first time. */
  #makeCallsAhead(untilMs: number, untilStep: number, untilCall = this.#commands.length): void {
    while (this.#made < untilCall) {
      const next = this.#commands[this.#made] as RecordedCommand;
      if (next.atMs > untilMs || next.afterSteps > untilStep) return;
      this.#run({ untilMs: next.atMs, maxSteps: next.afterSteps - this.steps });
      if (this.steps !== next.afterSteps) return;
      this.#sim.world.nowMs = next.atMs;
      perform(this.#sim, next);
      this.#made += 1;
    }
  }

  #run(limits: { untilMs: number; maxSteps: number; until?: (() => boolean) | undefined }): void {
    let left = limits.maxSteps;
    for (;;) {
      const chunk = Math.min(left, this.#keyframes.stepsUntilNext(this.#sim));
      const taken = this.#sim.advance({ ...limits, maxSteps: chunk });
      left -= taken;
      if (taken < chunk || left <= 0) return;
      this.#keyframes.keep(this.#sim, this.#made);
    }
  }
}

function shareOf(steps: number, ofSteps: number): number {
  return Math.min(1, steps / Math.max(1, ofSteps));
}
