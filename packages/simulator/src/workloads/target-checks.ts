/**
 * What a health check of a target finds: whether the packet of a node of the load balancer gets there, whether anybody listens, and what
 * is answered. Source: Application Load Balancers guide, "Target health reason codes"; Network Load Balancers guide, "Health checks"
 * (checked 2026-11-29).
 * Simplified: a server answers each path with 200, or with 404 where its image says which paths it has; HTTPS checks find what HTTP
 * checks find.
 */
import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { CheckFinding, LoadBalancerRow, TargetGroupRow, TargetReason, TargetRow } from "../model/elb.ts";
import type { Hop } from "../model/hop.ts";
import type { CloudReaders } from "../model/tables.ts";
import { reaches, refuses } from "../network/hop.ts";
import { heardBy, heardOnMachine } from "../network/listening.ts";
import { type Standing, standingOfContainers, standingOfInstance } from "../network/standing.ts";
import { acrossVpc } from "../network/way-in.ts";
import { letIn, peerOf } from "../network/way-out.ts";
import { buildOf } from "./container-start.ts";
import { contentsOf } from "./image-contents.ts";
import { answersFromMs, listeningPorts } from "./listening-ports.ts";

/** Who answers at a target: a task, or whatever is on an instance. */
type Behind = { readonly task: TaskRow } | { readonly instance: Ec2InstanceRow };

/** One check: what happens to its packet on the way, and what comes of it. */
export interface CheckTrace {
  readonly hops: readonly Hop[];
  readonly found: Found;
}

/**
 * What checks find from now on, in their order; undefined: none are made yet.
 * What changes by itself is when a server says that it is ready; everything else is a change of a row.
 */
export function findingsOf(
  tables: CloudReaders,
  group: TargetGroupRow,
  target: TargetRow,
  nowMs: number,
): readonly [CheckFinding, ...CheckFinding[]] | undefined {
  const now = traceCheck(tables, group, target, nowMs);
  if (now === undefined) return undefined;
  const laterMs = readyAfter(tables, behindTarget(tables, target), nowMs);
  const later = laterMs === undefined ? undefined : traceCheck(tables, group, target, laterMs);
  if (laterMs === undefined || later === undefined) return [{ fromMs: nowMs, ...now.found }];
  return [
    { fromMs: nowMs, ...now.found },
    { fromMs: laterMs, ...later.found },
  ];
}

/** Follows one check at a moment; undefined: no load balancer makes any. */
export function traceCheck(
  tables: CloudReaders,
  group: TargetGroupRow,
  target: TargetRow,
  atMs: number,
): CheckTrace | undefined {
  const balancer = tables.loadBalancers.get(group.loadBalancerArn ?? "");
  const node = balancer?.state === "active" ? nodeOf(tables, balancer, target) : undefined;
  if (balancer === undefined || node === undefined) return undefined;
  const port = group.healthCheck.port === "traffic-port" ? target.port : Number(group.healthCheck.port);
  const behind = behindTarget(tables, target);
  const way = behind === undefined ? [NOBODY] : wayTo(tables, { balancer, node, behind, port });
  if (behind === undefined || !reaches(way)) return { hops: way, found: timesOut(balancer) };
  const heard = listenersAt(tables, behind, port, atMs);
  const hops = [...way, ...heard];
  return { hops, found: answerOf(tables, { group, balancer }, heard.at(-1)) };
}

const NOBODY = refuses("route", "no-address", "Nobody has the address of the target.");

/** What a check finds. */
export type Found = Omit<CheckFinding, "fromMs">;

const WELL: Found = Object.freeze({ passes: true });

/**
 * A Network Load Balancer has one reason for all that fails.
 * @source Network Load Balancers guide, "Target health reason codes" (checked 2026-11-29)
 */
function ill({ type }: LoadBalancerRow, reason: TargetReason, description: string): Found {
  if (type === "application") return { passes: false, reason, description };
  return { passes: false, reason: "Target.FailedHealthChecks", description: "Health checks failed" };
}

/** The node of the target's zone, or another one. Undefined while none has an address. */
function nodeOf(tables: CloudReaders, balancer: LoadBalancerRow, target: TargetRow): Standing | undefined {
  const { loadBalancerArn, loadBalancerName, vpcId, securityGroups: groups } = balancer;
  const nodes = [...tables.networkInterfaces.values()].filter((row) => row.loadBalancerArn === loadBalancerArn);
  const here = nodes.find((row) => tables.subnets.get(row.subnetId)?.availabilityZone === target.availabilityZone);
  const node = here ?? nodes[0];
  if (node === undefined) return undefined;
  return {
    id: loadBalancerArn,
    label: `load balancer ${loadBalancerName}`,
    vpcId,
    subnetId: node.subnetId,
    address: node.privateIpv4Address,
    publicAddress: node.publicIpv4Address,
    isPublic: node.publicIpv4Address !== undefined,
    isEc2Task: false,
    groups,
  };
}

/** Whose address it is, or the instance. */
function behindTarget(tables: CloudReaders, { id, taskArn }: TargetRow): Behind | undefined {
  const instance = tables.ec2Instances.get(id);
  if (instance !== undefined) return { instance };
  for (const row of tables.networkInterfaces.values()) {
    if (row.privateIpv4Address !== id || (taskArn !== undefined && row.taskArn !== taskArn)) continue;
    const task = row.taskArn === undefined ? undefined : tables.tasks.get(row.taskArn);
    if (task !== undefined) return { task };
    const machine = row.instanceId === undefined ? undefined : tables.ec2Instances.get(row.instanceId);
    if (machine !== undefined) return { instance: machine };
  }
  return undefined;
}

interface Way {
  readonly balancer: LoadBalancerRow;
  readonly node: Standing;
  readonly behind: Behind;
  readonly port: number;
}

/** A Network Load Balancer without security groups lets everything out. */
function wayTo(tables: CloudReaders, { balancer, node, behind, port }: Way): readonly Hop[] {
  if ("instance" in behind && behind.instance.state !== "running") return [NOBODY];
  const to = "task" in behind ? standingOfContainers(tables, behind.task) : standingOfInstance(behind.instance);
  const packet = { protocol: "tcp", port } as const;
  if (balancer.securityGroups.length > 0) return acrossVpc(tables, node, to, packet);
  return [letIn(tables, to, { ...packet, peer: peerOf(node) })];
}

/** Who takes the packet. */
function listenersAt(tables: CloudReaders, behind: Behind, port: number, atMs: number): readonly Hop[] {
  const called = { protocol: "tcp", port } as const;
  const listeners = (task: TaskRow, container: ContainerRow) => listeningPorts(tables, task, container, atMs);
  return "task" in behind
    ? heardBy(tables, { kind: "task", task: behind.task }, called, listeners, "outside")
    : heardOnMachine(tables, behind.instance, called, listeners);
}

interface Asked {
  readonly group: TargetGroupRow;
  readonly balancer: LoadBalancerRow;
}

function timesOut(balancer: LoadBalancerRow): Found {
  return { ...ill(balancer, "Target.Timeout", "Request timed out"), timesOut: true };
}

/** What whoever listens answers. */
function answerOf(tables: CloudReaders, { group, balancer }: Asked, heard: Hop | undefined): Found {
  const { protocol, path = "/", matcher = "200" } = group.healthCheck;
  if (heard?.passes === true && protocol === "TCP") return WELL;
  const container = heard?.passes === true ? tables.containers.get(heard.id ?? "") : undefined;
  if (container?.hangs === true) return timesOut(balancer);
  const code = container && codeOf(tables, container, path);
  if (code === undefined) return ill(balancer, "Target.FailedHealthChecks", "Health checks failed");
  if (matches(matcher, code)) return WELL;
  return ill(balancer, "Target.ResponseCodeMismatch", `Health checks failed with these codes: [${code}]`);
}

/** The status code for a path; undefined: it does not speak HTTP. */
function codeOf(tables: CloudReaders, container: ContainerRow, path: string): number | undefined {
  const task = tables.tasks.get(container.taskArn);
  if (task === undefined) return undefined;
  const { pages } = contentsOf(buildOf(tables, task, container)).server ?? {};
  if (pages === undefined) return 200;
  if (pages.length === 0) return undefined;
  return pages.includes(path.replace(/\?.*$/, "")) ? 200 : 404;
}

/** `200`, `200,202` or `200-399`. */
function matches(matcher: string, code: number): boolean {
  return matcher.split(",").some((part) => {
    const [first = "", last = first] = part.split("-");
    return code >= Number(first) && code <= Number(last);
  });
}

/** When the next server behind a target that runs says that it is ready. */
function readyAfter(tables: CloudReaders, behind: Behind | undefined, nowMs: number): number | undefined {
  if (behind === undefined) return undefined;
  const tasks = "task" in behind ? [behind.task] : tasksOn(tables, behind.instance);
  const moments = tasks.flatMap((task) =>
    task.spec.containerArns.flatMap((arn) => {
      const container = tables.containers.get(arn);
      const fromMs = container && answersFromMs(tables, task, container);
      return fromMs === undefined || fromMs <= nowMs ? [] : [fromMs];
    }),
  );
  return moments.length === 0 ? undefined : Math.min(...moments);
}

function tasksOn(tables: CloudReaders, { instanceId }: Ec2InstanceRow): readonly TaskRow[] {
  return [...tables.containerInstances.bucket("ec2Instance", instanceId)].flatMap((arn) =>
    [...tables.tasks.bucket("containerInstance", arn)].flatMap((key) => tables.tasks.get(key) ?? []),
  );
}
