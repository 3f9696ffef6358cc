/** Mistakes that people make in every lab that runs a task, with how they show and what to say. */
import type { Mistake } from "../answers.ts";
import { refused } from "../checks/calls.ts";
import { NO_WAY_OUT } from "../checks/causes.ts";
import { taskReached } from "../checks/task-status.ts";
import { taskStopped, taskToldToStop } from "../checks/task-stop.ts";
import { all, not } from "../checks/verdict.ts";
import type { LabCommand } from "../lab-command.ts";
import { text } from "../text.ts";
import { runTask, stopTask, UNTIL_SETTLED } from "./commands.ts";

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
    feedback: text(
      "The task could not get out: no registry and no service of AWS was in reach. The internet gateway of a public subnet serves only interfaces that have a public address; look at assignPublicIp in the network configuration.",
      "Task không ra ngoài được: không tới được registry hay dịch vụ nào của AWS. Internet gateway của subnet công khai chỉ phục vụ những interface có địa chỉ công khai; hãy xem assignPublicIp trong network configuration.",
    ),
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
    feedback: text(
      "RunTask without a launch type means EC2 (unless the cluster has a default capacity provider strategy), and this cluster has no EC2 instances. Registering a definition for Fargate does not choose Fargate for the run.",
      "RunTask không nêu launch type nghĩa là EC2 (trừ khi cluster có default capacity provider strategy), mà cluster này không có instance EC2 nào. Đăng ký definition cho Fargate không có nghĩa là khi chạy sẽ dùng Fargate.",
    ),
  };
}

/** No network configuration: an awsvpc task has no subnet. */
export function noNetwork({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  return {
    id: "no-network",
    commands: [...before, runTask({ family, ...(cluster && { cluster }), network: "none" }), UNTIL_SETTLED],
    fails,
    seen: refused({ operation: "RunTask", id: "network.missing" }),
    feedback: text(
      "A task in network mode awsvpc gets a network interface of its own, and ECS must be told in which subnet to create it.",
      "Task ở network mode awsvpc có network interface riêng, nên phải cho ECS biết tạo interface đó trong subnet nào.",
    ),
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
    feedback: text(
      "You stopped the task while it was still being prepared, so it has no startedAt. A stopped task never starts again: run a new one and give it about twenty seconds.",
      "Bạn đã dừng task khi nó còn đang được chuẩn bị, nên nó không có startedAt. Task đã dừng không bao giờ chạy lại: hãy chạy task mới và chờ nó khoảng hai mươi giây.",
    ),
  };
}

/** Left running. */
export function leftRunning({ fails, family, cluster, before = [] }: MistakeSetting): Mistake {
  return {
    id: "left-running",
    commands: [...before, runTask({ family, ...(cluster && { cluster }) }), UNTIL_SETTLED, { advanceMs: 600_000 }],
    fails,
    seen: all(taskReached({ family, status: "RUNNING" }), not(taskToldToStop({ family, stopCode: "UserInitiated" }))),
    feedback: text(
      "The task still runs. Nothing ends a web server by itself, and on Fargate every second until the stop is billed.",
      "Task vẫn đang chạy. Web server không tự kết thúc, và trên Fargate mỗi giây cho tới lúc dừng đều bị tính tiền.",
    ),
  };
}
