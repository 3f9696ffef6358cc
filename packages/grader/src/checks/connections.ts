/** Conditions about who reaches whom: connections that the learner tested. */
import type { ConnectionFacts } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import type { Text } from "../text.ts";
import { type TaskMatch, tasksMatching } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which tests of a connection a check means. What is left out does not matter. */
export interface ConnectionMatch {
  /** Who called: a task that fits, or a machine. */
  readonly caller?: TaskMatch | "instance";
  /** What the learner called, as it was typed: `localhost`, `internet`. */
  readonly to?: string;
  readonly port?: number;
  /** Whether the packet arrived and was answered. */
  readonly reaches: boolean;
  /** What one of the hops did or refused, as the journal names it: `same-task`, `no-rule`, `published`. */
  readonly why?: string;
  /** Name of the container that answered. */
  readonly answeredBy?: string;
}

/** Passes when such a connection was tested, with this result. */
export function connectionTested(match: ConnectionMatch): Condition {
  return (view) => {
    let other: { readonly seq: number; readonly facts: ConnectionFacts } | undefined;
    for (const { seq, kind, subject, facts } of view.journal) {
      if (kind !== "CONNECTION_TESTED") continue;
      if (fits(view, facts, subject, match)) return passed(resultOf(facts), [seq]);
      other = { seq, facts };
    }
    if (other === undefined) return failed(say("noConnection"));
    return failed(resultOf(other.facts), [other.seq]);
  };
}

function fits(view: CheckView, facts: ConnectionFacts, subject: string, match: ConnectionMatch): boolean {
  const { caller, to, port, reaches, why, answeredBy } = match;
  if (facts.reaches !== reaches || (to !== undefined && facts.to !== to)) return false;
  if (port !== undefined && facts.port !== port) return false;
  if (why !== undefined && !facts.hops.some((hop) => hop.why === why)) return false;
  if (answeredBy !== undefined && nameOfContainer(view, facts.hops.at(-1)?.id) !== answeredBy) return false;
  if (caller === undefined) return true;
  // A record about a call from the internet is filed under the one who was called.
  if (facts.from === "internet") return false;
  if (caller === "instance") return view.history.story("ec2Instances", subject) !== undefined;
  return tasksMatching(view, caller).some(({ key }) => key === subject);
}

function nameOfContainer(view: CheckView, key: string | undefined): string | undefined {
  return key === undefined ? undefined : view.history.story("containers", key)?.latest.row.name;
}

function resultOf(facts: ConnectionFacts): Text {
  return say("connection", facts);
}
