/** One task in a small world, and the causes that its journal tells: for the tests that meet every cause. */
import { DEFAULT_SUBNETS, type NetworkPlan } from "../default-network.ts";
import type { CauseTable } from "../model/cause.ts";
import { CAUSE_TABLES } from "../model/causes/all.ts";
import { ACCOUNT_ID } from "../model/place.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";
import type { ServiceName } from "../operations/service-names.ts";
import { Session } from "../session.ts";
import { causesOf } from "../why/causes.ts";

/** What a story varies; the rest is nginx in a public subnet, with a public address. */
export interface Story {
  readonly containers?: readonly Partial<ContainerDefinition>[];
  readonly volumes?: readonly object[];
  /** Name of the execution role. */
  readonly role?: string;
  readonly network?: NetworkPlan;
  readonly subnet?: keyof typeof DEFAULT_SUBNETS;
  /** Without a public address. */
  readonly isPrivate?: true;
  readonly count?: number;
  readonly cpuArchitecture?: "ARM64";
  /** What happens to the world before the task is run, and after it has settled. */
  readonly before?: (session: Session) => void;
  readonly after?: (session: Session) => void;
}

/** Where a task runs. */
export type Where = "fargate" | "instance";

/** A call that must be answered. */
export function must(session: Session, service: ServiceName, operation: string, input: object): object {
  const outcome = session.call(service, operation, input);
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.message}`);
  return outcome.output;
}

/** Ids of the causes that a story tells; of those that an instance says otherwise, with ` on an instance` behind. */
export function toldBy(story: Story, where: Where): string[] {
  return told(sessionOf(story, where), where);
}

/** A story, twenty minutes later. */
export function sessionOf(story: Story, where: Where): Session {
  const { network, before, after, subnet = "public-a" } = story;
  const scenario = { id: "causes", title: "", commands: [], ...(network && { network }) };
  const session = Session.start({ seed: 1, scenario });
  must(session, "ecs", "CreateCluster", { clusterName: "default" });
  if (where === "instance") {
    const instanceType = story.cpuArchitecture === undefined ? "t3.large" : "t4g.medium";
    must(session, "quayside", "ProvideContainerInstances", { subnets: [subnet], instanceType });
  }
  must(session, "ecs", "RegisterTaskDefinition", definitionOf(story, where));
  before?.(session);
  const input = where === "fargate" ? onFargate(story, subnet) : { launchType: "EC2" };
  must(session, "ecs", "RunTask", { taskDefinition: "app", count: story.count ?? 1, ...input });
  session.advance({ byMs: 600_000 });
  after?.(session);
  session.advance({ byMs: 600_000 });
  return session;
}

/** Ids of the causes in the journal of a session. */
export function told(session: Session, where: Where): string[] {
  const ids = new Set(session.journal.records.flatMap((record) => [...causesOf(record)]));
  return [...ids].flatMap((id) => {
    const row = rowOf(id);
    if (row === undefined) return [];
    return [where === "instance" && row.onInstance !== undefined ? `${id} on an instance` : id];
  });
}

/** What must be met of a table: each id, and each wording of an instance. */
export function toMeet(table: CauseTable): string[] {
  return Object.entries(table).flatMap(([id, { onInstance }]) =>
    onInstance === undefined ? [id] : [id, `${id} on an instance`],
  );
}

function rowOf(id: string) {
  return CAUSE_TABLES.map((table) => table[id]).find((row) => row !== undefined);
}

function definitionOf({ containers = [{}], volumes, role, cpuArchitecture }: Story, where: Where) {
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  return {
    family: "app",
    ...(where === "fargate" ? size : {}),
    ...(where === "fargate" && cpuArchitecture ? { runtimePlatform: { cpuArchitecture } } : {}),
    ...(role && { executionRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${role}` }),
    ...(volumes && { volumes }),
    containerDefinitions: containers.map((container) => ({
      name: "app",
      image: "nginx",
      ...(where === "instance" ? { memory: 64 } : {}),
      ...container,
    })),
  };
}

function onFargate({ isPrivate, subnet: given }: Story, subnet: keyof typeof DEFAULT_SUBNETS) {
  const assignPublicIp = isPrivate === true || given?.startsWith("private") === true ? "DISABLED" : "ENABLED";
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS[subnet]], assignPublicIp };
  return { launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } };
}
