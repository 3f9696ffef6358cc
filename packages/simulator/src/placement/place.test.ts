/** Placement of tasks on container instances: every reason for a refusal, every strategy, chains, ties and lots. */
import { describe, expect, test } from "vitest";
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type { PlacementConstraint, PlacementRequest, PlacementStrategy } from "../model/placement.ts";
import { type Draw, place, planPlacement } from "./place.ts";
import { type InstanceWish, instanceRow, placementRequest, withTask } from "./testing/instances.ts";

const first: Draw = () => 0;
const refusesToDraw: Draw = (count) => {
  throw new Error(`nothing should be drawn, but one of ${count} was asked for`);
};
const AZ: PlacementStrategy = { type: "spread", field: "attribute:ecs.availability-zone" };
const INSTANCE: PlacementStrategy = { type: "spread", field: "instanceId" };
const HOST: PlacementStrategy = { type: "spread", field: "host" };
const CPU: PlacementStrategy = { type: "binpack", field: "cpu" };
const MEMORY: PlacementStrategy = { type: "binpack", field: "memory" };
const RANDOM: PlacementStrategy = { type: "random" };

/** Slots of the instances that got the tasks, one after the other; `-` for a task that found none. */
function slotsOf(
  instances: readonly InstanceWish[],
  request: PlacementRequest,
  count = 1,
  draw = first,
): (number | string)[] {
  const plan = planPlacement(request);
  const rows: ContainerInstanceRow[] = instances.map(instanceRow);
  return Array.from({ length: count }, () => {
    const placement = place(plan, rows, draw);
    if (!placement.placed) return "-";
    const index = rows.indexOf(placement.instance);
    rows[index] = withTask(placement.instance, request.group, placement.reservation);
    return placement.instance.slot;
  });
}

function reasonsOf(instances: readonly InstanceWish[], request: PlacementRequest): string[] {
  const placement = place(planPlacement(request), instances.map(instanceRow), first);
  return placement.placed ? [`placed on ${placement.instance.slot}`] : placement.failures.map(({ reason }) => reason);
}

describe("who cannot take the task, and why", () => {
  test.each([
    ["AGENT", { agentConnected: false }, {}],
    ["ATTRIBUTE", { attributes: {} }, { requiredAttributes: [{ name: "ecs.capability.efs" }] }],
    ["ATTRIBUTE", { attributes: { disk: "hdd" } }, { requiredAttributes: [{ name: "disk", value: "ssd" }] }],
    ["LOCATION", { zone: "us-east-1b" }, { location: { vpcId: "vpc-1", availabilityZones: ["us-east-1a"] } }],
    ["LOCATION", { vpcId: "vpc-2" }, { location: { vpcId: "vpc-1", availabilityZones: ["us-east-1a"] } }],
    ["RESOURCE:CPU", { cpu: 255 }, {}],
    ["RESOURCE:MEMORY", { memory: 511 }, {}],
    ["RESOURCE:PORTS", { tcpPorts: [22, 80] }, { needs: { tcpPorts: [80] } }],
    ["RESOURCE:PORTS", { udpPorts: [53] }, { needs: { udpPorts: [53] } }],
    ["RESOURCE:PORTS", { tcpPorts: Array.from({ length: 100 }, (_, port) => port) }, { needs: { tcpPorts: [8080] } }],
    ["RESOURCE:GPU", { gpus: ["GPU-0"] }, { needs: { gpus: 2 } }],
    ["RESOURCE:ENI", { interfaces: 0 }, { needs: { interfaces: 1 } }],
    [
      "DistinctInstance placement constraint unsatisfied.",
      { tasksByGroup: { "family:web": 1 } },
      { constraints: [{ type: "distinctInstance" }] },
    ],
    [
      "MemberOf placement constraint unsatisfied.",
      { type: "m5.large" },
      { constraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ t2.*" }] },
    ],
  ] satisfies [string, Partial<InstanceWish>, Parameters<typeof placementRequest>[0]][])(
    "%s: %o",
    (reason, wish, request) => {
      expect(reasonsOf([{ slot: 7, ...wish }], placementRequest(request))).toEqual([reason]);
    },
  );

  test("what has just as much as the task needs takes it", () => {
    const exact: InstanceWish = {
      slot: 3,
      cpu: 256,
      memory: 512,
      tcpPorts: Array.from({ length: 99 }, (_, port) => port),
      gpus: ["GPU-0", "GPU-1"],
      interfaces: 1,
      attributes: { disk: "ssd" },
    };
    const request = placementRequest({
      needs: { tcpPorts: [8080], gpus: 2, interfaces: 1 },
      requiredAttributes: [{ name: "disk", value: "ssd" }, { name: "ecs.capability.task-eni" }],
      location: { vpcId: "vpc-1", availabilityZones: ["us-east-1b", "us-east-1a"] },
      constraints: [{ type: "distinctInstance" }, { type: "memberOf", expression: "attribute:disk == ssd" }],
    });
    expect(slotsOf([exact], request)).toEqual([3]);
  });

  test("tcp and udp have ports of their own", () => {
    expect(slotsOf([{ slot: 1, tcpPorts: [53] }], placementRequest({ needs: { udpPorts: [53] } }))).toEqual([1]);
  });

  test("each ACTIVE instance that refuses has one entry, with the first reason in AWS's order", () => {
    const placement = place(
      planPlacement(placementRequest()),
      [
        instanceRow({ slot: 1, agentConnected: false, cpu: 0 }),
        instanceRow({ slot: 2, cpu: 0, memory: 0 }),
        instanceRow({ slot: 3, status: "DRAINING" }),
        instanceRow({ slot: 4, memory: 0 }),
      ],
      first,
    );
    expect(placement).toEqual({
      placed: false,
      failures: [
        { arn: expect.stringMatching(/01$/), reason: "AGENT" },
        { arn: expect.stringMatching(/02$/), reason: "RESOURCE:CPU" },
        { arn: expect.stringMatching(/04$/), reason: "RESOURCE:MEMORY" },
      ],
    });
  });

  test("constraints of the call and of the definition must all hold", () => {
    const constraints: PlacementConstraint[] = [
      { type: "memberOf", expression: "attribute:stack == prod" },
      { type: "memberOf", expression: "attribute:rack == 2" },
    ];
    const racks = [
      { slot: 1, attributes: { stack: "prod", rack: "1" } },
      { slot: 2, attributes: { stack: "test", rack: "2" } },
      { slot: 3, attributes: { stack: "prod", rack: "2" } },
    ];
    expect(slotsOf(racks, placementRequest({ constraints }))).toEqual([3]);
  });

  test("what a constraint says of tasks follows each task that is placed", () => {
    const pair = [{ slot: 1 }, { slot: 2 }];
    expect(slotsOf(pair, placementRequest({ constraints: [{ type: "distinctInstance" }] }), 3)).toEqual([1, 2, "-"]);
    const together = placementRequest({
      constraints: [{ type: "memberOf", expression: "task:group == databases" }],
      strategies: [INSTANCE],
    });
    expect(slotsOf([{ slot: 1 }, { slot: 2, tasksByGroup: { databases: 1 } }], together, 2)).toEqual([2, 2]);
  });
});

describe("spread", () => {
  const zones: InstanceWish[] = [
    { slot: 1, zone: "us-east-1a" },
    { slot: 2, zone: "us-east-1a" },
    { slot: 3, zone: "us-east-1b" },
  ];

  test.each([[INSTANCE], [HOST]])("%o goes to the instance with the fewest tasks of the group", (strategy) => {
    expect(slotsOf(zones, placementRequest({ strategies: [strategy] }), 7)).toEqual([1, 2, 3, 1, 2, 3, 1]);
  });

  test("tasks of other groups do not count", () => {
    const busy = zones.map((wish) => (wish.slot === 1 ? { ...wish, tasksByGroup: { "family:other": 5 } } : wish));
    expect(slotsOf(busy, placementRequest({ strategies: [INSTANCE] }))).toEqual([1]);
  });

  test("over zones counts the tasks of a zone, on instances without room as well", () => {
    const full = zones.map((wish) => (wish.slot === 1 ? { ...wish, cpu: 0, tasksByGroup: { "family:web": 2 } } : wish));
    expect(slotsOf(full, placementRequest({ strategies: [AZ] }), 4)).toEqual([3, 3, 2, 3]);
  });

  test("over a custom attribute: instances without it are a group of their own", () => {
    const racks = [
      { slot: 1, attributes: { rack: "1" } },
      { slot: 2, attributes: { rack: "1" } },
      { slot: 3 },
      { slot: 4, attributes: { rack: "2" } },
    ];
    expect(slotsOf(racks, placementRequest({ strategies: [{ type: "spread", field: "attribute:rack" }] }), 6)).toEqual([
      1, 3, 4, 1, 3, 4,
    ]);
  });
});

describe("binpack", () => {
  test("takes the instance with the least left that is still enough", () => {
    const sizes = [
      { slot: 1, cpu: 1024, memory: 4096 },
      { slot: 2, cpu: 512, memory: 8192 },
      { slot: 3, cpu: 2048, memory: 1024 },
    ];
    expect(slotsOf(sizes, placementRequest({ strategies: [CPU] }), 7)).toEqual([2, 2, 1, 1, 1, 1, 3]);
    expect(slotsOf(sizes, placementRequest({ strategies: [MEMORY] }), 3)).toEqual([3, 3, 1]);
  });
});

describe("chains", () => {
  test("the second strategy decides only among the ties of the first", () => {
    const fleet = [
      { slot: 1, zone: "us-east-1a", memory: 8192 },
      { slot: 2, zone: "us-east-1a", memory: 4096 },
      { slot: 3, zone: "us-east-1b", memory: 8192 },
      { slot: 4, zone: "us-east-1b", memory: 2048 },
    ];
    expect(slotsOf(fleet, placementRequest({ strategies: [AZ, MEMORY] }), 6)).toEqual([4, 2, 4, 2, 4, 2]);
    expect(slotsOf(fleet, placementRequest({ strategies: [MEMORY, AZ] }), 6)).toEqual([4, 4, 4, 4, 2, 2]);
    expect(slotsOf(fleet, placementRequest({ strategies: [INSTANCE, MEMORY] }), 5)).toEqual([4, 2, 1, 3, 4]);
  });

  test("what is still a tie goes to the instance that registered first", () => {
    expect(slotsOf([{ slot: 5 }, { slot: 9 }], placementRequest({ strategies: [MEMORY, CPU] }))).toEqual([5]);
  });
});

describe("random", () => {
  test("draws one of the instances that fit, and says what it drew", () => {
    const rows = [{ slot: 1, cpu: 0 }, { slot: 2 }, { slot: 3 }, { slot: 4 }].map(instanceRow);
    const placement = place(planPlacement(placementRequest()), rows, (count) => count - 1);
    expect(placement).toMatchObject({ placed: true, instance: { slot: 4 }, draws: [{ count: 3, drawn: 2 }] });
  });

  test("draws only among the ties of the strategies before it", () => {
    const fleet = [
      { slot: 1, zone: "us-east-1a", tasksByGroup: { "family:web": 1 } },
      { slot: 2, zone: "us-east-1b" },
      { slot: 3, zone: "us-east-1b" },
    ];
    expect(slotsOf(fleet, placementRequest({ strategies: [AZ, RANDOM] }), 1, (count) => count - 1)).toEqual([3]);
  });

  test("draws nothing where there is nothing to choose", () => {
    expect(slotsOf([{ slot: 1 }, { slot: 2, cpu: 0 }], placementRequest(), 1, refusesToDraw)).toEqual([1]);
    expect(slotsOf([{ slot: 1 }, { slot: 2 }], placementRequest({ strategies: [CPU] }), 1, refusesToDraw)).toEqual([1]);
  });
});

test("a task takes the GPUs that are listed first", () => {
  const rows = [instanceRow({ slot: 1, gpus: ["GPU-b", "GPU-a", "GPU-c"] })];
  const placement = place(planPlacement(placementRequest({ needs: { gpus: 2, tcpPorts: [80] } })), rows, first);
  expect(placement).toMatchObject({
    placed: true,
    reservation: { cpu: 256, memory: 512, tcpPorts: [80], gpus: ["GPU-b", "GPU-a"], interfaces: 0 },
  });
});

test("a cluster without ACTIVE instances has no failures to tell", () => {
  const request = placementRequest();
  expect(place(planPlacement(request), [], first)).toEqual({ placed: false, failures: [] });
  expect(place(planPlacement(request), [instanceRow({ slot: 1, status: "DRAINING" })], first)).toEqual({
    placed: false,
    failures: [],
  });
});
