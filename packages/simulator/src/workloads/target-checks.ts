/**
 * What a health check of a target finds: whether the packet of a node of the load balancer gets there, whether anybody listens, and what
 * is answered. Source: Application Load Balancers guide, "Target health reason codes"; Network Load Balancers guide, "Health checks"
 * (checked 2026-11-29).
 * Simplified: a server answers each path with 200, or with 404 where its image says which paths it has; HTTPS checks find what HTTP
 * checks find.
 */
import type { ContainerRow } from "../model/ecs.ts";
import type { CheckFinding, LoadBalancerRow, TargetGroupRow, TargetReason, TargetRow } from "../model/elb.ts";
import type { Hop } from "../model/hop.ts";
import type { CloudReaders } from "../model/tables.ts";
import { reaches } from "../network/hop.ts";
import { buildOf } from "./container-start.ts";
import { contentsOf } from "./image-contents.ts";
import { answersFromMs } from "./listening-ports.ts";
import { type Behind, behindTarget, listenersAt, NOBODY, nodeOf, tasksOn, wayTo } from "./way-to-target.ts";

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
  const node = balancer?.state === "active" ? nodeOf(tables, balancer, target.availabilityZone) : undefined;
  if (balancer === undefined || node === undefined) return undefined;
  const port = group.healthCheck.port === "traffic-port" ? target.port : Number(group.healthCheck.port);
  const behind = behindTarget(tables, target);
  const way = behind === undefined ? [NOBODY] : wayTo(tables, { balancer, node, behind, port });
  if (behind === undefined || !reaches(way)) return { hops: way, found: timesOut(balancer) };
  const heard = listenersAt(tables, behind, port, atMs);
  const hops = [...way, ...heard];
  return { hops, found: answerOf(tables, { group, balancer }, heard.at(-1)) };
}

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
