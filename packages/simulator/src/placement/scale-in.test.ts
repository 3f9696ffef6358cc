/** Which tasks go when a service wants fewer, for every strategy. */
import { describe, expect, test } from "vitest";
import type { PlacementStrategy } from "../model/placement.ts";
import type { Draw } from "./place.ts";
import { type ScaleInTask, scaleIn } from "./scale-in.ts";
import { type InstanceWish, instanceRow } from "./testing/instances.ts";

const AZ: PlacementStrategy = { type: "spread", field: "attribute:ecs.availability-zone" };
const INSTANCE: PlacementStrategy = { type: "spread", field: "instanceId" };
const MEMORY: PlacementStrategy = { type: "binpack", field: "memory" };
const CPU: PlacementStrategy = { type: "binpack", field: "cpu" };
const last: Draw = (count) => count - 1;

/** Tasks named after their instance: `1a`, `1b` on the instance in slot 1. */
function tasksOn(
  wishes: readonly (InstanceWish & { readonly tasks: number; readonly safe?: string })[],
): ScaleInTask[] {
  return wishes.flatMap(({ tasks, safe = "", ...wish }) => {
    const instance = instanceRow(wish);
    return Array.from({ length: tasks }, (_, index) => {
      const letter = String.fromCharCode(97 + index);
      return {
        taskArn: `${wish.slot}${letter}`,
        availabilityZone: instance.spec.availabilityZone,
        isProtected: safe.includes(letter),
        instance,
        cpu: 256,
        memory: 512,
      };
    });
  });
}

const stopped = (tasks: readonly ScaleInTask[], count: number, strategies: PlacementStrategy[], draw = last) =>
  scaleIn(tasks, count, strategies, draw).taskArns;

describe("without a strategy", () => {
  const service = tasksOn([
    { slot: 1, zone: "us-east-1a", tasks: 1 },
    { slot: 2, zone: "us-east-1a", tasks: 3 },
    { slot: 3, zone: "us-east-1b", tasks: 3 },
  ]);

  test("the zone with the most tasks gives one up, there the instance with the most", () => {
    expect(stopped(service, 1, [])).toEqual(["2c"]);
  });

  test("each task that goes is counted before the next is chosen: zones stay even", () => {
    expect(stopped(service, 5, [])).toEqual(["2c", "3c", "2b", "3b", "2a"]);
  });
});

describe("with a strategy", () => {
  test("spread over zones: inside of the zone by lot", () => {
    const service = tasksOn([
      { slot: 1, zone: "us-east-1a", tasks: 1 },
      { slot: 2, zone: "us-east-1a", tasks: 3 },
      { slot: 3, zone: "us-east-1b", tasks: 3 },
    ]);
    expect(scaleIn(service, 1, [AZ], () => 0)).toEqual({ taskArns: ["1a"], draws: [{ count: 4, drawn: 0 }] });
  });

  test("spread over instances: from the instance with the most", () => {
    const service = tasksOn([
      { slot: 1, tasks: 2 },
      { slot: 2, tasks: 3 },
    ]);
    expect(stopped(service, 3, [INSTANCE])).toEqual(["2c", "2b", "1b"]);
  });

  test("binpack: where the most is left afterwards, so that instances become empty", () => {
    const service = tasksOn([
      { slot: 1, memory: 1024, cpu: 1024, tasks: 2 },
      { slot: 2, memory: 2048, cpu: 512, tasks: 2 },
    ]);
    expect(stopped(service, 3, [MEMORY])).toEqual(["2b", "2a", "1b"]);
    expect(stopped(service, 3, [CPU])).toEqual(["1b", "1a", "2b"]);
  });

  test("binpack: what earlier choices give back counts, too", () => {
    const [large, small, other] = tasksOn([
      { slot: 1, memory: 1000, tasks: 2 },
      { slot: 2, memory: 1000, tasks: 1 },
    ]) as [ScaleInTask, ScaleInTask, ScaleInTask];
    const service = [
      { ...large, memory: 600 },
      { ...small, memory: 100 },
      { ...other, memory: 500 },
    ];
    expect(stopped(service, 2, [MEMORY])).toEqual(["1a", "1b"]);
  });

  test("a chain: the second only among the ties of the first", () => {
    const service = tasksOn([
      { slot: 1, zone: "us-east-1a", memory: 1024, tasks: 1 },
      { slot: 2, zone: "us-east-1a", memory: 2048, tasks: 1 },
      { slot: 3, zone: "us-east-1b", memory: 4096, tasks: 1 },
    ]);
    expect(stopped(service, 1, [AZ, MEMORY])).toEqual(["2a"]);
  });

  test("random: by lot", () => {
    expect(stopped(tasksOn([{ slot: 1, tasks: 3 }]), 2, [{ type: "random" }], () => 0)).toEqual(["1a", "1b"]);
  });
});

test("protected tasks stay, though they count where they are", () => {
  const service = tasksOn([
    { slot: 1, zone: "us-east-1a", tasks: 3, safe: "bc" },
    { slot: 2, zone: "us-east-1b", tasks: 1 },
  ]);
  expect(stopped(service, 4, [])).toEqual(["1a", "2a"]);
});

test("tasks on an instance that drains go first", () => {
  const service = tasksOn([
    { slot: 1, tasks: 3 },
    { slot: 2, status: "DRAINING", tasks: 1 },
  ]);
  expect(stopped(service, 2, [])).toEqual(["2a", "1c"]);
});

test("tasks on Fargate have zones and no instances, and the first of those that are equal goes", () => {
  const service: ScaleInTask[] = ["a", "b", "b"].map((zone, index) => ({
    taskArn: `${index}`,
    availabilityZone: `us-east-1${zone}`,
    isProtected: false,
    instance: undefined,
    cpu: 256,
    memory: 512,
  }));
  expect(stopped(service, 1, [])).toEqual(["1"]);
});
