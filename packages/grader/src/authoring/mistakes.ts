/** Mistakes that people make in every lab that runs a task, with how they show and what to say. */
import type { Mistake } from "../answers.ts";
import { refused } from "../checks/calls.ts";
import { NO_WAY_OUT } from "../checks/causes.ts";
import { taskReached } from "../checks/task-status.ts";
import { taskStopped, taskToldToStop } from "../checks/task-stop.ts";
import { all, not } from "../checks/verdict.ts";
import type { LabCommand } from "../lab-command.ts";
import { runTask, stopTask, UNTIL_SETTLED } from "./commands.ts";
import { mistakeTexts } from "./texts/index.ts";

/** Where and how a lab makes a common mistake. */
export interface MistakeSetting {
  /** Id of the check that it fails. */
  readonly fails: string;
  readonly family: string;
  readonly cluster?: string;
  /** What comes before RunTask. */
  readonly before?: readonly LabCommand[];
}

/** A public subnet without a public address: neither registries nor the services of AWS can be reached. */
export function noPublicIp({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  const run = runTask({ family, ...(cluster && { cluster }), network: "public-without-address" });
  return {
    id: "no-public-ip",
    commands: [...before, run, UNTIL_SETTLED],
    fails,
    seen: taskStopped({ family, started: false, why: NO_WAY_OUT }),
    feedback: (lang) => mistakeTexts(lang)?.noPublicIp ?? "",
  };
}

/** No launch type: ECS takes EC2 and finds no instance. */
export function noLaunchType({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  return {
    id: "no-launch-type",
    commands: [...before, runTask({ family, ...(cluster && { cluster }), launchType: "none" }), UNTIL_SETTLED],
    fails,
    seen: refused({
      operation: "RunTask",
      input: (input) => input.launchType === undefined && input.capacityProviderStrategy === undefined,
      id: "run-task.no-instances",
    }),
    feedback: (lang) => mistakeTexts(lang)?.noLaunchType ?? "",
  };
}

/** No network configuration: an awsvpc task has no subnet. */
export function noNetwork({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  return {
    id: "no-network",
    commands: [...before, runTask({ family, ...(cluster && { cluster }), network: "none" }), UNTIL_SETTLED],
    fails,
    seen: refused({ operation: "RunTask", id: "network.missing" }),
    feedback: (lang) => mistakeTexts(lang)?.noNetwork ?? "",
  };
}

/** Stopped before it ever ran. */
export function stoppedTooEarly({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  const where = cluster === undefined ? {} : { cluster };
  return {
    id: "stopped-too-early",
    commands: [...before, runTask({ family, ...where }), { advanceMs: 5_000 }, stopTask(family, where), UNTIL_SETTLED],
    fails,
    seen: taskToldToStop({ family, stopCode: "UserInitiated", started: false }),
    feedback: (lang) => mistakeTexts(lang)?.stoppedTooEarly ?? "",
  };
}

/** Left running. */
export function leftRunning({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  return {
    id: "left-running",
    commands: [...before, runTask({ family, ...(cluster && { cluster }) }), UNTIL_SETTLED, { advanceMs: 600_000 }],
    fails,
    seen: all(taskReached({ family, status: "RUNNING" }), not(taskToldToStop({ family, stopCode: "UserInitiated" }))),
    feedback: (lang) => mistakeTexts(lang)?.leftRunning ?? "",
  };
}
