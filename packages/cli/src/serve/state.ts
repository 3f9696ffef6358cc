/** GET /_quayside/state: the simulated cloud as JSON for people and scripts, nested as it is owned. */
import { ACCOUNT_ID, epochMs, regionOf, type Session } from "@quayside/simulator";
import type { World } from "./world.ts";
import type { Worlds } from "./worlds.ts";

/** Tasks listed unless the request says otherwise: a world may hold a hundred thousand. */
export const DEFAULT_LISTED_TASKS = 1000;

function iso({ tables, nowMs }: Session): string {
  return new Date(epochMs(tables, nowMs)).toISOString();
}

function vpcs(tables: Session["tables"]): unknown[] {
  return [...tables.vpcs.values()].map((vpc) => {
    const inside = <Row extends { readonly vpcId: string }>(table: { values(): Iterable<Row> }) =>
      [...table.values()].filter(({ vpcId }) => vpcId === vpc.vpcId);
    return {
      ...vpc,
      subnets: inside(tables.subnets),
      routeTables: inside(tables.routeTables),
      internetGateways: inside(tables.internetGateways),
      natGateways: inside(tables.natGateways),
      vpcEndpoints: inside(tables.vpcEndpoints),
      securityGroups: inside(tables.securityGroups),
    };
  });
}

function tasks(tables: Session["tables"], limit: number): unknown[] {
  const listed: unknown[] = [];
  for (const task of tables.tasks.values()) {
    if (listed.length >= limit) break;
    const containers = task.spec.containerArns.map((key) => tables.containers.get(key));
    listed.push({ ...task, containers });
  }
  return listed;
}

/** The state of a world, and the Regions that have one; at most `limit` tasks are listed, `counts` says how many there are. */
export function describeState(world: World, { regions }: Worlds, limit: number): Record<string, unknown> {
  const { session, setting, mode } = world;
  const { tables } = session;
  return {
    clock: {
      mode: mode.kind,
      ...(mode.kind === "follow" ? { speed: mode.speed } : {}),
      nowMs: session.nowMs,
      now: iso(session),
      nextDueMs: session.nextDueMs ?? null,
      settled: session.settled,
      quiet: session.quiet,
      repeating: session.repeating,
    },
    seed: setting.seed,
    scenario: setting.scenario?.id ?? "default",
    account: ACCOUNT_ID,
    region: regionOf(tables),
    regions,
    counts: {
      clusters: tables.clusters.size,
      taskDefinitions: tables.taskDefinitions.size,
      tasks: tables.tasks.size,
      networkInterfaces: tables.networkInterfaces.size,
      journalRecords: session.journal.length,
    },
    vpcs: vpcs(tables),
    images: [...tables.images.values()],
    clusters: [...tables.clusters.values()],
    taskDefinitions: [...tables.taskDefinitions.values()],
    tasks: tasks(tables, limit),
  };
}
