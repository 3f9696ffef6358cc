/** A service of one task on Fargate behind an Application Load Balancer, steady. */
import { DEFAULT_SUBNETS } from "../default-network.ts";
import { Session } from "../session.ts";
import { balance } from "./balancing-scenery.ts";
import { must } from "./refusal-scenery.ts";

interface Wanted {
  /** Members of its container that are not nginx's. */
  readonly container?: object;
  /** On which it listens. Default 80. */
  readonly port?: number;
  readonly service?: object;
}

/** Builds it: `web`, registered with the group `web`. */
export function serveBalanced({ container = {}, port = 80, service = {} }: Wanted = {}) {
  const session = Session.start();
  const { arns } = balance(session);
  const app = { name: "app", image: "nginx", portMappings: [{ containerPort: port }], ...container };
  const fargate = { networkMode: "awsvpc", cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] };
  must(session, "ecs", "RegisterTaskDefinition", { family: "web", ...fargate, containerDefinitions: [app] });
  const subnets = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];
  must(session, "ecs", "CreateService", {
    serviceName: "web",
    taskDefinition: "web",
    launchType: "FARGATE",
    desiredCount: 1,
    networkConfiguration: { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } },
    loadBalancers: [{ targetGroupArn: arns.group, containerName: "app", containerPort: port }],
    ...service,
  });
  session.advance({ byMs: 120_000 });
  const target = () => [...session.tables.targets.keys()].at(-1);
  const task = () =>
    [...session.tables.tasks.values()].find(({ desiredStatus }) => desiredStatus === "RUNNING")?.taskArn;
  return { session, arns, target, task };
}
