/**
 * A Fargate task in a private subnet without a NAT gateway, as text tables: it starts with the right VPC endpoints, and
 * each one that is missing, or closed, has words of its own.
 */
import type { ContainerDefinition, NetworkPlan } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { startTask } from "./fargate-task.ts";
import { journalTable, taskTable } from "./journal-table.ts";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe:password::";

/** Everything that has a way of its own: image, secret, parameter, logs. */
const API: ContainerDefinition = {
  name: "api",
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0",
  secrets: [
    { name: "DB_PASSWORD", valueFrom: SECRET },
    { name: "LOG_LEVEL", valueFrom: "/shop/log-level" },
  ],
  logConfiguration: {
    logDriver: "awslogs",
    options: { "awslogs-group": "/ecs/api", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "api" },
  },
};

const NEEDED = ["ecr.api", "ecr.dkr", "s3", "logs", "secretsmanager", "ssm"];

const endpoints = (services: readonly string[]) => services.map((service) => ({ service }));
const without = (missing: string) => endpoints(NEEDED.filter((service) => service !== missing));

/** Lets nobody in, so that it closes the endpoints that carry it. */
const CLOSED = { groupId: "sg-0c105ed0000000000", groupName: "closed", ingress: [] };
/** Lets its members call inside of the VPC only: the prefix list of Amazon S3 is missing. */
const INSIDE = {
  groupId: "sg-01251de0000000000",
  groupName: "inside",
  ingress: [{ protocol: "-1", fromPort: -1, toPort: -1, peer: "10.0.0.0/16" }],
  egress: [{ protocol: "-1", fromPort: -1, toPort: -1, peer: "10.0.0.0/16" }],
} as const;

interface Case {
  readonly name: string;
  readonly network: NetworkPlan;
  readonly container?: ContainerDefinition;
  readonly securityGroups?: readonly string[];
  readonly subnet?: "public-a" | "private-a";
}

const CASES: readonly Case[] = [
  { name: "all-endpoints", network: { endpoints: endpoints(NEEDED) } },
  ...NEEDED.map((service) => ({
    name: `${service.replace(".", "-")}-missing`,
    network: { endpoints: without(service) },
  })),
  {
    name: "docker-hub-has-no-endpoint",
    network: { endpoints: endpoints(NEEDED) },
    container: { name: "web", image: "nginx" },
  },
  {
    name: "endpoint-lets-nobody-in",
    network: {
      endpoints: [{ service: "ecr.api", securityGroups: [CLOSED.groupId] }, ...without("ecr.api")],
      securityGroups: [CLOSED],
    },
  },
  {
    name: "endpoint-lets-nobody-in-though-there-is-internet",
    network: {
      natGateway: true,
      endpoints: [{ service: "ecr.api", securityGroups: [CLOSED.groupId] }],
      securityGroups: [CLOSED],
    },
    subnet: "public-a",
  },
  {
    name: "task-may-not-call-s3",
    network: {
      endpoints: endpoints(NEEDED).map((endpoint) => ({ ...endpoint, securityGroups: [INSIDE.groupId] })),
      securityGroups: [INSIDE],
    },
    securityGroups: [INSIDE.groupId],
  },
];

describe("a Fargate task behind VPC endpoints", () => {
  test.each(CASES)("$name", async ({ name, network, container = API, securityGroups, ...place }) => {
    const { subnet = "private-a" } = place;
    const life = startTask({
      containers: [container],
      executionRole: "shopExecutionRole",
      subnet,
      assignPublicIp: subnet === "public-a" ? "ENABLED" : "DISABLED",
      network: { natGateway: false, ...network },
      ...(securityGroups && { securityGroups }),
      before: (session) => session.call("logs", "CreateLogGroup", { logGroupName: "/ecs/api" }),
    });
    for (let rounds = 0; rounds < 100 && !life.session.quiet; rounds += 1) life.session.stepUntilQuiet();
    const story = `${taskTable(life.session)}\n${journalTable(life.session, 9)}`;
    expect(story).not.toMatch(/undefined/);
    await expect(story).toMatchFileSnapshot(`fargate-endpoints/${name}.txt`);
  });
});
