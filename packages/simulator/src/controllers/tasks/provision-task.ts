/**
 * PROVISIONING: the elastic network interface is created and attached, Fargate's agent connects.
 * Simplified: `connectivity` is shown when the agent has connected; recorded events have it one version late, after PENDING.
 */
import { hexId } from "../../kernel/ids.ts";
import { joined } from "../../kernel/joined.ts";
import { tellInterface } from "../../model/causes/starts.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { ENI_ATTACHED_AFTER, PULL_BEGINS_AFTER } from "../../model/timing.ts";
import type { NetworkInterfaceRow } from "../../model/vpc.ts";
import { macAddress, publicAddress, takeAddress } from "../network/addresses.ts";
import { beginStop } from "../rows/begin-stop.ts";
import {
  attachmentAfter,
  draw,
  findTask,
  isOnFargate,
  moveTask,
  replaceTask,
  scheduleTask,
} from "../rows/task-rows.ts";

/** The interface exists and has its address, or the subnet has none left. */
export function onEniCreated(sim: Cloud, entry: CloudEntry<"ENI_CREATED">): void {
  const task = findTask(sim, entry);
  if (task === undefined || task.lastStatus !== "PROVISIONING" || hasGivenUp(task)) return;
  const { spec } = task;
  const subnet = sim.tables.subnets.get(spec.subnetId);
  const privateIpv4Address = subnet === undefined ? undefined : takeAddress(sim, subnet);
  if (privateIpv4Address === undefined) {
    failWithoutAddress(sim, task);
    return;
  }
  const networkInterfaceId = joined("", "eni-0", hexId(sim.world.random, 16));
  const networkInterface: NetworkInterfaceRow = {
    networkInterfaceId,
    subnetId: spec.subnetId,
    taskArn: task.taskArn,
    macAddress: macAddress(sim),
    privateIpv4Address,
    ...(spec.assignPublicIp ? { publicIpv4Address: publicAddress(sim) } : {}),
  };
  sim.put("networkInterfaces", networkInterface);
  const attachmentStatus = attachmentAfter(task.attachmentStatus, "INTERFACE_CREATED", "ATTACH_STARTED");
  replaceTask(sim, task, { networkInterface, attachmentStatus });
  sim.record("ENI_CREATED", task.taskArn, { networkInterfaceId, subnetId: spec.subnetId, privateIpv4Address });
  const sinceCreation = sim.nowMs - spec.createdAtMs;
  const afterMs = Math.max(0, draw(sim, "provisioning", ENI_ATTACHED_AFTER) - sinceCreation);
  scheduleTask(sim, task, afterMs, "ENI_ATTACHED", undefined);
}

/** On Fargate a task that is to stop gets nothing any more; it leaves PROVISIONING when the stop begins. */
function hasGivenUp(task: TaskRow): boolean {
  return isOnFargate(task) && task.desiredStatus === "STOPPED";
}

/** Fargate's agent on the micro-VM has reached the control plane. */
export function onAgentConnected(sim: Cloud, entry: CloudEntry<"AGENT_CONNECTED">): void {
  const task = findTask(sim, entry);
  if (task === undefined || task.desiredStatus === "STOPPED") return;
  replaceTask(sim, task, { connectivity: "CONNECTED", connectivityAtMs: sim.nowMs });
  sim.record("AGENT_CONNECTED", task.taskArn);
}

/** The interface is attached: the agent can begin. */
export function onEniAttached(sim: Cloud, entry: CloudEntry<"ENI_ATTACHED">): void {
  const task = findTask(sim, entry);
  if (task === undefined || task.lastStatus !== "PROVISIONING" || hasGivenUp(task)) return;
  const attachmentStatus = attachmentAfter(task.attachmentStatus, "ATTACHED");
  moveTask(sim, task, "PROVISIONED", { attachmentStatus });
  sim.record("ENI_ATTACHED", task.taskArn, { networkInterfaceId: task.networkInterface?.networkInterfaceId });
  scheduleTask(sim, task, draw(sim, "pulls", PULL_BEGINS_AFTER), "CONTAINERS_DUE", undefined);
}

function failWithoutAddress(sim: Cloud, task: TaskRow): void {
  const { subnetId, assignPublicIp } = task.spec;
  const why = assignPublicIp ? "interface.no-address-public" : "interface.no-address";
  const told = tellInterface(why, { subnetId });
  const failed = replaceTask(sim, task, { attachmentStatus: attachmentAfter(task.attachmentStatus, "FAILED") });
  const cause = sim.record("ENI_FAILED", task.taskArn, { subnetId, ...told });
  beginStop(sim, failed, { stopCode: "TaskFailedToStart", ...told, cause });
}
