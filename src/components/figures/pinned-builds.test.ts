// The picture of builds tells what it is there to tell.

import { expect, test } from "vitest";
import { buildRows } from "./pinned-builds.ts";

test("a service keeps its build until the next deployment, unless it is told to look for every task", () => {
  const builds = buildRows().map(({ who, before, another, replacement, forced }) => [
    who,
    before,
    another,
    replacement,
    forced,
  ]);
  expect(builds).toEqual([
    ["alone", 1, 2, undefined, undefined],
    ["service", 1, 1, 1, 2],
    ["loose", 1, 2, 2, 2],
  ]);
});
