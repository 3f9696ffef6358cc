/**
 * A lively run whose picture stands for all: in a sandbox without scripts, and in the tests of pictures. A session, and the director that keeps it
 * lively until the moment that is drawn.
 */
import { type Outcome, type Scenario, Session } from "@quayside/simulator";
import type { Moment } from "../base/cloud.ts";
import { DIRECTOR_FAMILIES, direct } from "./director.ts";

const SCENARIO: Scenario = {
  id: "harbour",
  title: "A lively harbour",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    ...DIRECTOR_FAMILIES.map((input) => ({ service: "ecs" as const, operation: "RegisterTaskDefinition", input })),
  ],
};

/** The picture begins here, so that the first one is not an empty one. */
const FIRST_MS = 64_000;

/** The first moment of the picture; always the same. */
export function harbourMoment(): Moment {
  const { tables, nowMs, journal } = harbourUntil(FIRST_MS);
  return { tables, atMs: nowMs, headMs: nowMs, recordCount: journal.length };
}

/** The run until a moment, with the director looking in once a simulated second. */
function harbourUntil(goalMs: number): Session {
  const session = Session.start({ seed: 7, scenario: SCENARIO });
  const send = (operation: string, input: unknown): Outcome => session.call("ecs", operation, input);
  for (let directedMs = 0; directedMs <= goalMs; directedMs += 1000) {
    session.advance({ untilMs: directedMs });
    direct(send, session.tables, session.nowMs);
  }
  session.advance({ untilMs: goalMs });
  return session;
}
