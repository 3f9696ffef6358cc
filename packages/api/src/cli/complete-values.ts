/** Values that an option can take because they exist: enum values of the API, and what lives in the session. */
import type { Session } from "@quayside/simulator";
import { BALANCING_SOURCES, TARGETS } from "./complete-balancing.ts";
import type { Completion } from "./completion.ts";
import type { Option } from "./options.ts";

/** Values offered at once; a cluster may hold a hundred thousand tasks. */
const MAX_VALUES = 50;

type Tables = Session["tables"];

function* clusters(tables: Tables): Iterable<Completion> {
  for (const row of tables.clusters.values()) yield { text: row.clusterName, detail: `cluster, ${row.status}` };
}

/** Task ids, the newest first: those are the ones that a learner has just started. */
function* tasks(tables: Tables): Iterable<Completion> {
  for (const row of [...tables.tasks.values()].reverse()) {
    const definition = row.spec.taskDefinitionArn.split("/").at(-1);
    yield { text: row.spec.taskId, detail: `${row.lastStatus}, ${definition}` };
  }
}

function* taskDefinitions(tables: Tables): Iterable<Completion> {
  for (const row of tables.taskDefinitions.values()) {
    yield { text: `${row.family}:${row.revision}`, detail: `task definition, ${row.status}` };
  }
}

function* families(tables: Tables): Iterable<Completion> {
  const seen = new Set<string>();
  for (const { family } of tables.taskDefinitions.values()) {
    if (seen.has(family)) continue;
    seen.add(family);
    yield { text: family, detail: "family" };
  }
}

/** The newest first. What is INACTIVE can be described only. */
function* services(tables: Tables): Iterable<Completion> {
  for (const { serviceName, status } of [...tables.services.values()].reverse()) {
    yield { text: serviceName, detail: `service, ${status}` };
  }
}

function* serviceDeployments(tables: Tables): Iterable<Completion> {
  for (const row of [...tables.serviceDeployments.values()].reverse()) {
    yield { text: row.serviceDeploymentArn, detail: `service deployment, ${row.status}` };
  }
}

/** Pauses that wait for somebody, the newest first. */
function* pauseHooks(tables: Tables): Iterable<Completion> {
  for (const { shift } of [...tables.serviceDeployments.values()].reverse()) {
    for (const { hookId, status } of shift?.hooks ?? []) {
      if (status === "AWAITING_ACTION") yield { text: hookId, detail: `pause of ${shift?.stage}` };
    }
  }
}

function* serviceRevisions(tables: Tables): Iterable<Completion> {
  for (const row of [...tables.serviceRevisions.values()].reverse()) {
    yield { text: row.serviceRevisionArn, detail: `service revision of ${row.taskDefinitionArn.split("/").at(-1)}` };
  }
}

function* resources(tables: Tables): Iterable<Completion> {
  for (const text of tables.clusters.keys()) yield { text, detail: "cluster" };
  for (const text of tables.taskDefinitions.keys()) yield { text, detail: "task definition" };
  for (const text of tables.services.keys()) yield { text, detail: "service" };
  for (const text of tables.tasks.keys()) yield { text, detail: "task" };
}

/** A whole configuration for each subnet; a task needs a public address where the route leads to an internet gateway. */
function* networkConfigurations(tables: Tables): Iterable<Completion> {
  for (const row of tables.subnets.values()) {
    const assignPublicIp = row.internetRoute === "internet-gateway" ? "ENABLED" : "DISABLED";
    yield {
      text: `awsvpcConfiguration={subnets=[${row.subnetId}],assignPublicIp=${assignPublicIp}}`,
      detail: `${row.name}, ${row.availabilityZone}`,
    };
  }
}

function* logGroups(tables: Tables): Iterable<Completion> {
  for (const { logGroupName } of tables.logGroups.values()) yield { text: logGroupName, detail: "log group" };
}

/** The newest first: that is the stream of the task that the learner has just started. */
function* logStreams(tables: Tables): Iterable<Completion> {
  for (const row of [...tables.logStreams.values()].reverse()) {
    yield { text: row.logStreamName, detail: `log stream in ${row.logGroupName}` };
  }
}

function* subnets(tables: Tables): Iterable<Completion> {
  for (const row of tables.subnets.values()) {
    yield { text: row.subnetId, detail: `${row.name}, ${row.cidrBlock}, ${row.availabilityZone}` };
  }
}

function* securityGroups(tables: Tables): Iterable<Completion> {
  for (const row of tables.securityGroups.values()) yield { text: row.groupId, detail: row.groupName };
}

function* routeTables(tables: Tables): Iterable<Completion> {
  for (const row of tables.routeTables.values()) yield { text: row.routeTableId, detail: row.name };
}

function* instances(tables: Tables): Iterable<Completion> {
  for (const row of [...tables.ec2Instances.values()].reverse()) {
    yield { text: row.instanceId, detail: `${row.instanceType}, ${row.state}` };
  }
}

function* gateways(tables: Tables): Iterable<Completion> {
  for (const { internetGatewayId: text } of tables.internetGateways.values())
    yield { text, detail: "internet gateway" };
}

function* natGateways(tables: Tables): Iterable<Completion> {
  for (const row of tables.natGateways.values()) yield { text: row.natGatewayId, detail: `NAT gateway, ${row.state}` };
}

function* endpoints(tables: Tables): Iterable<Completion> {
  for (const row of tables.vpcEndpoints.values()) {
    yield { text: row.vpcEndpointId, detail: `${row.serviceName}, ${row.state}` };
  }
}

function* vpcs(tables: Tables): Iterable<Completion> {
  for (const row of tables.vpcs.values()) yield { text: row.vpcId, detail: row.cidrBlock };
}

/** The newest ECS-optimized images, by the public parameters that name them. */
function* images(): Iterable<Completion> {
  for (const path of ["amazon-linux-2023", "amazon-linux-2023/arm64", "amazon-linux-2/gpu"]) {
    const text = `resolve:ssm:/aws/service/ecs/optimized-ami/${path}/recommended/image_id`;
    yield { text, detail: `ECS-optimized, ${path}` };
  }
}

function* profiles(tables: Tables): Iterable<Completion> {
  for (const { roleName, trustedServices } of tables.roles.values()) {
    if (trustedServices.includes("ec2.amazonaws.com")) yield { text: `Name=${roleName}`, detail: "instance profile" };
  }
}

function* eventRules(tables: Tables): Iterable<Completion> {
  for (const { ruleName, state } of tables.eventRules.values()) yield { text: ruleName, detail: `rule, ${state}` };
}

const SOURCES: Readonly<Record<string, (tables: Tables) => Iterable<Completion>>> = {
  ...BALANCING_SOURCES,
  "--subnets": subnets,
  "--security-groups": securityGroups,
  "--cluster": clusters,
  "--clusters": clusters,
  "--cluster-name": clusters,
  "--task": tasks,
  "--tasks": tasks,
  "--service": services,
  "--services": services,
  "--service-name": services,
  "--service-deployment-arn": serviceDeployments,
  "--service-deployment-arns": serviceDeployments,
  "--service-revision-arns": serviceRevisions,
  "--hook-id": pauseHooks,
  "--task-definition": taskDefinitions,
  "--family": families,
  "--family-prefix": families,
  "--resource-arn": resources,
  "--network-configuration": networkConfigurations,
  "--log-group-name": logGroups,
  "--log-stream-name": logStreams,
  "--subnet-id": subnets,
  "--subnet-ids": subnets,
  "--group-id": securityGroups,
  "--group-ids": securityGroups,
  "--security-group-ids": securityGroups,
  "--source-group": securityGroups,
  "--route-table-id": routeTables,
  "--route-table-ids": routeTables,
  "--instance-ids": instances,
  "--gateway-id": gateways,
  "--nat-gateway-id": natGateways,
  "--nat-gateway-ids": natGateways,
  "--vpc-endpoint-id": endpoints,
  "--vpc-endpoint-ids": endpoints,
  "--vpc-id": vpcs,
  "--vpc-ids": vpcs,
  "--image-id": images,
  "--iam-instance-profile": profiles,
};

function* sourceOf(option: Option, session: Session): Iterable<Completion> {
  const values = option.shape?.enum ?? (option.shape?.type === "list" ? option.shape.element?.enum : undefined);
  if (values !== undefined) for (const text of values) yield { text, detail: option.name.slice(2) };
  else if (option.shape?.name === "RuleName") yield* eventRules(session.tables);
  else if (option.shape?.name === "TargetDescriptions") yield* TARGETS(session.tables);
  else yield* SOURCES[option.name]?.(session.tables) ?? [];
}

/** What an option could name that begins with what is typed and does not stand in the line already; bounded. */
export function existingValues(
  option: Option,
  words: readonly string[],
  typed: string,
  session: Session,
): Completion[] {
  const found: Completion[] = [];
  for (const candidate of sourceOf(option, session)) {
    if (!candidate.text.startsWith(typed) || words.includes(candidate.text)) continue;
    found.push(candidate);
    if (found.length >= MAX_VALUES) break;
  }
  return found;
}
