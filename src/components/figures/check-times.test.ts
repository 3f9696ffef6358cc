// The picture of checks tells what it is there to tell.

import { expect, test } from "vitest";
import { checkRows } from "./check-times.ts";

test("one passed check makes a new target healthy; one that has failed twice needs five", () => {
  const [quick, slow] = checkRows();
  expect(quick).toMatchObject({ healthyAt: 3, unhealthyAt: undefined });
  expect(slow).toMatchObject({ unhealthyAt: 13, healthyAt: 83 });
  expect(slow?.checks.filter(({ passes, state }) => passes && state !== "healthy")).toHaveLength(4);
});
