/**
 * What the home page's cluster lives through, on the real engine: nine tasks on three instances, one of which is ended by the reader
 * or by itself. A script asks for what is missing, by the API alone, as somebody at a terminal would. Left out: a service, which
 * would do that by itself; once there are services, one takes the script's place and the notes stay.
 */
import type { Outcome, Scenario, Session } from "@quayside/simulator";
import { familyAndRevision, lastPart, type Tables, type TaskRow } from "../base/cloud.ts";

/** How many tasks the script wants, and the memory of one in MiB: five fit on an instance. */
export const WANTED = 9;
export const TASK_MEMORY_MIB = 700;
/** The story is told from here on: all nine run. In simulated milliseconds, like every moment here. */
export const FROM_MS = 8_000;
/** Simulated milliseconds in a millisecond of the page. */
export const STORY_SPEED = 8;
/** After so long the second instance ends by itself: 3.6 seconds of the page. */
export const ENDS_ITSELF_MS = FROM_MS + 3_600 * STORY_SPEED;
/** The script looks at the cluster so often, waits so long before it asks, and gives its answers time to be read. */
const LOOK_EVERY_MS = 1_000;
const ASK_AFTER_MS = 26_000;
const WHOLE_AFTER_MS = 14_000;

/** The first instances, and the places that there are for them. */
const FIRST_INSTANCES = 3;
export const PLACES = 4;
const INSTANCE_TYPE = "t3.medium";
const AMI = "ami-0ec5a1b2c3d4e5f60";
const SUBNET_A = "subnet-0ccc1111222233334";
const USER_DATA = "#!/bin/bash\necho ECS_CLUSTER=default >> /etc/ecs/ecs.config\n";

const WEB = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    { name: "web", image: "nginx:1.29", cpu: 256, memory: TASK_MEMORY_MIB, portMappings: [{ containerPort: 80 }] },
  ],
};

const ask = (count: number) => ({
  taskDefinition: WEB.family,
  launchType: "EC2",
  count,
  placementStrategy: [{ type: "spread", field: "instanceId" }],
});

const SCENARIO: Scenario = {
  id: "hero",
  title: "The home page's cluster",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    {
      service: "quayside",
      operation: "ProvideContainerInstances",
      input: { instanceType: INSTANCE_TYPE, subnets: ["private-a", "private-b"], count: FIRST_INSTANCES },
    },
    { service: "ecs", operation: "RegisterTaskDefinition", input: WEB },
    { service: "ecs", operation: "RunTask", input: ask(WANTED) },
  ],
};

/** What happened and is worth a caption; plain data. */
export type StoryNote = { readonly atMs: number } & (
  | { readonly kind: "whole"; readonly first: boolean }
  | { readonly kind: "ending"; readonly instance: string; readonly tasks: number; readonly own: boolean }
  | { readonly kind: "gone"; readonly instance: string; readonly tasks: number; readonly reason: string }
  | { readonly kind: "placed"; readonly count: number }
  | {
      readonly kind: "refused";
      readonly count: number;
      readonly placed: number;
      readonly reason: string;
      readonly freeMiB: number;
    }
  | { readonly kind: "nowhere"; readonly count: number; readonly message: string }
  | { readonly kind: "launched"; readonly instance: string }
  | { readonly kind: "joined"; readonly instance: string }
);

/** A note before anybody has written down when. */
type News = StoryNote extends infer Note ? (Note extends StoryNote ? Omit<Note, "atMs"> : never) : never;

/** How a story begins: `endsItselfMs` is when the second instance is ended if nobody touches anything. */
export interface StoryOptions {
  readonly start: typeof Session.start;
  readonly endsItselfMs: number;
}

/** The run of the home page. The same acts at the same moments give the same run. */
export class Story {
  readonly notes: StoryNote[] = [];
  readonly #session: Session;
  #endsItselfMs: number | undefined;
  /** When the script asks next; undefined while it has no reason to. */
  #askAtMs: number | undefined;
  /** When it may say that all is well again. */
  #wholeAtMs: number | undefined = FROM_MS;
  #gone = new Set<string>();
  #awaited = new Set<string>();

  /** The run at the beginning of what is told: all nine run. */
  constructor({ start, endsItselfMs }: StoryOptions) {
    this.#session = start({ seed: 7, scenario: SCENARIO });
    this.#endsItselfMs = endsItselfMs;
    this.goTo(FROM_MS);
  }

  get atMs(): number {
    return this.#session.nowMs;
  }

  get tables(): Tables {
    return this.#session.tables;
  }

  /** True while the script waits for something and while an instance comes or goes: the clock has a reason to go on. */
  get goesOn(): boolean {
    if (this.#askAtMs !== undefined || this.#wholeAtMs !== undefined || this.#awaited.size > 0) return true;
    if (this.#endsItselfMs !== undefined) return true;
    return [...this.tables.ec2Instances.values()].some(
      ({ instanceId, state }) => state === "shutting-down" || (state === "terminated" && !this.#gone.has(instanceId)),
    );
  }

  /** The session underneath, for what is recorded of it. */
  get session(): Session {
    return this.#session;
  }

  /** Lets time pass up to a moment; the script looks in once a simulated second. */
  goTo(atMs: number): void {
    for (;;) {
      const nextMs = (Math.floor(this.atMs / LOOK_EVERY_MS) + 1) * LOOK_EVERY_MS;
      if (nextMs > atMs) break;
      this.#session.advance({ untilMs: nextMs });
      this.#look();
    }
    this.#session.advance({ untilMs: atMs });
  }

  /** The reader ends an instance; nothing ends by itself any more. */
  end(instanceId: string): void {
    this.#endsItselfMs = undefined;
    this.#end(instanceId, true);
  }

  /** The reader launches another instance; the script asks again as soon as it has joined the cluster. */
  launch(): void {
    this.#endsItselfMs = undefined;
    const outcome = this.#session.call("ec2", "RunInstances", {
      ImageId: AMI,
      InstanceType: INSTANCE_TYPE,
      MinCount: 1,
      MaxCount: 1,
      SubnetId: SUBNET_A,
      UserData: btoa(USER_DATA),
      IamInstanceProfile: { Name: "ecsInstanceRole" },
    });
    if (!outcome.ok) throw new Error(outcome.error.message);
    const [launched] = (outcome.output as { Instances: { InstanceId: string }[] }).Instances;
    if (launched === undefined) return;
    this.#awaited.add(launched.InstanceId);
    this.#note({ kind: "launched", instance: launched.InstanceId });
  }

  #end(instance: string, own: boolean): void {
    if (this.tables.ec2Instances.get(instance)?.state !== "running") return;
    const tasks = aliveOn(this.tables, instance).length;
    this.#session.call("ec2", "TerminateInstances", { InstanceIds: [instance] });
    this.#awaited.delete(instance);
    this.#note({ kind: "ending", instance, tasks, own });
  }

  #look(): void {
    const { atMs } = this;
    if (this.#endsItselfMs !== undefined && atMs >= this.#endsItselfMs) {
      this.#endsItselfMs = undefined;
      const second = [...this.tables.ec2Instances.keys()][1];
      if (second !== undefined) this.#end(second, false);
    }
    this.#seeGone();
    this.#seeJoined();
    if (this.#askAtMs !== undefined && atMs >= this.#askAtMs) this.#ask();
    if (this.#wholeAtMs === undefined || atMs < this.#wholeAtMs) return;
    const running = aliveOf(this.tables).filter(({ lastStatus }) => lastStatus === "RUNNING");
    if (running.length < WANTED) return;
    this.#wholeAtMs = undefined;
    this.#note({ kind: "whole", first: this.notes.length === 0 });
  }

  #seeGone(): void {
    for (const { instanceId, state } of this.tables.ec2Instances.values()) {
      if (state !== "terminated" || this.#gone.has(instanceId)) continue;
      this.#gone.add(instanceId);
      const lost = [...this.tables.tasks.values()].filter(({ stoppedReason }) => stoppedReason?.includes(instanceId));
      const reason = lost[0]?.stoppedReason ?? "";
      this.#note({ kind: "gone", instance: instanceId, tasks: lost.length, reason });
      if (lost.length > 0) this.#askAtMs = this.atMs + ASK_AFTER_MS;
    }
  }

  #seeJoined(): void {
    for (const { spec, status } of this.tables.containerInstances.values()) {
      if (status !== "ACTIVE" || !this.#awaited.delete(spec.ec2InstanceId)) continue;
      this.#note({ kind: "joined", instance: spec.ec2InstanceId });
      this.#askAtMs = this.atMs + ASK_AFTER_MS / 2;
    }
  }

  #ask(): void {
    this.#askAtMs = undefined;
    const count = WANTED - aliveOf(this.tables).length;
    if (count <= 0) return;
    const outcome = this.#session.call("ecs", "RunTask", ask(count));
    const placed = placedBy(outcome);
    if (!outcome.ok) this.#note({ kind: "nowhere", count, message: `${outcome.error.code}: ${outcome.error.message}` });
    else if (placed === count) {
      this.#note({ kind: "placed", count });
      this.#wholeAtMs = this.atMs + WHOLE_AFTER_MS;
    } else {
      const { failures = [] } = outcome.output as { failures?: { reason?: string }[] };
      const reason = failures[0]?.reason ?? "";
      this.#note({ kind: "refused", count: count - placed, placed, reason, freeMiB: mostFreeMiB(this.tables) });
    }
  }

  #note(news: News): void {
    this.notes.push({ atMs: this.atMs, ...news } as StoryNote);
  }
}

/** The note that is told at a moment. */
export function noteAt(notes: readonly StoryNote[], atMs: number): StoryNote | undefined {
  return notes.findLast((note) => note.atMs <= atMs);
}

/** Tasks that ECS wants to run, in the order in which they were asked for. */
export function aliveOf(tables: Tables): TaskRow[] {
  return [...tables.tasks.values()].filter(
    ({ desiredStatus, spec }) =>
      desiredStatus === "RUNNING" && familyAndRevision(spec.taskDefinitionArn).startsWith(WEB.family),
  );
}

/** Those of them on an EC2 instance. */
export function aliveOn(tables: Tables, instanceId: string): TaskRow[] {
  return aliveOf(tables).filter((task) => instanceOf(tables, task) === instanceId);
}

/** Memory that is free on an instance for tasks, and all that it registered with, in MiB; undefined before it has registered. */
export function memoryOf(tables: Tables, instanceId: string): { freeMiB: number; allMiB: number } | undefined {
  const row = [...tables.containerInstances.values()].find(({ spec }) => spec.ec2InstanceId === instanceId);
  if (row === undefined) return undefined;
  const allMiB = row.spec.registered.memory;
  return { allMiB, freeMiB: allMiB - aliveOn(tables, instanceId).length * TASK_MEMORY_MIB };
}

function mostFreeMiB(tables: Tables): number {
  const free = [...tables.containerInstances.values()].flatMap(({ spec, status }) =>
    status === "ACTIVE" ? (memoryOf(tables, spec.ec2InstanceId)?.freeMiB ?? 0) : [],
  );
  return Math.max(0, ...free);
}

/** EC2's id of the instance that a task was placed on; undefined once ECS has forgotten the instance. */
function instanceOf(tables: Tables, { spec }: TaskRow): string | undefined {
  const { containerInstanceArn } = spec.placed ?? {};
  if (containerInstanceArn === undefined) return undefined;
  return tables.containerInstances.get(containerInstanceArn)?.spec.ec2InstanceId;
}

function placedBy(outcome: Outcome): number {
  return outcome.ok ? (outcome.output as { tasks: unknown[] }).tasks.length : 0;
}

/** Short name of an instance: `i-0b78ec`. */
export function shortInstance(instanceId: string): string {
  return lastPart(instanceId).slice(0, 8);
}
