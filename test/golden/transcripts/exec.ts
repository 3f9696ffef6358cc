/** ECS Exec: the agent's states, every refusal of ExecuteCommand's way, and what is typed into a session. */
import { type Turn, withKey } from "./transcript.ts";

const NETWORK = { awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" } };
const define = (family: string, taskRoleArn: string, more: object = {}): Turn => [
  "ecs",
  "RegisterTaskDefinition",
  {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    taskRoleArn,
    containerDefinitions: [{ name: "web", image: "nginx", ...more }],
  },
];
const run = (taskDefinition: string, enableExecuteCommand = true): Turn => [
  "ecs",
  "RunTask",
  { taskDefinition, launchType: "FARGATE", networkConfiguration: NETWORK, enableExecuteCommand },
];
const describe: Turn = ["ecs", "DescribeTasks", withKey("tasks", -1, (task) => ({ tasks: [task] }))];
const execute = (more: object = {}): Turn => [
  "ecs",
  "ExecuteCommand",
  withKey("tasks", -1, (task) => ({ task, command: "/bin/sh", interactive: true, ...more })),
];
const type = (line?: string): Turn => [
  "quayside",
  "TypeInSession",
  withKey("execSessions", -1, (sessionId) => ({ sessionId, ...(line !== undefined && { line }) })),
];

export const EXEC: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  define("web", "execTaskRole"),
  define("closed", "shopTaskRole"),
  define("sealed", "execTaskRole", { image: "busybox", command: ["sleep", "infinity"], readonlyRootFilesystem: true }),
  run("web", false),
  { passMs: 120_000 },
  describe,
  execute(),
  run("closed"),
  { passMs: 120_000 },
  execute(),
  run("sealed"),
  { passMs: 120_000 },
  describe,
  execute(),
  run("web"),
  { passMs: 30_000 },
  execute(),
  { passMs: 90_000 },
  describe,
  execute({ interactive: false }),
  execute({ container: "api" }),
  execute(),
  type(),
  type("cd /usr/share/nginx/html; ls"),
  type("echo changed > index.html"),
  type("curl -s localhost"),
  type("env | grep -c AWS_"),
  type("nope"),
  type("exit"),
  execute({ command: "cat /etc/os-release" }),
  type(),
  execute(),
  ["ecs", "StopTask", withKey("tasks", -1, (task) => ({ task }))],
  { passMs: 90_000 },
  describe,
  execute(),
];
