/**
 * The button "Register & run": what a beginner would do by three commands. Calls the API as the command line does and keeps
 * AWS's words when it refuses. The client comes by dynamic import, because most of a page's readers never press it.
 */

import type { Outcome, Session } from "@quayside/simulator";
import type { Tables } from "../cloud.ts";
import { loadRules } from "./findings.ts";

/** What came of it. */
export type RunFlowResult =
  | { readonly ok: true; readonly taskArn: string }
  | { readonly ok: false; readonly reason: "no-cluster" }
  | { readonly ok: false; readonly reason: "no-subnet" }
  | { readonly ok: false; readonly reason: "bad-json"; readonly message: string }
  | { readonly ok: false; readonly reason: "placement"; readonly message: string }
  | {
      readonly ok: false;
      readonly reason: "refused";
      readonly operation: string;
      readonly code: string;
      readonly message: string;
    };

/** Sends an operation; `createClient(session).send` of the API. */
export type Send = (operation: string, input: unknown) => Outcome;

/** A client of a session. */
export async function loadClient(session: Session): Promise<Send> {
  const [{ createClient }] = await Promise.all([import("@quayside/api"), loadRules()]);
  const client = createClient(session);
  return (operation, input) => client.send(operation, input);
}

/** Registers a definition and runs one task of it on Fargate, in the public subnets, with a public address. */
export function registerAndRun(send: Send, tables: Tables, text: string): RunFlowResult {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, reason: "bad-json", message: parsed.message };
  const registered = send("RegisterTaskDefinition", parsed.value);
  if (!registered.ok) return refusal("RegisterTaskDefinition", registered);
  const place = findPlace(tables);
  if (typeof place === "string") return { ok: false, reason: place };
  const taskDefinition = (registered.output.taskDefinition as { taskDefinitionArn: string }).taskDefinitionArn;
  const started = send("RunTask", {
    cluster: place.cluster,
    taskDefinition,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: place.subnets, assignPublicIp: "ENABLED" } },
  });
  if (!started.ok) return refusal("RunTask", started);
  const { tasks, failures } = started.output as { tasks: { taskArn: string }[]; failures: { reason?: string }[] };
  const taskArn = tasks[0]?.taskArn;
  if (taskArn !== undefined) return { ok: true, taskArn };
  return { ok: false, reason: "placement", message: failures[0]?.reason ?? "" };
}

/** Stops a task as the console's button does. */
export function stopTask(send: Send, taskArn: string, clusterArn: string): RunFlowResult {
  const outcome = send("StopTask", { cluster: clusterArn, task: taskArn });
  return outcome.ok ? { ok: true, taskArn } : refusal("StopTask", outcome);
}

function refusal(operation: string, outcome: Outcome & { ok: false }): RunFlowResult {
  return { ok: false, reason: "refused", operation, code: outcome.error.code, message: outcome.error.message };
}

/** The cluster `default` if it is there, else the only other ACTIVE one; and every public subnet. */
function findPlace(
  tables: Tables,
): { readonly cluster: string; readonly subnets: string[] } | "no-cluster" | "no-subnet" {
  const clusters = [...tables.clusters.values()].filter((row) => row.status === "ACTIVE");
  const cluster = clusters.find((row) => row.clusterName === "default") ?? clusters[0];
  if (cluster === undefined) return "no-cluster";
  const subnets = [...tables.subnets.values()]
    .filter((row) => row.internetRoute === "internet-gateway")
    .map((row) => row.subnetId);
  return subnets.length === 0 ? "no-subnet" : { cluster: cluster.clusterName, subnets };
}

function parse(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}
