/** Definitions and command lines about services that labs need again and again. */
import type { LabCommand } from "../lab.ts";
import { PRIVATE_SUBNET, PUBLIC_SUBNET, SECOND_ZONE } from "./commands.ts";

/** The smallest task on Fargate: one essential container of the family's name, with what `more` adds to it. */
export function fargateDefinition(family: string, image: string, more: object = {}) {
  return {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: family, image, essential: true, ...more }],
  };
}

export interface CreateServiceOptions {
  readonly service: string;
  /** Family, or `family:revision`. */
  readonly family: string;
  readonly count: number;
  /** `public`, the default, has a public address, `private` goes through NAT. */
  readonly network?: "public" | "private";
  /** In how many Availability Zones it gets a subnet. Default 2. */
  readonly zones?: 1 | 2;
  /** Further options, as the AWS CLI takes them. */
  readonly more?: string;
}

/** Creates a service on Fargate. */
export function createService(options: CreateServiceOptions): LabCommand {
  const { service, family, count, network = "public", zones = 2, more } = options;
  const both = network === "public" ? [PUBLIC_SUBNET, SECOND_ZONE.public] : [PRIVATE_SUBNET, SECOND_ZONE.private];
  const subnets = `subnets=[${both.slice(0, zones).join(",")}]`;
  const where = network === "public" ? `{${subnets},assignPublicIp=ENABLED}` : `{${subnets}}`;
  const words = [
    `aws ecs create-service --service-name ${service} --task-definition ${family} --desired-count ${count}`,
    `--launch-type FARGATE --network-configuration "awsvpcConfiguration=${where}"`,
  ];
  return { aws: more === undefined ? words.join(" ") : `${words.join(" ")} ${more}` };
}

/** Changes a service; `options` as the AWS CLI takes them: `--desired-count 3`. */
export function updateService(service: string, options: string): LabCommand {
  return { aws: `aws ecs update-service --service ${service} ${options}` };
}
