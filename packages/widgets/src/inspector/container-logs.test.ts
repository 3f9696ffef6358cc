/** The inspector's logs: which stream and which lines, or why there are none. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { logsOf } from "./container-logs.ts";
import { inspectorTexts } from "./texts/index.ts";

const awslogs = { "awslogs-group": "/ecs/web", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web" };

test("a container with awslogs shows its stream, one without says that its output is lost", () => {
  const session = Session.start();
  session.call("logs", "CreateLogGroup", { logGroupName: "/ecs/web" });
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
    containerDefinitions: [
      {
        name: "app",
        image: "busybox",
        command: ["sh", "-c", "echo '<b>one</b>'; sleep 60"],
        logConfiguration: { logDriver: "awslogs", options: awslogs },
      },
      { name: "silent", image: "nginx:1.29" },
    ],
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  session.call("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  session.advance({ byMs: 40_000 });
  const [task] = [...session.tables.tasks.values()];
  const { tables, nowMs: atMs, journal } = session;
  const moment = { tables, atMs, headMs: atMs, recordCount: journal.length };
  const t = inspectorTexts("en");
  const logs = logsOf(moment, { table: "tasks", key: task?.taskArn ?? "" }, t);
  expect(logs).toMatchObject([
    { container: "app", group: "/ecs/web", stream: `web/app/${task?.spec.taskId}`, lines: [{ text: "<b>one</b>" }] },
    { container: "silent", note: t.logsLost, lines: [] },
  ]);
  expect(logsOf({ ...moment, atMs: 0 }, { table: "tasks", key: task?.taskArn ?? "" }, t)[0]?.note).toBe(t.logsEmpty);
});
