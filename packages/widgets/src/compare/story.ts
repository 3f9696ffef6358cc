/**
 * A run that is told and not played by the learner: a starting state, and calls that are made at their moments. Played to its
 * end at once; a page then shows it from the beginning. For lessons that put two of them side by side.
 */
import { openScenario, readScenario, send } from "@quayside/api";
import type { Scenario, ServiceName, Session } from "@quayside/simulator";

/** A call of a story. One that is refused is part of it. */
export interface StoryStep {
  /** Simulated milliseconds after the step before, or after the beginning. Default 0. */
  readonly afterMs?: number;
  /** Default `ecs`. */
  readonly service?: ServiceName;
  readonly operation: string;
  readonly input: unknown;
}

/** One run of two that a lesson compares. */
export interface Story {
  /** What it is called on the page; short. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly steps?: readonly StoryStep[];
  /** The same seed for both keeps everything but the difference alike. Default 1. */
  readonly seed?: number;
}

/** The whole story, up to the moment at which nothing more happens by itself. Takes the engine. */
export function runStory({ scenario, steps = [], seed = 1 }: Story): Session {
  const session = openScenario(scenario, seed);
  for (const { afterMs = 0, service = "ecs", operation, input } of steps) {
    session.advance({ byMs: afterMs });
    send(session, { service, operation, input });
  }
  session.stepUntilQuiet();
  return session;
}

/** Reads a story from the attribute of an element. Throws with a sentence when it is none. */
export function readStory(text: string): Story {
  const value: unknown = JSON.parse(text);
  const { name, scenario } = (typeof value === "object" && value !== null ? value : {}) as Partial<Story>;
  if (typeof name !== "string") throw new Error("A story has a name and a scenario.");
  readScenario(scenario);
  return value as Story;
}
