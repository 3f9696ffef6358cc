/** A load balancer that tests of checks ask about, in a session of its own. */
import { DEFAULT_SUBNETS, DEFAULT_VPC_ID, Session } from "@quayside/simulator";
import { fargateDefinition } from "../authoring/services.ts";
import type { CheckView } from "../condition.ts";
import { History } from "../history.ts";

const SUBNETS = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];

/** `door`, with the groups `web` and `next` for addresses, and what stands behind. */
export class Balanced {
  readonly session = Session.start({ seed: 7, scenario: { id: "balanced", title: "", commands: [] } });
  readonly balancer: string;
  readonly web: string;
  readonly next: string;

  constructor() {
    this.balancer = this.#made("CreateLoadBalancer", { Name: "door", Subnets: SUBNETS }, "LoadBalancer");
    const common = { Protocol: "HTTP", Port: 80, VpcId: DEFAULT_VPC_ID, TargetType: "ip" };
    this.web = this.#made("CreateTargetGroup", { ...common, Name: "web" }, "TargetGroup");
    this.next = this.#made("CreateTargetGroup", { ...common, Name: "next" }, "TargetGroup");
  }

  /** Listens on port 80, with this as the default. */
  listen(action: object = { Type: "forward", TargetGroupArn: this.web }): string {
    const input = { LoadBalancerArn: this.balancer, Protocol: "HTTP", Port: 80, DefaultActions: [action] };
    return this.#made("CreateListener", input, "Listener");
  }

  rule(listener: string, priority: number, path: string, action: object): void {
    const Conditions = [{ Field: "path-pattern", Values: [path] }];
    this.call("elbv2", "CreateRule", {
      ListenerArn: listener,
      Priority: priority,
      Conditions,
      Actions: [action],
    });
  }

  /** Two tasks of `web` on Fargate, registered with the group `web`. */
  serve(): void {
    this.call("ecs", "CreateCluster", { clusterName: "default" });
    const definition = fargateDefinition("web", "nginx:1.29", { portMappings: [{ containerPort: 80 }] });
    this.call("ecs", "RegisterTaskDefinition", definition);
    this.call("ecs", "CreateService", {
      serviceName: "shop",
      taskDefinition: "web",
      desiredCount: 2,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS, assignPublicIp: "ENABLED" } },
      loadBalancers: [{ targetGroupArn: this.web, containerName: "web", containerPort: 80 }],
    });
  }

  call(service: "ecs" | "elbv2", operation: string, input: object): Record<string, unknown> {
    const outcome = this.session.call(service, operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.output;
  }

  /** As checks see it. */
  view(): CheckView {
    const { tables, journal } = this.session;
    return { tables, journal: journal.records, history: History.of(journal.records), files: {} };
  }

  #made(operation: string, input: object, thing: string): string {
    const [made] = this.call("elbv2", operation, input)[`${thing}s`] as Record<string, string>[];
    return made?.[`${thing}Arn`] ?? "";
  }
}
