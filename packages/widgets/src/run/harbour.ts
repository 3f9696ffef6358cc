/**
 * The simulation behind the home page's picture, without a page: a session, the director that keeps it lively, and the moment
 * it has come to. The server draws its first moment, so the picture that comes to life is the one that was there.
 */
import { type Outcome, type Scenario, Session } from "@quayside/simulator";
import type { Moment } from "../base/cloud.ts";
import { DIRECTOR_FAMILIES, direct } from "./director.ts";

const SCENARIO: Scenario = {
  id: "hero",
  title: "The home page's harbour",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    ...DIRECTOR_FAMILIES.map((input) => ({ service: "ecs" as const, operation: "RegisterTaskDefinition", input })),
  ],
};
/** The run begins here, so that the first picture is not an empty one. */
const PRELUDE_MS = 64_000;
/** After so much simulated time the world starts again: nothing grows without end. */
const LOOP_MS = 20 * 60_000;

/** A world in which something always happens, from a first moment that is always the same. */
export class Harbour {
  #session = Session.start({ seed: 7, scenario: SCENARIO });
  #directedMs = 0;

  constructor() {
    this.#goOn(PRELUDE_MS);
  }

  /** The moment it has come to. */
  get moment(): Moment {
    const { tables, nowMs, journal } = this.#session;
    return { tables, atMs: nowMs, headMs: nowMs, recordCount: journal.length };
  }

  /** Lets time pass, in simulated milliseconds; after twenty minutes the world starts again. */
  advance(byMs: number): void {
    if (this.#session.nowMs <= LOOP_MS) {
      this.#goOn(byMs);
      return;
    }
    this.#session = Session.start({ seed: 7, scenario: SCENARIO });
    this.#directedMs = 0;
    this.#goOn(PRELUDE_MS);
  }

  /** Lets time pass, with the director looking in once a simulated second. */
  #goOn(byMs: number): void {
    const session = this.#session;
    const goal = session.nowMs + byMs;
    const send = (operation: string, input: unknown): Outcome => session.call("ecs", operation, input);
    while (session.nowMs < goal) {
      const until = Math.min(goal, this.#directedMs);
      session.advance({ untilMs: Math.max(until, session.nowMs) });
      if (session.nowMs < this.#directedMs) break;
      direct(send, session.tables, session.nowMs);
      this.#directedMs += 1000;
    }
  }
}
