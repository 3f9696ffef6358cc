// The picture of four rollouts tells what it is there to tell.

import { expect, test } from "vitest";
import { extremes, rollouts } from "./rollout-bounds.ts";

test("no rollout leaves its bounds, and all but the last come to their end", () => {
  const all = rollouts();
  for (const rollout of all) {
    const { fewest, most } = extremes(rollout);
    expect(fewest).toBeGreaterThanOrEqual(rollout.lower);
    expect(most).toBeLessThanOrEqual(rollout.upper);
  }
  expect(all.map(({ completed }) => completed !== undefined)).toEqual([true, true, true, false]);
});

test("a rollout that hangs shows four old tasks and nothing else", () => {
  expect(rollouts().at(-1)?.moments).toEqual([{ second: 0, old: 4, fresh: 0, starting: 0 }]);
});
