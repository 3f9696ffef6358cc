// How four tasks are replaced under four pairs of percentages: played by the simulator while the page is built, and counted
// from its journal. What the picture and its words both show.

import { DEFAULT_SUBNETS, JournalView, Session, type TaskRow } from "@quayside/simulator";

/** Tasks at a moment, from then on. */
export interface RolloutMoment {
  /** Seconds after UpdateService. */
  readonly second: number;
  /** RUNNING, and meant to run, of the old and of the new revision. */
  readonly old: number;
  readonly fresh: number;
  /** On their way to RUNNING. */
  readonly starting: number;
}

/** One rollout. */
export interface Rollout {
  readonly minimum: number;
  readonly maximum: number;
  readonly lower: number;
  readonly upper: number;
  readonly moments: readonly RolloutMoment[];
  /** When the deployment was COMPLETED; undefined: it hangs. */
  readonly completed: number | undefined;
}

const DESIRED = 4;
const PERCENTS = [
  [100, 200],
  [50, 150],
  [50, 100],
  [90, 110],
] as const;

/** One row a pair; the same in every build. */
export function rollouts(): Rollout[] {
  return PERCENTS.map(([minimum, maximum]) => rollOut(minimum, maximum));
}

function rollOut(minimum: number, maximum: number): Rollout {
  const session = Session.start({ seed: 6, scenario: { id: "figure", title: "", commands: [] } });
  const deploymentConfiguration = { minimumHealthyPercent: minimum, maximumPercent: maximum };
  session.call("ecs", "CreateCluster", { clusterName: "default" });
  for (const image of ["nginx:1.27", "nginx:1.29"]) {
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "web", image }],
    });
  }
  session.call("ecs", "CreateService", {
    serviceName: "web",
    taskDefinition: "web:1",
    desiredCount: DESIRED,
    launchType: "FARGATE",
    availabilityZoneRebalancing: "DISABLED",
    deploymentConfiguration,
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"], DEFAULT_SUBNETS["private-b"]] },
    },
  });
  session.stepUntilQuiet();
  const [from, startedMs] = [session.journal.records.length, session.nowMs];
  session.call("ecs", "UpdateService", { service: "web", taskDefinition: "web:2" });
  session.stepUntilQuiet();
  const records = session.journal.records.slice(from);
  const second = (atMs: number) => (atMs - startedMs) / 1_000;
  const view = new JournalView(session.journal);
  const moments: RolloutMoment[] = [];
  for (const atMs of [startedMs, ...records.map((record) => record.atMs)]) {
    view.moveTo(atMs);
    const moment = momentOf(second(atMs), [...view.tables.tasks.values()]);
    if (!isSame(moment, moments.at(-1))) moments.push(moment);
  }
  const done = records.find(({ kind }) => kind === "DEPLOYMENT_COMPLETED");
  return {
    minimum,
    maximum,
    lower: Math.ceil((DESIRED * minimum) / 100),
    upper: Math.floor((DESIRED * maximum) / 100),
    moments,
    completed: done && second(done.atMs),
  };
}

function momentOf(second: number, tasks: readonly TaskRow[]): RolloutMoment {
  const wanted = tasks.filter(({ desiredStatus }) => desiredStatus === "RUNNING");
  const running = wanted.filter(({ lastStatus }) => lastStatus === "RUNNING");
  const old = running.filter(({ spec }) => spec.taskDefinitionArn.endsWith(":1")).length;
  return { second, old, fresh: running.length - old, starting: wanted.length - running.length };
}

function isSame(a: RolloutMoment, b: RolloutMoment | undefined): boolean {
  return b !== undefined && a.old === b.old && a.fresh === b.fresh && a.starting === b.starting;
}

/** Fewest tasks that serve, and most that are there, at any moment. */
export function extremes({ moments }: Rollout): { readonly fewest: number; readonly most: number } {
  return {
    fewest: Math.min(...moments.map(({ old, fresh }) => old + fresh)),
    most: Math.max(...moments.map(({ old, fresh, starting }) => old + fresh + starting)),
  };
}
