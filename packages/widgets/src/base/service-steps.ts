/**
 * How many tasks a service had, wanted and might have, from its first moment to the last: folded from the journal, a step each
 * time that one of the numbers changes. Holds the same numbers as `serviceFacts` says of each moment.
 */
import { boundsOf, type DeploymentRow, type JournalRecord, type ServiceRow } from "@quayside/simulator";
import { familyAndRevision, type TaskRow } from "./cloud.ts";
import { standing, type TaskCounts } from "./service-facts.ts";

/** From one moment to the next the numbers are the same. */
export interface ServiceStep extends TaskCounts {
  readonly fromMs: number;
  /** Of those that run, how many an older deployment has started. */
  readonly older: number;
  readonly desired: number;
  /** Least healthy tasks, and most tasks. */
  readonly lower: number;
  readonly upper: number;
}

/** A deployment became the one that the service wants. */
export interface Rollout {
  readonly fromMs: number;
  readonly deploymentId: string;
  /** Such as `web:7`. */
  readonly definition: string;
}

/** Of one service. Grows with its journal, and starts again when the journal went back. */
export class ServiceSteps {
  readonly serviceArn: string;
  readonly steps: ServiceStep[] = [];
  readonly rollouts: Rollout[] = [];
  #counts = new Map<string, Record<keyof TaskCounts, number>>();
  #definitions = new Map<string, string>();
  #service: ServiceRow | undefined;
  #primary: DeploymentRow | undefined;
  #read = 0;
  #last: JournalRecord | undefined;

  constructor(serviceArn: string) {
    this.serviceArn = serviceArn;
  }

  /** Takes in what is new. */
  follow(records: readonly JournalRecord[]): void {
    const rewound = this.#read > records.length || (this.#read > 0 && records[this.#read - 1] !== this.#last);
    if (rewound) this.#forget();
    for (; this.#read < records.length; this.#read += 1) this.#take(records[this.#read] as JournalRecord);
    this.#last = records[this.#read - 1];
  }

  /** The service as it was last; undefined before there was one. */
  get service(): ServiceRow | undefined {
    return this.#service;
  }

  /** The deployment that the service wanted at a moment. */
  wantedAt(atMs: number): Rollout | undefined {
    return this.rollouts.findLast(({ fromMs }) => fromMs <= atMs);
  }

  /** The numbers of a moment; undefined before there was a service. */
  at(atMs: number): ServiceStep | undefined {
    return this.steps.findLast(({ fromMs }) => fromMs <= atMs);
  }

  #forget(): void {
    this.steps.length = 0;
    this.rollouts.length = 0;
    this.#counts.clear();
    this.#definitions.clear();
    this.#service = undefined;
    this.#primary = undefined;
    this.#read = 0;
  }

  #take({ changes, atMs }: JournalRecord): void {
    const { serviceArn } = this;
    let isOurs = false;
    for (const { table, key, before, after } of changes) {
      if (table === "tasks") {
        if (((after ?? before) as TaskRow).spec.serviceArn !== serviceArn) continue;
        this.#count(before as TaskRow | undefined, -1);
        this.#count(after as TaskRow | undefined, 1);
      } else if (table === "services") {
        if (key !== serviceArn) continue;
        this.#service = after as ServiceRow | undefined;
      } else if (table === "deployments") {
        if (((after ?? before) as DeploymentRow).serviceArn !== serviceArn) continue;
        this.#roll(after as DeploymentRow | undefined, atMs);
      } else if (table === "serviceRevisions" && after !== undefined) {
        const { taskDefinitionArn } = after as { readonly taskDefinitionArn: string };
        this.#definitions.set(key, familyAndRevision(taskDefinitionArn));
        continue;
      } else continue;
      isOurs = true;
    }
    if (isOurs) this.#step(atMs);
  }

  #count(task: TaskRow | undefined, by: 1 | -1): void {
    const stands = task && standing(task);
    if (task === undefined || stands === undefined) return;
    const deployment = task.spec.startedBy ?? "";
    const counts = this.#counts.get(deployment) ?? { running: 0, pending: 0, stopping: 0 };
    counts[stands] += by;
    this.#counts.set(deployment, counts);
  }

  #roll(deployment: DeploymentRow | undefined, atMs: number): void {
    if (deployment?.status !== "PRIMARY") return;
    const isOther = this.#primary?.deploymentId !== deployment.deploymentId;
    this.#primary = deployment;
    if (!isOther) return;
    const definition = this.#definitions.get(deployment.serviceRevisionArn) ?? "";
    this.rollouts.push({ fromMs: atMs, deploymentId: deployment.deploymentId, definition });
  }

  #step(fromMs: number): void {
    const service = this.#service;
    if (service === undefined) return;
    const all = [...this.#counts.values()];
    const sum = (name: keyof TaskCounts) => all.reduce((total, counts) => total + counts[name], 0);
    const running = sum("running");
    // A service whose task sets somebody else makes has no PRIMARY deployment: none of its tasks is older than another.
    const own = this.#primary === undefined ? running : (this.#counts.get(this.#primary.deploymentId)?.running ?? 0);
    const desired = service.status === "ACTIVE" ? service.desiredCount : 0;
    const step: ServiceStep = {
      ...{ fromMs, running, older: running - own, pending: sum("pending"), stopping: sum("stopping"), desired },
      ...boundsOf(desired, service.deploymentConfiguration),
    };
    const last = this.steps.at(-1);
    if (last !== undefined && isSame(last, step)) return;
    if (last?.fromMs === fromMs) this.steps.pop();
    this.steps.push(step);
  }
}

/** Whether two steps say the same of different moments. */
function isSame({ fromMs: _at, ...left }: ServiceStep, { fromMs: _other, ...right }: ServiceStep): boolean {
  return (Object.keys(left) as (keyof typeof left)[]).every((name) => left[name] === right[name]);
}
