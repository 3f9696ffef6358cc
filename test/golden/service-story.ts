/** A small world for stories of services: a definition, a service, and what it says, as text tables. */
import {
  DEFAULT_SUBNETS,
  DEFAULT_VPC_ID,
  type FactsOf,
  isRecord,
  type JournalRecord,
  type ServiceName,
  Session,
} from "@quayside/simulator";
import { table } from "./journal-table.ts";

/** The container of a definition; the rest is nginx on Fargate, 0.25 vCPU and 512 MiB. */
export type Container = Readonly<Record<string, unknown>>;

/** What CreateService and UpdateService take besides their names. */
export type Options = Readonly<Record<string, unknown>>;

const PUBLIC = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];

const NETWORK = {
  awsvpcConfiguration: {
    subnets: PUBLIC,
    assignPublicIp: "ENABLED",
  },
};

/** A target group that differs from the usual one: members of CreateTargetGroup. */
export type BalancedGroup = Options;

/** Crashes as soon as it runs. */
export const CRASHES: Container = { image: "busybox:1.37", command: ["sh", "-c", "exit 1"] };

/** Never passes its health check. */
export const UNHEALTHY: Container = {
  healthCheck: { command: ["CMD-SHELL", "exit 1"], interval: 10, timeout: 5, retries: 2 },
};

/** Passes its health check. */
export const CHECKED: Container = {
  healthCheck: { command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], interval: 10, timeout: 5, retries: 2 },
};

export const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };

/** One service in its world. Every call must be answered. */
export class ServiceStory {
  readonly session: Session;
  readonly #launchType: "FARGATE" | "EC2";
  /** The moment of the last call, and the first record after it. */
  #sinceMs = 0;
  group = "";
  #from = 0;
  readonly #lines: string[] = [];

  /** @param seed for stories whose seconds are to be near recorded ones */
  constructor(launchType: "FARGATE" | "EC2" = "FARGATE", seed = 1) {
    this.session = Session.start({ seed });
    this.#launchType = launchType;
    if (this.session.tables.clusters.size === 0) this.call("CreateCluster", { clusterName: "default" });
  }

  call(operation: string, input: object, service: ServiceName = "ecs"): Readonly<Record<string, never>> {
    const outcome = this.session.call(service, operation, input);
    if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.code}: ${outcome.error.message}`);
    return outcome.output as Readonly<Record<string, never>>;
  }

  /** Registers the next revision of `web`. */
  register(container: Container = {}): this {
    const containerDefinitions = [{ name: "web", image: "nginx:1.29", ...container }];
    if (this.#launchType === "EC2") {
      const onHost = containerDefinitions.map((each) => ({ memory: 256, ...each }));
      this.call("RegisterTaskDefinition", { family: "web", containerDefinitions: onHost });
    } else {
      const fargate = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
      this.call("RegisterTaskDefinition", { family: "web", ...fargate, containerDefinitions });
    }
    return this;
  }

  /** A load balancer with a listener that forwards to the group `web`. */
  balance(group: BalancedGroup = {}, balancer: Options = {}): this {
    const TargetType = this.#launchType === "FARGATE" ? "ip" : "instance";
    const made = { Name: "web", Protocol: "HTTP", Port: 80, VpcId: DEFAULT_VPC_ID, TargetType, ...group };
    const LoadBalancerArn = this.#arn("CreateLoadBalancer", { Name: "shop", Subnets: PUBLIC, ...balancer });
    this.group = this.#arn("CreateTargetGroup", made);
    const DefaultActions = [{ Type: "forward", TargetGroupArn: this.group }];
    this.call("CreateListener", { LoadBalancerArn, Protocol: made.Protocol, Port: 80, DefaultActions }, "elbv2");
    this.session.wait({ until: "settled", atMost: "1 h" });
    this.#sinceMs = this.session.nowMs;
    this.#from = this.session.journal.records.length;
    return this;
  }

  /** The targets of the group drain for so long. */
  draining(seconds: number): this {
    const Attributes = [{ Key: "deregistration_delay.timeout_seconds", Value: String(seconds) }];
    this.call("ModifyTargetGroupAttributes", { TargetGroupArn: this.group, Attributes }, "elbv2");
    return this;
  }

  /** Creates the service with one task that is registered with that group. */
  balancedCreate(options: Options): this {
    return this.create({ desiredCount: 1, loadBalancers: this.loadBalancers, ...options });
  }

  /** What CreateService takes to register the tasks with that group. */
  get loadBalancers() {
    return [{ targetGroupArn: this.group, containerName: "web", containerPort: 80 }];
  }

  #arn(operation: string, input: object): string {
    const answer = Object.values(this.call(operation, input, "elbv2"))[0] as unknown as Record<string, string>[];
    return (
      Object.entries(answer[0] ?? {}).find(([member]) => /^(LoadBalancer|TargetGroup)Arn$/.test(member))?.[1] ?? ""
    );
  }

  create(options: Options): this {
    const network = this.#launchType === "FARGATE" ? { networkConfiguration: NETWORK, launchType: "FARGATE" } : {};
    this.call("CreateService", { serviceName: "web", taskDefinition: "web", ...network, ...options });
    return this;
  }

  update(options: Options): this {
    this.call("UpdateService", { service: "web", ...options });
    return this;
  }

  /** Waits until nothing is in progress, and writes down what the service said since the chapter before. */
  chapter(title: string, atMost: `${number} min` | `${number} h` = "2 h"): this {
    const { ended } = this.session.wait({ until: "settled", atMost });
    return this.#write(title, ended);
  }

  /** Lets time pass, and writes down what the service said. */
  later(title: string, byMs: number): this {
    this.session.advance({ byMs });
    return this.#write(title, "moment");
  }

  /** What was written down. */
  get text(): string {
    return `${this.#lines.join("\n\n")}\n`;
  }

  #write(title: string, ended: string): this {
    const names = new Map<string, string>();
    const records = this.session.journal.records.slice(this.#from);
    const rows = records.flatMap((record) => this.#row(record, names));
    const seconds = ((this.session.nowMs - this.#sinceMs) / 1000).toFixed(1);
    const after = `${seconds} s later: ${ended}; ${this.#standing()}`;
    this.#lines.push(`## ${title}\n\n${table(["SECONDS", "KIND", "WHAT"], rows)}\n${after}`);
    this.#sinceMs = this.session.nowMs;
    this.#from = this.session.journal.records.length;
    return this;
  }

  #row(record: JournalRecord, names: Map<string, string>): string[][] {
    const seconds = ((record.atMs - this.#sinceMs) / 1000).toFixed(1);
    if (record.kind === "SERVICE_EVENT") return [[seconds, "event", shortIds(record.facts.message, names)]];
    if (record.kind === "SERVICE_DECIDED") {
      const { desired, lower, upper, total, healthy, acts, bounds, targets } = record.facts;
      const does = acts.map(({ does: what, count, motive }) => `${what} ${count} (${motive})`).join(", ") || "nothing";
      const also = targets === undefined ? "" : `; targets: ${targetText(targets)}`;
      const seen = `wants ${desired}, bounds ${lower} to ${upper}; ${total} there, ${healthy} healthy: ${does}${also}`;
      return [[seconds, "decision", bounds.length === 0 ? seen : `${seen}; held by ${bounds.join(", ")}`]];
    }
    if (record.kind === "CALL") return [[seconds, "call", record.facts.operation]];
    if (isRecord(record, "LISTENER_RULE_CHANGED")) {
      return [[seconds, "weights", this.#weights(record.facts.priority, record.facts.action)]];
    }
    const stage = stageWords(record);
    if (stage !== undefined) return [[seconds, "stage", stage]];
    return this.session.tables.targetGroups.size === 0 ? [] : balancingRow(record, seconds);
  }

  /** Shares of the groups that a rule forwards to. */
  #weights(priority: number | "default", action: FactsOf<"LISTENER_RULE_CHANGED">["action"]): string {
    if (action.type !== "forward") return action.type;
    const share = ({ targetGroupArn, weight }: (typeof action.groups)[number]) =>
      `${this.session.tables.targetGroups.get(targetGroupArn)?.targetGroupName} ${weight}`;
    return `rule ${priority}: ${action.groups.map(share).join(", ")}`;
  }

  /** How the service stands. */
  #standing(): string {
    const { services = [] } = this.call("DescribeServices", { services: ["web"] }) as unknown as {
      services: {
        status: string;
        desiredCount: number;
        runningCount: number;
        pendingCount: number;
        deployments: { status: string; rolloutState: string; failedTasks: number; taskDefinition: string }[];
      }[];
    };
    const [service] = services;
    if (service === undefined) return "no service";
    const { status, desiredCount, runningCount, pendingCount, deployments } = service;
    const lines = deployments.map(
      (each) => `${each.status} ${each.taskDefinition.split("/")[1]} ${each.rolloutState}, ${each.failedTasks} failed`,
    );
    return `${status}, ${desiredCount} wanted, ${runningCount} running, ${pendingCount} pending; ${lines.join("; ")}`;
  }
}

/** What happened in a shift of traffic. */
function stageWords(record: JournalRecord): string | undefined {
  if (isRecord(record, "STAGE_ENTERED")) {
    const { stage, isRollback, step, steps, testWeight, productionWeight } = record.facts;
    const at = stage === "PRODUCTION_TRAFFIC_SHIFT" && !isRollback ? ` ${step}/${steps}` : "";
    return `${isRollback ? "back: " : ""}${stage}${at}; green gets ${testWeight} % test, ${productionWeight} % production`;
  }
  if (isRecord(record, "STAGE_WAITS")) {
    const { waitsFor, untilMs } = record.facts;
    const forMs = untilMs === undefined ? "for ever" : `${((untilMs - record.atMs) / 1000).toFixed(1)} s at most`;
    return `waits for ${waitsFor}, ${forMs}`;
  }
  if (isRecord(record, "HOOK_CALLED")) return `hook called (${record.facts.invocation})`;
  if (isRecord(record, "HOOK_AWAITING_ACTION")) return `pause, then ${record.facts.timeoutAction}`;
  if (isRecord(record, "HOOK_ANSWERED")) return `hook answers ${record.facts.answer}`;
  if (isRecord(record, "HOOK_TIMED_OUT")) return `hook timed out: ${record.facts.timeoutAction}`;
  return isRecord(record, "HOOK_CONTINUED") ? `pause ended: ${record.facts.action}` : undefined;
}

/** What happens to targets and to the tasks behind them. */
function balancingRow(record: JournalRecord, seconds: string): string[][] {
  if (record.kind === "TARGET_HEALTH_CHANGED") {
    const { port, state, description } = record.facts;
    return [[seconds, "target", `port ${port} is ${state}${description === undefined ? "" : `: ${description}`}`]];
  }
  if (record.kind === "TARGET_DRAINED") return [[seconds, "target", `port ${record.facts.port} has drained`]];
  const text = TASK_TEXTS[record.kind];
  return text === undefined ? [] : [[seconds, "task", text]];
}

const TASK_TEXTS: Readonly<Partial<Record<JournalRecord["kind"], string>>> = {
  TASK_ACTIVATING: "ACTIVATING",
  TASK_RUNNING: "RUNNING",
  CONTAINER_HANGS: "its container hangs",
  SIGTERM_SENT: "its container got SIGTERM",
  TASK_STOPPED: "STOPPED",
};

function targetText(counts: object): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([does, count]) => `${does} ${count}`)
    .join(", ");
}

/** Tasks as `task-1`, deployments as `deployment-1`, in the order in which they are named. */
function shortIds(text: string, names: Map<string, string>): string {
  return text
    .replaceAll(/arn:aws:elasticloadbalancing\S+:targetgroup\/([\w-]+)\/[0-9a-f]+/g, "$1")
    .replaceAll(/ecs-svc\/\d+|\b[0-9a-f]{32}\b/g, (id) => {
      const kind = id.startsWith("ecs-svc") ? "deployment" : "id";
      const name = names.get(id) ?? `${kind}-${[...names.values()].filter((each) => each.startsWith(kind)).length + 1}`;
      names.set(id, name);
      return name;
    });
}
