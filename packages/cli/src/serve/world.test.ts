/** The clock of the served world. */

import { defaultScenario } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { World } from "./world.ts";

const SETTING = { seed: 1, scenario: defaultScenario };

describe("a clock that follows the wall", () => {
  test("runs at its speed, on from where it was moved to", async () => {
    let wallMs = 5000;
    const world = new World(SETTING, { kind: "follow", speed: 10 }, () => wallMs);
    wallMs += 100;
    world.follow();
    expect(world.session.nowMs).toBe(1000);
    await world.advance(60_000);
    expect(world.session.nowMs).toBe(61_000);
    wallMs += 1;
    world.follow();
    expect(world.session.nowMs).toBe(61_010);
  });

  test("never runs backwards", () => {
    let wallMs = 100;
    const world = new World(SETTING, { kind: "follow", speed: 1 }, () => wallMs);
    wallMs = 200;
    world.follow();
    wallMs = 150;
    world.follow();
    expect(world.session.nowMs).toBe(100);
  });

  test("begins at nothing after a reset", () => {
    let wallMs = 0;
    const world = new World(SETTING, { kind: "follow", speed: 1 }, () => wallMs);
    wallMs = 1000;
    world.follow();
    world.reset({ seed: 2 });
    wallMs = 1005;
    world.follow();
    expect(world.session.nowMs).toBe(5);
    expect(world.setting.seed).toBe(2);
  });
});

test("a clock that is moved by hand stands still", () => {
  let wallMs = 0;
  const world = new World(SETTING, { kind: "manual" }, () => wallMs);
  wallMs = 1000;
  world.follow();
  expect(world.session.nowMs).toBe(0);
});

test.each([
  ["reset", (world: World) => world.reset({})],
  ["stopped", (world: World) => world.stop()],
])("an advance ends without a result when the world is %s under it", async (_name, end) => {
  const world = new World(SETTING, { kind: "manual" });
  const moved = world.advance(1000);
  end(world);
  expect(await moved).toBeUndefined();
  expect(world.session.nowMs).toBe(0);
});
