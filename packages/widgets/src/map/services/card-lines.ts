/** What a card of a service says, as plain lines, and its pips. Pure. */
import type { ServiceFacts } from "../../base/service-facts.ts";
import type { CardTexts } from "./texts/index.ts";

/** What one pip stands for: a task that runs, of an older revision, on its way up, on its way out; or one that is wanted. */
export type Pip = "running" | "older" | "pending" | "stopping" | "missing";

/** The pips of a service: those that run first. */
export function pipsOf({ deployments, pending, stopping, missing }: ServiceFacts): [Pip, number][] {
  const [primary, ...older] = deployments;
  return [
    ["running", primary?.running ?? 0],
    ["older", older.reduce((sum, { running }) => sum + running, 0)],
    ["pending", pending],
    ["stopping", stopping],
    ["missing", missing],
  ];
}

/**
 * Its revisions, the one that is rolled out last: `web:7`, and `:7 → :8` while there are two of one family. A service whose task sets
 * somebody else makes has none: it says whose it is.
 */
export function revisionsOf({ deployments, row }: ServiceFacts): { readonly whole: string; readonly short: string } {
  const named = [...new Set(deployments.map(({ definition }) => definition))].reverse();
  if (named.length === 0) return { whole: row.deploymentController, short: row.deploymentController };
  const revision = (name: string) => name.slice(name.lastIndexOf(":"));
  const families = new Set(named.map((name) => name.slice(0, name.lastIndexOf(":"))));
  const short = (families.size > 1 ? named : named.map(revision)).join(" → ");
  return { whole: named.length === 1 ? (named[0] as string) : short, short };
}

/** The lines below the pips: how many there are, how many are wanted, and how the deployment is or what holds it. */
export function linesOf(facts: ServiceFacts, texts: CardTexts): string[] {
  const { row, bounds, heldBy, isHeldForNow, deployments } = facts;
  const between = bounds === undefined ? "" : ` ${texts.between(bounds.lower, bounds.upper)}`;
  const rollout = deployments[0]?.row.rolloutState;
  const isSettled = rollout === "COMPLETED" || rollout === undefined;
  return [
    texts.counts(facts),
    `${texts.desired(row.desiredCount)}${between}`,
    ...(row.status === "ACTIVE" ? [] : [row.status]),
    ...(isSettled ? [] : [stageOf(facts) ?? rollout]),
    ...heldBy.map((bound) => (isHeldForNow ? texts.heldForNow(bound) : texts.held(bound))),
  ];
}

/** The stage of a shift of traffic, with the share that the new revision gets while that is neither nothing nor all; `←` on the way back. */
function stageOf({ shift }: ServiceFacts): string | undefined {
  if (shift?.stage === undefined) return undefined;
  const { stage, isRollback, movesTraffic, productionWeight } = shift;
  const share = movesTraffic && productionWeight > 0 && productionWeight < 100 ? ` ${productionWeight} %` : "";
  return `${isRollback ? "← " : ""}${stage}${share}`;
}

/** Cuts a name that is longer than so many letters. */
export function cut(name: string, letters: number): string {
  const room = Math.floor(letters);
  return name.length <= room ? name : `${name.slice(0, Math.max(0, room - 1))}…`;
}

/** Breaks a line where it is longer than so many letters, between words. */
export function wrapped(line: string, letters: number): string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) as string;
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
