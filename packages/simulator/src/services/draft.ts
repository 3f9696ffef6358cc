/** A decision while it is made: what the passes see of the service, and what they have decided so far. */
import { assert } from "../kernel/assert.ts";
import type { DeploymentCount, ServiceBound, ServiceMotive } from "../model/service-decision.ts";
import type { DeploymentRow } from "../model/services.ts";
import { scaleIn } from "../placement/scale-in.ts";
import { type Bounds, boundsOf, breakerThreshold, enoughHealthy } from "./bounds.ts";
import { countTargetActs, decideTargets } from "./targets.ts";
import type { ServiceTask, ServiceView, Start, Stop, TargetActs, Verdict } from "./view.ts";

/** What a pass says when it stops tasks. */
type Reason = Pick<Stop, "motive" | "why" | "zone">;

/** Checks for which a task is replaced. */
export const CHECKS = ["container-checks", "target-checks"] as const;

export class Draft {
  readonly view: ServiceView;
  readonly bounds: Bounds;
  readonly desired: number;
  readonly targetActs: TargetActs;
  readonly starts: Start[] = [];
  readonly stops: Stop[] = [];
  readonly targets = new Map<string, number>();
  readonly #bound = new Set<ServiceBound>();
  readonly #stopped = new Set<string>();
  #started = 0;
  keptByProtection = 0;
  balance: Verdict["balance"];
  fails: Verdict["fails"];

  constructor(view: ServiceView) {
    this.view = view;
    this.desired = view.service.desiredCount;
    this.targetActs = decideTargets(view.tasks, view.targets);
    this.bounds = boundsOf(this.desired, view.service.deploymentConfiguration);
  }

  get primary(): DeploymentRow {
    return this.view.deployments[0];
  }

  /** Older deployments, the newest first. */
  get older(): readonly DeploymentRow[] {
    return this.view.deployments.slice(1);
  }

  /** Tasks of a deployment that are meant to run and are not among those that are being stopped. */
  wanted({ deploymentId }: DeploymentRow): readonly ServiceTask[] {
    return this.view.tasks.filter(
      (task) => task.deploymentId === deploymentId && task.isWanted && !this.#stopped.has(task.taskArn),
    );
  }

  /**
   * Places of a deployment that are taken: a task that ends by itself keeps its own until it has STOPPED, unless it has served: its
   * replacement comes while it drains.
   * @source Published event lists: "deregistered", "begun draining" and "has started" within a second (checked 2026-11-29)
   */
  occupied(deployment: DeploymentRow): number {
    const { deploymentId } = deployment;
    const leaving = this.view.tasks.filter(
      (task) =>
        task.deploymentId === deploymentId && !task.isWanted && !task.isDismissed && !(task.isBalanced && task.hasRun),
    );
    return this.wanted(deployment).filter(({ mustMove }) => !mustMove).length + leaving.length;
  }

  /** Tasks that count against the maximum: those that have not STOPPED, and those that are being started. */
  get total(): number {
    return this.view.tasks.length + this.#started;
  }

  /** Healthy tasks of all deployments that nothing has been decided against. */
  get healthy(): number {
    return this.view.tasks.filter(
      ({ taskArn, isWanted, health }) => isWanted && health === "healthy" && !this.#stopped.has(taskArn),
    ).length;
  }

  /** Healthy tasks that may go. */
  get spare(): number {
    return Math.max(0, this.healthy - this.bounds.lower);
  }

  /** Tasks that may be added. */
  get room(): number {
    return Math.max(0, this.bounds.upper - this.total);
  }

  /** Whether tasks that have served are on their way out: there will be room when they have STOPPED. */
  get isMakingRoom(): boolean {
    return this.view.tasks.some(({ isBalanced, isWanted }) => isBalanced && !isWanted);
  }

  /** Whether the last try of a deployment found no place. It tries again, and keeps nothing else from being done. */
  hasNoPlace({ deploymentId }: Pick<DeploymentRow, "deploymentId">): boolean {
    return (this.view.missed[deploymentId] ?? 0) > 0;
  }

  /** Whether tasks are being started that are likely to find a place. */
  get isStarting(): boolean {
    return this.starts.some((start) => !this.hasNoPlace(start));
  }

  get threshold(): number {
    return breakerThreshold(this.desired, this.view.service.deploymentConfiguration.deploymentCircuitBreaker);
  }

  /**
   * Whether no target is left to register or to deregister; and of a deployment that goes on, whether no older task that has served
   * runs still.
   * @source Published event lists: steady 10 s after "deregistered" of a replaced task, "deployment completed" 12 s after SIGTERM of the
   * old ones (checked 2026-11-29)
   */
  get isQuiet(): boolean {
    const { deregisters, drained, registers } = this.targetActs;
    if (deregisters.length + drained.length + registers.length > 0) return false;
    if (this.primary.rolloutState !== "IN_PROGRESS") return true;
    const { deploymentId } = this.primary;
    return this.view.tasks.every((task) => !task.isBalanced || !task.isEnding || task.deploymentId === deploymentId);
  }

  bind(bound: ServiceBound): void {
    this.#bound.add(bound);
  }

  target(deployment: DeploymentRow): number {
    return this.targets.get(deployment.deploymentId) ?? deployment.desiredCount ?? 0;
  }

  setTarget({ deploymentId, desiredCount }: DeploymentRow, count: number): void {
    if (desiredCount === count) this.targets.delete(deploymentId);
    else this.targets.set(deploymentId, count);
  }

  start(
    { deploymentId }: DeploymentRow,
    count: number,
    motive: ServiceMotive,
    where: Pick<Start, "on" | "zone"> = {},
  ): void {
    assert(count > 0, () => `${deploymentId} was to start ${count} tasks`);
    this.#started += count;
    this.starts.push({ does: "start", deploymentId, count, motive, ...where });
  }

  stop(deployment: DeploymentRow, tasks: readonly ServiceTask[], reason: Reason): void {
    if (tasks.length === 0) return;
    for (const { taskArn } of tasks) this.#stopped.add(taskArn);
    this.stops.push(stopOf(deployment.deploymentId, tasks, reason));
  }

  /** The same of tasks that are replaced because a check failed. */
  stopUnhealthy(deployment: DeploymentRow, tasks: readonly ServiceTask[]): void {
    for (const why of CHECKS) {
      const ill = tasks.filter(({ illness }) => illness === why);
      this.stop(deployment, ill, { motive: "replace", why });
    }
  }

  /**
   * Chooses which of the tasks go: those that never ran, those that are not healthy, then healthy ones that can be spared, as the
   * strategies say. Protected ones stay.
   */
  choose(tasks: readonly ServiceTask[], count: number): readonly ServiceTask[] {
    const { service, draw } = this.view;
    const willing = tasks.filter(({ isProtected }) => !isProtected);
    const weak = [
      ...willing.filter(({ isRunning }) => !isRunning),
      ...willing.filter(({ isRunning, health }) => isRunning && health === "unhealthy"),
      ...willing.filter(({ isRunning, health }) => isRunning && health === "starting"),
    ];
    const chosen = weak.slice(0, count);
    if (chosen.length === count) return chosen;
    const rest = tasks.filter((task) => !weak.includes(task)).sort(newestFirst);
    const { taskArns } = scaleIn(rest, Math.min(count - chosen.length, this.spare), service.placementStrategy, draw);
    return [...chosen, ...taskArns.map((arn) => rest.find(({ taskArn }) => taskArn === arn) as ServiceTask)];
  }

  verdict(rest: Pick<Verdict, "isSettled" | "isStuck">): Verdict {
    const { view, targetActs, starts, stops, targets, fails, keptByProtection, balance } = this;
    const targetCounts = countTargetActs(targetActs);
    const bounds = [...this.#bound];
    const healthy = view.deployments
      .filter((deployment) => !deployment.hasBeenHealthy && this.counts(deployment).healthy > 0)
      .map(({ deploymentId }) => deploymentId);
    return {
      targetActs,
      starts,
      stops,
      targets,
      healthy,
      fails,
      keptByProtection,
      balance,
      bounds,
      isEnough: this.#isEnough(),
      ...rest,
      facts: {
        desired: this.desired,
        ...this.bounds,
        total: view.tasks.length,
        healthy: view.tasks.filter(({ isWanted, health }) => isWanted && health === "healthy").length,
        deployments: view.deployments.map((deployment) => this.counts(deployment)),
        acts: [...starts, ...stops].map(({ does, deploymentId, count, motive }) => ({
          does,
          deploymentId,
          count,
          motive,
        })),
        ...(targetCounts === undefined ? {} : { targets: targetCounts }),
        bounds,
      },
    };
  }

  #isEnough(): boolean {
    const enough = enoughHealthy(this.desired, this.view.service.deploymentConfiguration);
    const isOpen = this.primary.rolloutState === "IN_PROGRESS" && this.fails === undefined;
    return isOpen && enough !== undefined && this.counts(this.primary).healthy >= enough;
  }

  /** What there is of a deployment before anything is done. */
  counts(deployment: DeploymentRow): DeploymentCount {
    const { deploymentId } = deployment;
    const tasks = this.view.tasks.filter((task) => task.deploymentId === deploymentId && task.isWanted);
    const running = tasks.filter(({ isRunning }) => isRunning).length;
    return {
      deploymentId,
      isPrimary: deployment === this.primary,
      desired: this.target(deployment),
      running,
      pending: tasks.length - running,
      healthy: tasks.filter(({ health }) => health === "healthy").length,
      unhealthy: tasks.filter(({ health }) => health === "unhealthy").length,
    };
  }
}

/** On Fargate, where one task of a zone is as good as the other, the newest goes. @source Recorded answers, twice (checked 2026-11-29) */
function newestFirst(one: ServiceTask, other: ServiceTask): number {
  return one.instance === undefined && other.instance === undefined ? other.createdAtMs - one.createdAtMs : 0;
}

/** Tasks to stop, of one deployment or task set. */
export function stopOf(deploymentId: string, tasks: readonly ServiceTask[], reason: Reason): Stop {
  return { does: "stop", deploymentId, count: tasks.length, taskArns: tasks.map(({ taskArn }) => taskArn), ...reason };
}
