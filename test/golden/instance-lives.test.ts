/** Lives of tasks on container instances as text tables: every network mode, the host's queue, EC2's own errors. */
import { type ContainerDefinition, DEFAULT_SUBNETS, defaultScenario, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { journalTable, taskTable } from "./journal-table.ts";

const WEB = { name: "web", image: "nginx:latest", cpu: 256, memory: 512, portMappings: [{ containerPort: 80 }] };

interface Story {
  readonly name: string;
  readonly networkMode?: string;
  readonly container?: ContainerDefinition;
  readonly instances?: object;
  /** How many tasks are run, one after the other; default 1. */
  readonly tasks?: number;
  /** What happens after the tasks have settled. */
  readonly afterwards?: (session: Session) => void;
}

const stopAll = (session: Session) => {
  for (const { taskArn } of session.tables.tasks.values()) session.call("ecs", "StopTask", { task: taskArn });
};
const instanceArn = (session: Session) => [...session.tables.containerInstances.keys()][0];

/** The first task still has its host when the second is placed: ECS counts its share as free, the host does not. */
const replaced = (session: Session) => {
  stopAll(session);
  session.call("ecs", "RunTask", { taskDefinition: "app", launchType: "EC2" });
};

const STORIES: readonly Story[] = [
  { name: "bridge-dynamic-port", afterwards: stopAll },
  { name: "bridge-second-task-finds-the-layers", tasks: 2 },
  { name: "host", networkMode: "host", afterwards: stopAll },
  { name: "none", networkMode: "none", container: { ...WEB, image: "quayside/hello:1", portMappings: [] } },
  { name: "awsvpc", networkMode: "awsvpc", afterwards: stopAll },
  { name: "port-is-taken", container: { ...WEB, portMappings: [{ containerPort: 80, hostPort: 8080 }] }, tasks: 2 },
  { name: "no-cpu-left", container: { ...WEB, cpu: 1_500 }, tasks: 2 },
  { name: "no-interface-left", networkMode: "awsvpc", tasks: 3 },
  { name: "image-not-found", container: { ...WEB, image: "nginx:does-not-exist" } },
  { name: "repository-not-found", container: { ...WEB, image: "nginx-typo" } },
  {
    name: "ecr-with-the-instance-role",
    container: { ...WEB, image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0" },
  },
  {
    name: "no-log-group",
    container: {
      ...WEB,
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/none", "awslogs-region": "us-east-1" } },
    },
  },
  {
    name: "log-driver-that-the-agent-has-not",
    container: {
      ...WEB,
      logConfiguration: { logDriver: "splunk", options: { "splunk-url": "https://x", "splunk-token": "t" } },
    },
  },
  { name: "waits-for-the-host", container: { ...WEB, image: "quayside/stubborn:1", cpu: 1_500 }, afterwards: replaced },
  {
    name: "forced-deregistration",
    afterwards: (session) => {
      const containerInstance = instanceArn(session);
      session.call("ecs", "DeregisterContainerInstance", { containerInstance, force: true });
    },
  },
  {
    name: "draining-leaves-standalone-tasks",
    afterwards: (session) => {
      const containerInstances = [instanceArn(session)];
      session.call("ecs", "UpdateContainerInstancesState", { containerInstances, status: "DRAINING" });
      session.call("ecs", "RunTask", { taskDefinition: "app", launchType: "EC2" });
    },
  },
];

function begin({ networkMode = "bridge", container = WEB, instances = {}, tasks = 1 }: Story): Session {
  const session = Session.start({ scenario: defaultScenario });
  const call = (service: "ecs" | "quayside", operation: string, input: object) => {
    const outcome = session.call(service, operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("quayside", "ProvideContainerInstances", { instanceType: "t3.medium", ...instances });
  call("ecs", "RegisterTaskDefinition", {
    family: "app",
    networkMode,
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [container],
  });
  const subnets = [DEFAULT_SUBNETS["private-a"]];
  const network = networkMode === "awsvpc" ? { networkConfiguration: { awsvpcConfiguration: { subnets } } } : {};
  for (let index = 0; index < tasks; index += 1) {
    call("ecs", "RunTask", { taskDefinition: "app", launchType: "EC2", ...network });
    session.advance({ untilSettled: true, maxSteps: 5_000 });
  }
  return session;
}

describe("tasks on EC2", () => {
  test.each(STORIES)("$name", async (story) => {
    const session = begin(story);
    story.afterwards?.(session);
    session.advance({ untilSettled: true, maxSteps: 5_000 });
    const text = `${taskTable(session)}\n${journalTable(session, 3)}`;
    await expect(text).toMatchFileSnapshot(`instance-lives/${story.name}.txt`);
  });
});
