/** What stands in front of the services of a lab when it begins: a load balancer, target groups with a listener each, and the services behind them. */
import { DEFAULT_VPC_ID, type Scenario } from "@quayside/simulator";
import { PUBLIC_SUBNET, SECOND_ZONE } from "./commands.ts";

const SUBNETS = [PUBLIC_SUBNET, SECOND_ZONE.public];

type Commands = Scenario["commands"];

/** An Application Load Balancer in both public subnets, and a group for addresses behind a listener for each name. */
export function balancer(name: string, groups: readonly TargetGroupOptions[]): Commands {
  return [
    { service: "elbv2", operation: "CreateLoadBalancer", input: { Name: name, Subnets: SUBNETS } },
    ...groups.flatMap((group) => groupBehind(name, group)),
  ];
}

/** A target group, and the listener that forwards to it. */
export interface TargetGroupOptions {
  readonly group: string;
  /** Of the listener and of the targets. Default 80. */
  readonly port?: number;
  /** Members of CreateTargetGroup that are not the usual ones. */
  readonly more?: object;
}

function groupBehind(balancerName: string, { group, port = 80, more }: TargetGroupOptions): Commands {
  const common = { Protocol: "HTTP", Port: port };
  const made = { Name: group, ...common, VpcId: DEFAULT_VPC_ID, TargetType: "ip", ...more };
  const DefaultActions = [{ Type: "forward", TargetGroupArn: `arn-of:targetGroup/${group}` }];
  const listener = { LoadBalancerArn: `arn-of:loadBalancer/${balancerName}`, ...common, DefaultActions };
  return [
    { service: "elbv2", operation: "CreateTargetGroup", input: made },
    { service: "elbv2", operation: "CreateListener", input: listener },
  ];
}

export interface BalancedServiceOptions {
  /** Also the family, its container and the target group. */
  readonly name: string;
  readonly count: number;
  /** Of the container. Default 80. */
  readonly port?: number;
  /** Members of CreateService that are not the usual ones. */
  readonly more?: object;
}

/** A service on Fargate that registers its tasks with the group of its name. */
export function balancedService({ name, count, port = 80, more }: BalancedServiceOptions): Commands[number] {
  const input = {
    serviceName: name,
    taskDefinition: name,
    desiredCount: count,
    launchType: "FARGATE",
    loadBalancers: [{ targetGroupArn: `arn-of:targetGroup/${name}`, containerName: name, containerPort: port }],
    networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS, assignPublicIp: "ENABLED" } },
    ...more,
  };
  return { service: "ecs", operation: "CreateService", input };
}
