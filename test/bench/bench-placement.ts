/**
 * How long the placement of one task takes as a cluster grows in instances and in tasks: candidates read from the table,
 * stages, constraint, two strategies. Instances of three zones and four types carry the tasks of two hundred groups.
 */
import { candidatesOf, type PlacementStrategy, place, planPlacement } from "@quayside/simulator/placement";
import { instanceRow, instanceTables, placementRequest, TEST_CLUSTER } from "@quayside/simulator/placement/testing";
import type { Row } from "./bench-calls.ts";

const WARM_UP = 300;
const RUNS = 1_000;
const GROUPS = 200;
const CAPABILITIES = ["task-eni", "execution-role-ecr-pull", "container-health-check", "efs", "execute-command"];
const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];
const TYPES = ["m5.large", "c5.large", "t3.medium", "r5.large"];

const STRATEGIES: Readonly<Record<string, readonly PlacementStrategy[]>> = {
  random: [{ type: "random" }],
  "spread zone, binpack memory": [
    { type: "spread", field: "attribute:ecs.availability-zone" },
    { type: "binpack", field: "memory" },
  ],
};

/** A row for each size of cluster, number of tasks and chain of strategies. */
export function benchPlacement(): Row[] {
  const sizes = [100, 1_000, 5_000].flatMap((instances) => [0, 10_000, 50_000].map((tasks) => ({ instances, tasks })));
  return sizes.flatMap(({ instances, tasks }) => {
    const tables = instanceTables(Array.from({ length: instances }, (_, slot) => busyInstance(slot, instances, tasks)));
    return Object.entries(STRATEGIES).map(([name, strategies]) => ({
      what: `${count(instances)} instances, ${count(tasks)} tasks: ${name}`,
      value: timed(() => decide(tables, strategies)),
    }));
  });
}

function decide(tables: ReturnType<typeof instanceTables>, strategies: readonly PlacementStrategy[]): void {
  const plan = planPlacement(
    placementRequest({
      group: "service:group-7",
      requiredAttributes: CAPABILITIES.map((name) => ({ name: `ecs.capability.${name}` })),
      constraints: [
        { type: "memberOf", expression: "attribute:ecs.instance-type =~ (m5|c5|t3).* and agentVersion >= 1.80" },
      ],
      strategies,
    }),
  );
  const placement = place(plan, candidatesOf(tables, TEST_CLUSTER), (of) => of >> 1);
  if (!placement.placed) throw new Error("the bench's task found no instance");
}

function busyInstance(slot: number, instances: number, tasks: number) {
  const own = Math.floor(((slot + 1) * tasks) / instances) - Math.floor((slot * tasks) / instances);
  const tasksByGroup: Record<string, number> = {};
  for (let task = 0; task < own; task += 1) {
    const group = `service:group-${(slot * 31 + task * 7) % GROUPS}`;
    tasksByGroup[group] = (tasksByGroup[group] ?? 0) + 1;
  }
  return instanceRow({
    slot,
    zone: ZONES[slot % ZONES.length] as string,
    type: TYPES[slot % TYPES.length] as string,
    memory: 1_024 + ((slot * 257) % 6_000),
    tasksByGroup,
    attributes: Object.fromEntries(CAPABILITIES.map((name) => [`ecs.capability.${name}`, null])),
  });
}

function timed(run: () => void): string {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + RUNS; round += 1) {
    const before = performance.now();
    run();
    if (round >= WARM_UP) times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] as number).toFixed(3);
  return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
