/**
 * RunTask in the name of a role: the service must be able to assume it, and the role must be allowed to run the task definition and to
 * hand over the roles of its tasks. Source: Developer Guide, Amazon ECS EventBridge IAM role (checked 2026-11-29).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { EventTarget } from "../../model/event-rules.ts";
import { denialReason, judgeRequest, type Request, type RoleRow, roleArnOf, sessionArn } from "../../model/iam.ts";
import type { TargetOutcome } from "../../model/records/events.ts";
import type { Refusal } from "../../model/refusal.ts";
import { runTask } from "../ecs/run-task.ts";
import { runnableDefinition } from "../ecs/runnable-definition.ts";
import type { RunTaskInput } from "../ecs/task-request.ts";
import { refuseTarget } from "./target-refusals.ts";

/** Who calls: the role, the name of its session, and the service that assumes it. */
export interface Caller {
  readonly roleArn: string;
  readonly session: string;
  readonly principal: string;
}

/** What RunTask is asked for a target. */
export function runTaskInput(
  { Arn, EcsParameters }: EventTarget,
  startedBy: string,
  overrides: RunTaskInput["overrides"],
): RunTaskInput {
  const more: Partial<NonNullable<EventTarget["EcsParameters"]>> = EcsParameters ?? {};
  const { TaskDefinitionArn: taskDefinition = "", TaskCount: count = 1 } = more;
  const vpc = more.NetworkConfiguration?.awsvpcConfiguration;
  const whole = {
    cluster: Arn,
    taskDefinition,
    count,
    launchType: more.LaunchType,
    networkConfiguration: vpc && {
      awsvpcConfiguration: without({
        subnets: vpc.Subnets,
        securityGroups: vpc.SecurityGroups,
        assignPublicIp: vpc.AssignPublicIp,
      }),
    },
    platformVersion: more.PlatformVersion,
    group: more.Group,
    capacityProviderStrategy: more.CapacityProviderStrategy,
    enableECSManagedTags: more.EnableECSManagedTags,
    enableExecuteCommand: more.EnableExecuteCommand,
    placementConstraints: more.PlacementConstraints,
    placementStrategy: more.PlacementStrategy,
    propagateTags: more.PropagateTags,
    referenceId: more.ReferenceId,
    tags: more.Tags?.map(({ Key: key, Value: value }) => ({ key, value })),
    startedBy,
    overrides,
  };
  return without(whole) as unknown as RunTaskInput;
}

function without<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/** Runs it, or says why it was refused: in the order in which AWS asks. */
export function runTaskAs(sim: Cloud, caller: Caller, input: RunTaskInput): TargetOutcome {
  const denial = refuseCaller(sim, caller, input);
  if (denial !== undefined) return denial;
  const outcome = runTask.run(sim, input);
  if (!outcome.ok) return outcome;
  const { tasks = [], failures = [] } = outcome.output;
  return { ok: true, taskArns: tasks.flatMap(({ taskArn }) => taskArn ?? []), failures };
}

function refuseCaller(sim: Cloud, { roleArn, session, principal }: Caller, input: RunTaskInput): Refusal | undefined {
  const role = sim.tables.roles.get(roleArn);
  if (role === undefined || !role.trustedServices.includes(principal)) {
    return refuseTarget("target-call.role-trust", { roleArn, service: principal });
  }
  const runnable = runnableDefinition(sim, input.taskDefinition);
  const run = {
    action: "ecs:RunTask",
    resource: runnable.ok ? runnable.checked.taskDefinitionArn : input.taskDefinition,
  };
  if (judgeRequest(role, run) !== "allowed") {
    return refuseTarget("target-call.run-task-denied", denied(role, session, run));
  }
  if (!runnable.ok) return undefined;
  const { definition } = runnable.checked;
  const { executionRoleArn = definition.executionRoleArn, taskRoleArn = definition.taskRoleArn } =
    input.overrides ?? {};
  return passProblem(role, session, [executionRoleArn, taskRoleArn]);
}

function passProblem(role: RoleRow, session: string, handedOver: readonly (string | undefined)[]): Refusal | undefined {
  for (const given of handedOver) {
    if (given === undefined) continue;
    const pass = { action: "iam:PassRole", resource: roleArnOf(given) };
    if (judgeRequest(role, pass) === "allowed") continue;
    return refuseTarget("target-call.pass-role-denied", denied(role, session, pass));
  }
  return undefined;
}

function denied(role: RoleRow, session: string, request: Request) {
  return { who: sessionArn(role.roleArn, session), resource: request.resource, why: denialReason(role, request) };
}
