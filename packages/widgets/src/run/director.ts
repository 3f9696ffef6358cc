/**
 * What happens in the harbour: keeps a handful of tasks alive and stops the oldest now and then. It acts through
 * the API alone, as a learner would. Left out: a service, which would do this by itself, comes with services.
 */
import type { Outcome } from "@quayside/simulator";
import { lastPart, type Tables, type TaskRow } from "../base/cloud.ts";

/** What is kept running: family and how many. */
const WANTED: readonly { readonly family: string; readonly count: number }[] = [
  { family: "web", count: 4 },
  { family: "worker", count: 2 },
];
/** A running task is stopped every so many simulated seconds; a batch job starts every so many. */
const STOP_EVERY_S = 75;
const JOB_EVERY_S = 40;
const MOST_TASKS = 16;

const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };

/** Definitions that the picture needs. */
export const DIRECTOR_FAMILIES = [
  {
    ...fargate,
    family: "web",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "nginx", image: "nginx:latest" }],
  },
  {
    ...fargate,
    family: "worker",
    cpu: "512",
    memory: "1024",
    containerDefinitions: [
      { name: "app", image: "nginx:latest" },
      { name: "log", image: "busybox:latest", command: ["sh", "-c", "sleep 36000"] },
    ],
  },
  {
    ...fargate,
    family: "job",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "hello", image: "quayside/hello:1" }],
  },
];

/** Looks at the cloud once a simulated second and does what is due. */
export function direct(send: (operation: string, input: unknown) => Outcome, tables: Tables, nowMs: number): void {
  const second = Math.floor(nowMs / 1000);
  const alive = [...tables.tasks.values()].filter((task) => task.desiredStatus === "RUNNING");
  const missing = WANTED.find(({ family, count }) => alive.filter((task) => familyOf(task) === family).length < count);
  if (missing !== undefined && second % 5 === 0 && tables.tasks.size < MOST_TASKS + alive.length)
    start(send, missing.family, tables);
  if (second % JOB_EVERY_S === 20) start(send, "job", tables);
  if (second % STOP_EVERY_S !== STOP_EVERY_S - 1) return;
  const oldest = alive.find((task) => task.lastStatus === "RUNNING");
  if (oldest !== undefined) send("StopTask", { cluster: "default", task: oldest.taskArn });
}

function start(send: (operation: string, input: unknown) => Outcome, family: string, tables: Tables): void {
  const subnets = [...tables.subnets.values()].filter((row) =>
    family === "worker" ? row.internetRoute === "nat-gateway" : row.internetRoute === "internet-gateway",
  );
  const assignPublicIp = family === "worker" ? "DISABLED" : "ENABLED";
  const awsvpcConfiguration = { subnets: subnets.map((row) => row.subnetId), assignPublicIp };
  send("RunTask", {
    cluster: "default",
    taskDefinition: family,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
}

function familyOf(task: TaskRow): string {
  return lastPart(task.spec.taskDefinitionArn).split(":")[0] ?? "";
}
