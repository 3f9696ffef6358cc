/**
 * Which change of which row concerns traffic. Every write comes by here, so nobody can forget to close the books; a guard in
 * the tests makes the plan anew from the rows after every step and compares.
 */
import type { Cloud, CloudReactor } from "../../model/cloud.ts";
import type { ContainerRow } from "../../model/ecs.ts";
import { type TargetRow, targetKey } from "../../model/elb.ts";
import { flowStateOf, newFlowState, touch } from "./flow-state.ts";

type Change<Row> = (sim: Cloud, before: Row | undefined, after: Row | undefined) => void;

/** A client begins, changes or stops. The first one opens the books. */
const onClient: Change<{ readonly loadBalancerArn: string }> = (sim, before, after) => {
  for (const arn of new Set([before, after].flatMap((row) => row?.loadBalancerArn ?? []))) {
    if (flowStateOf(sim, arn) === undefined) sim.world.flows.set(arn, newFlowState(sim.nowMs));
    touch(sim, arn);
  }
};

/** Of whatever belongs to a load balancer. */
const onOwned: Change<{ readonly loadBalancerArn?: string | undefined }> = (sim, before, after) => {
  for (const arn of new Set([before, after].flatMap((row) => row?.loadBalancerArn ?? []))) touch(sim, arn);
};

const onTarget: Change<TargetRow> = (sim, before, after) => {
  const row = after ?? before;
  if (row !== undefined) touchTarget(sim, row);
};

function touchTarget(sim: Cloud, { targetGroupArn, id, port }: TargetRow): void {
  const group = sim.tables.targetGroups.get(targetGroupArn);
  if (group?.loadBalancerArn !== undefined) touch(sim, group.loadBalancerArn, targetKey(targetGroupArn, id, port));
}

/** What of a container decides how it takes requests. */
const OF_CONTAINER = [
  "phase",
  "lastStatus",
  "startedAtMs",
  "portTaken",
  "serving",
  "hangs",
  "networkBindings",
] as const;

const onContainer: Change<ContainerRow> = (sim, before, after) => {
  if (sim.world.flows.size === 0 || OF_CONTAINER.every((field) => before?.[field] === after?.[field])) return;
  const task = sim.tables.tasks.at((after ?? before)?.taskSlot ?? -1);
  if (task === undefined) return;
  const machine = sim.tables.ec2Instances.at(task.spec.placed?.ec2Slot ?? -1);
  touchId(sim, task.networkInterface?.privateIpv4Address);
  touchId(sim, machine?.instanceId);
  touchId(sim, machine?.privateIpv4Address);
};

/** Every target with an address, or of an instance. */
function touchId(sim: Cloud, id: string | undefined): void {
  if (id === undefined || sim.world.flows.size === 0) return;
  for (const key of sim.tables.targets.bucket("id", id)) {
    const row = sim.tables.targets.get(key);
    if (row !== undefined) touchTarget(sim, row);
  }
}

/** Ways through the network may have opened or closed anywhere. */
const onNetwork: Change<unknown> = (sim) => {
  for (const arn of sim.world.flows.keys()) touch(sim, arn);
};

export const TRAFFIC_REACTORS: readonly CloudReactor[] = [
  { name: "traffic and its clients", table: "clientFlows", react: onClient },
  { name: "traffic and its load balancer", table: "loadBalancers", react: onOwned },
  { name: "traffic and its listeners", table: "listeners", react: onOwned },
  { name: "traffic and its rules", table: "rules", react: onOwned },
  { name: "traffic and its target groups", table: "targetGroups", react: onOwned },
  { name: "traffic and its targets", table: "targets", react: onTarget },
  { name: "traffic and the programs behind it", table: "containers", react: onContainer },
  {
    name: "traffic and network interfaces",
    table: "networkInterfaces",
    react: (sim, before, after) => {
      onOwned(sim, before, after);
      touchId(sim, (after ?? before)?.privateIpv4Address);
    },
  },
  {
    name: "traffic and machines",
    table: "ec2Instances",
    react: (sim, before, after) => {
      const row = after ?? before;
      touchId(sim, row?.instanceId);
      touchId(sim, row?.privateIpv4Address);
    },
  },
  { name: "traffic and security groups", table: "securityGroups", react: onNetwork },
  { name: "traffic and routes", table: "routeTables", react: onNetwork },
];
