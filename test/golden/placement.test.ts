/**
 * The examples of AWS's pages on placement, worked through: "Example Amazon ECS task placement strategies", "Example
 * Amazon ECS task placement constraints", "Create expressions to define container instances" and the filters of "Define
 * which container instances Amazon ECS uses for tasks" (checked 2026-11-21). Fleets and tables are ours.
 */
import {
  checkPlacement,
  compileExpression,
  type PlacementInput,
  parseExpression,
  place,
  planPlacement,
} from "@quayside/simulator/placement";
import { type InstanceWish, instanceRow, placementRequest, withTask } from "@quayside/simulator/placement/testing";
import { describe, expect, test } from "vitest";
import { table } from "./journal-table.ts";

type Instance = ReturnType<typeof instanceRow>;

/** Days between 2018-02-12, when the oldest instance registered, and the world's first. */
const OLDEST_MS = -2_884 * 86_400_000;

/** Six instances between them answer every example. */
const FLEET: readonly InstanceWish[] = [
  {
    slot: 0,
    zone: "us-east-1a",
    type: "t2.small",
    memory: 2_048,
    attributes: { stack: "prod" },
    agentVersion: "1.14.4",
  },
  {
    slot: 1,
    zone: "us-east-1b",
    type: "t2.medium",
    memory: 4_096,
    attributes: { stack: "test" },
    tasksByGroup: { databases: 1 },
  },
  { slot: 2, zone: "us-east-1a", type: "g2.2xlarge", memory: 15_360, tasksByGroup: { "service:production": 2 } },
  {
    slot: 3,
    zone: "us-east-1d",
    type: "g2.2xlarge",
    memory: 15_360,
    tasksByGroup: { database: 1 },
    registeredAtMs: OLDEST_MS,
  },
  { slot: 4, zone: "us-east-1b", type: "m5.large", memory: 8_192, tasksByGroup: { "service:daemon-service": 1 } },
  { slot: 5, zone: "us-east-1d", type: "m5.large", memory: 8_192, agentVersion: "1.100.0" },
];

const EXPRESSIONS = [
  // Create expressions to define container instances
  "attribute:ecs.instance-type == t2.small",
  "attribute:ecs.availability-zone in [us-east-1a, us-east-1b]",
  "attribute:ecs.instance-type =~ g2.* and attribute:ecs.availability-zone != us-east-1d",
  "task:group == service:production",
  "not(task:group == database)",
  "runningTasksCount == 1",
  "agentVersion < 1.14.5",
  "registeredAt < 2018-02-13",
  "ec2InstanceId in ['i-00000000000000001', 'i-wxyx7890']",
  // Define which container instances: filters of list-container-instances
  "attribute:ecs.instance-type == g2.2xlarge",
  "attribute:stack == prod",
  "attribute:stack != prod",
  "attribute:ecs.instance-type in [t2.small, t2.medium]",
  "attribute:ecs.instance-type =~ t2.* and attribute:ecs.availability-zone == us-east-1a",
];

const STRATEGIES: Readonly<Record<string, PlacementInput["strategies"]>> = {
  "spread over zones": [{ field: "attribute:ecs.availability-zone", type: "spread" }],
  "spread over instances": [{ field: "instanceId", type: "spread" }],
  "binpack memory": [{ field: "memory", type: "binpack" }],
  random: [{ type: "random" }],
  "spread over zones, then over instances": [
    { field: "attribute:ecs.availability-zone", type: "spread" },
    { field: "instanceId", type: "spread" },
  ],
  "spread over zones, then binpack memory": [
    { field: "attribute:ecs.availability-zone", type: "spread" },
    { field: "memory", type: "binpack" },
  ],
  "spread over instances, then binpack memory": [
    { field: "instanceId", type: "spread" },
    { field: "memory", type: "binpack" },
  ],
};

const CONSTRAINTS: Readonly<Record<string, PlacementInput["constraints"]>> = {
  "memberOf: t2 instances": [{ expression: "attribute:ecs.instance-type =~ t2.*", type: "memberOf" }],
  "memberOf: with the daemon service": [{ expression: "task:group == service:daemon-service", type: "memberOf" }],
  "memberOf: with databases": [{ expression: "task:group == databases", type: "memberOf" }],
  distinctInstance: [{ type: "distinctInstance" }],
};

const letter = (slot: number) => String.fromCharCode(65 + slot);
const golden = (name: string) => `placement/${name}.txt`;

function fleetTable(rows: readonly Instance[]): string {
  const cells = rows.map(({ slot, spec, attributes, remaining, agentVersion, tasksByGroup }) => [
    letter(slot),
    spec.availabilityZone,
    attributes["ecs.instance-type"] ?? "",
    attributes.stack ?? "-",
    agentVersion,
    spec.registeredAtMs === OLDEST_MS ? "2018-02-12" : "2026-01-05",
    `${remaining.memory}`,
    Object.entries(tasksByGroup)
      .map(([group, tasks]) => `${group} x${tasks}`)
      .join(" ") || "-",
  ]);
  return table(["INSTANCE", "ZONE", "TYPE", "STACK", "AGENT", "REGISTERED", "MEMORY LEFT", "TASKS"], cells);
}

/** Eight tasks, one after the other: where each went, and what stands on each instance afterwards. */
function eightTasks(rows: readonly Instance[], input: Omit<PlacementInput, "placedBy">): readonly string[] {
  const checked = checkPlacement({ ...input, placedBy: "task" });
  if (!checked.ok) throw new Error(checked.message);
  const { constraints, strategies } = checked;
  const plan = planPlacement(placementRequest({ constraints, strategies, needs: { cpu: 0, memory: 1_024 } }));
  let now = rows;
  let lot = 2;
  // A lot that anybody can follow with a finger: 7 further each time.
  const draw = (count: number) => {
    lot += 7;
    return lot % count;
  };
  const steps = Array.from({ length: 8 }, () => {
    const placement = place(plan, now, draw);
    if (!placement.placed) return "-";
    const { instance, reservation } = placement;
    now = now.map((row) => (row === instance ? withTask(row, plan.request.group, reservation) : row));
    return letter(instance.slot);
  });
  return [steps.join(" "), ...now.map(({ tasksByGroup }) => String(tasksByGroup[plan.request.group] ?? "-"))];
}

describe("AWS's examples", () => {
  const rows = FLEET.map(instanceRow);
  const empty = rows.map(({ slot, spec, attributes, remaining }) =>
    instanceRow({
      slot,
      zone: spec.availabilityZone,
      type: attributes["ecs.instance-type"] ?? "",
      memory: remaining.memory,
    }),
  );
  const letters = rows.map(({ slot }) => letter(slot));

  test("of expressions: who satisfies which", async () => {
    const answers = EXPRESSIONS.map((text) => {
      const parsed = parseExpression(text);
      if (!parsed.ok) return [text, parsed.message];
      const satisfies = compileExpression(parsed.expression);
      return [text, ...rows.map((row) => (satisfies(row) ? "yes" : "."))];
    });
    const text = `${fleetTable(rows)}\n${table(["EXPRESSION", ...letters], answers)}`;
    await expect(text).toMatchFileSnapshot(golden("expressions"));
  });

  test("of strategies: where eight tasks of 1,024 MiB go", async () => {
    const answers = Object.entries(STRATEGIES).map(([name, strategies]) => [
      name,
      ...eightTasks(empty, { strategies }),
    ]);
    const text = `${fleetTable(empty)}\n${table(["STRATEGY", "ONE AFTER THE OTHER", ...letters], answers)}`;
    await expect(text).toMatchFileSnapshot(golden("strategies"));
  });

  test("of constraints: where eight tasks of 1,024 MiB go, spread over instances", async () => {
    const strategies = [{ type: "spread", field: "instanceId" }];
    const answers = Object.entries(CONSTRAINTS).map(([name, constraints]) => [
      name,
      ...eightTasks(rows, { constraints, strategies }),
    ]);
    const text = `${fleetTable(rows)}\n${table(["CONSTRAINT", "ONE AFTER THE OTHER", ...letters], answers)}`;
    await expect(text).toMatchFileSnapshot(golden("constraints"));
  });
});
