/** Random clusters and requests for the properties of placement, and a second opinion on who can take a task. */
import {
  type Placement,
  type PlacementConstraint,
  type PlacementRequest,
  type PlacementStrategy,
  type PlacementTrace,
  planPlacement,
  tracePlacement,
} from "@quayside/simulator/placement";
import { type InstanceWish, instanceRow, placementRequest, withTask } from "@quayside/simulator/placement/testing";
import fc from "fast-check";

export type Instance = ReturnType<typeof instanceRow>;

export const zones = fc.constantFrom("us-east-1a", "us-east-1b", "us-east-1c");
const groups = fc.constantFrom("family:web", "service:api", "databases");
const ports = fc.uniqueArray(fc.constantFrom(53, 80, 443, 8080), { maxLength: 2 });
const types = fc.constantFrom("m5.large", "t3.medium", "g5.12xlarge");
const stacks = fc.constantFrom(undefined, "prod", "test");

const instance = fc.record({
  zone: zones,
  type: types,
  stack: stacks,
  status: fc.constantFrom("ACTIVE", "ACTIVE", "ACTIVE", "DRAINING"),
  agentConnected: fc.constantFrom(true, true, true, false),
  cpu: fc.integer({ min: 0, max: 2_048 }),
  memory: fc.integer({ min: 0, max: 4_096 }),
  tcpPorts: ports,
  udpPorts: ports,
  gpus: fc.uniqueArray(fc.constantFrom("GPU-0", "GPU-1", "GPU-2", "GPU-3")),
  interfaces: fc.nat(3),
});

export const fleet = fc
  .array(instance, { minLength: 3, maxLength: 12 })
  .map((wishes) =>
    wishes.map(({ stack, ...wish }, slot) =>
      instanceRow({ slot, ...(wish as Omit<InstanceWish, "slot">), ...(stack && { attributes: { stack } }) }),
    ),
  );

/** Expressions with what they mean, said once more in another way. */
const EXPRESSIONS: Readonly<Record<string, (row: Instance) => boolean>> = {
  "attribute:stack == prod": ({ attributes }) => attributes.stack === "prod",
  "attribute:stack != prod": ({ attributes }) => attributes.stack === "test",
  "not(attribute:stack == prod) and attribute:ecs.instance-type =~ [mt].*": ({ attributes }) =>
    attributes.stack !== "prod" && attributes["ecs.instance-type"] !== "g5.12xlarge",
  "task:group == databases": ({ tasksByGroup }) => (tasksByGroup.databases ?? 0) > 0,
  "not(task:group == databases)": ({ tasksByGroup }) => (tasksByGroup.databases ?? 0) === 0,
  "runningTasksCount < 2 or attribute:ecs.availability-zone in [us-east-1c]": ({ runningTasksCount, spec }) =>
    runningTasksCount < 2 || spec.availabilityZone === "us-east-1c",
};

const constraint: fc.Arbitrary<PlacementConstraint> = fc.oneof(
  fc.constant({ type: "distinctInstance" } as const),
  fc.constantFrom(...Object.keys(EXPRESSIONS)).map((expression) => ({ type: "memberOf" as const, expression })),
);

export const strategy: fc.Arbitrary<PlacementStrategy> = fc.constantFrom<PlacementStrategy[]>(
  { type: "random" },
  { type: "binpack", field: "cpu" },
  { type: "binpack", field: "memory" },
  { type: "spread", field: "instanceId" },
  { type: "spread", field: "attribute:ecs.availability-zone" },
  { type: "spread", field: "attribute:stack" },
);

export const request: fc.Arbitrary<PlacementRequest> = fc
  .record({
    group: groups,
    needs: fc.record({
      cpu: fc.nat(600),
      memory: fc.integer({ min: 4, max: 1_500 }),
      tcpPorts: ports,
      udpPorts: ports,
      gpus: fc.constantFrom(0, 0, 0, 1, 2),
      interfaces: fc.constantFrom<(0 | 1)[]>(0, 0, 1),
    }),
    constraints: fc.array(constraint, { maxLength: 2 }),
    strategies: fc.array(strategy, { minLength: 1, maxLength: 3 }),
    zones: fc.option(fc.uniqueArray(zones, { minLength: 1 }), { nil: undefined }),
  })
  .map(({ zones: wanted, ...rest }) =>
    placementRequest({ ...rest, ...(wanted && { location: { vpcId: "vpc-1", availabilityZones: wanted } }) }),
  );

export const lots = fc.infiniteStream(fc.nat());

export interface Played {
  readonly request: PlacementRequest;
  readonly before: readonly Instance[];
  readonly after: readonly Instance[];
  readonly placement: Placement;
  readonly trace: PlacementTrace;
}

/** Places one task after the other, each on the instances as the one before left them. */
export function play(
  rows: readonly Instance[],
  requests: readonly PlacementRequest[],
  numbers: Iterator<number>,
): Played[] {
  let before = rows;
  return requests.map((each) => {
    const draw = (count: number) => numbers.next().value % count;
    const { placement, trace } = tracePlacement(planPlacement(each), before, draw);
    const played = { request: each, before, placement, trace };
    if (placement.placed) {
      const { instance: chosen, reservation } = placement;
      before = before.map((row) => (row === chosen ? withTask(row, each.group, reservation) : row));
    }
    return { ...played, after: before };
  });
}

/** Whether an instance can take a task, said once more without stages. */
export function fits(row: Instance, { needs, group, constraints, location }: PlacementRequest): boolean {
  const { remaining, spec, tasksByGroup } = row;
  return (
    row.status === "ACTIVE" &&
    row.agentConnected &&
    (location === undefined || location.availabilityZones.includes(spec.availabilityZone)) &&
    remaining.cpu >= needs.cpu &&
    remaining.memory >= needs.memory &&
    !needs.tcpPorts.some((port) => remaining.tcpPorts.includes(port)) &&
    !needs.udpPorts.some((port) => remaining.udpPorts.includes(port)) &&
    remaining.gpus.length >= needs.gpus &&
    remaining.interfaces >= needs.interfaces &&
    constraints.every((each) =>
      each.type === "distinctInstance" ? (tasksByGroup[group] ?? 0) === 0 : EXPRESSIONS[each.expression]?.(row),
    )
  );
}
