/** One task on Fargate and its moments, for the tests of what was recorded. */
import { DEFAULT_SUBNETS } from "../default-network.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import { Session } from "../session.ts";

export const LOGS = {
  logDriver: "awslogs",
  options: { "awslogs-group": "/none", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "x" },
};
export const app = (more: object = {}) => ({ name: "app", image: "nginx:1.29", ...more });
export const script = (name: string, text: string, more: object = {}) => ({
  name,
  image: "busybox",
  command: ["sh", "-c", text],
  ...more,
});

/** A Fargate task of these containers, accepted at 0. */
export function begin(seed: number, containerDefinitions: readonly object[]): Session {
  const session = Session.start({ seed });
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
    containerDefinitions,
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  session.call("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  return session;
}

export const taskOf = (session: Session) => [...session.tables.tasks.values()][0] as TaskRow;
export const containerOf = (session: Session, name: string) =>
  [...session.tables.containers.values()].find((row) => row.name === name) as ContainerRow;

/** Runs until a moment of the task is there. */
export function until(session: Session, isThere: (task: TaskRow) => boolean): TaskRow {
  for (let steps = 0; steps < 500 && !isThere(taskOf(session)); steps += 1) session.advance({ maxSteps: 1 });
  if (!isThere(taskOf(session))) throw new Error("the moment does not come");
  return taskOf(session);
}

export function stopRunning(seed: number, containers: readonly object[] = [app()]): Session {
  const session = begin(seed, containers);
  const { taskArn } = until(session, ({ lastStatus }) => lastStatus === "RUNNING");
  session.call("ecs", "StopTask", { task: taskArn });
  session.stepUntilQuiet();
  return session;
}
