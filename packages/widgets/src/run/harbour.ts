/**
 * The run that the home page's picture shows: a session, and the director that keeps it lively. It is simulated while the site
 * is built: its first moment is the poster, what follows is the recording that the page plays.
 */
import { type Outcome, type Recording, recordingOf, type Scenario, Session } from "@quayside/simulator";
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

/** The picture begins here, so that the first one is not an empty one. */
const FIRST_MS = 64_000;
/** How much is recorded: a minute and a half on the page, which then begins again. */
const LAST_MS = FIRST_MS + 9 * 60_000;

/** A recording to look at from a moment on. */
export interface HarbourFilm {
  readonly fromMs: number;
  readonly recording: Recording;
}

/** The first moment of the picture; always the same. */
export function harbourMoment(): Moment {
  const { tables, nowMs, journal } = harbourUntil(FIRST_MS);
  return { tables, atMs: nowMs, headMs: nowMs, recordCount: journal.length };
}

/** What the page plays. */
export function filmHarbour(): HarbourFilm {
  return { fromMs: FIRST_MS, recording: recordingOf(harbourUntil(LAST_MS)) };
}

/** The run until a moment, with the director looking in once a simulated second. */
export function harbourUntil(goalMs: number): Session {
  const session = Session.start({ seed: 7, scenario: SCENARIO });
  const send = (operation: string, input: unknown): Outcome => session.call("ecs", operation, input);
  for (let directedMs = 0; directedMs <= goalMs; directedMs += 1000) {
    session.advance({ untilMs: directedMs });
    direct(send, session.tables, session.nowMs);
  }
  session.advance({ untilMs: goalMs });
  return session;
}
