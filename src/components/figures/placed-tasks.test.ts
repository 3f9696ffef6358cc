// The picture of four strategies tells what it is there to tell.

import { expect, test } from "vitest";
import { placedRows } from "./placed-tasks.ts";
import { en } from "./texts/en.ts";

test("chance leaves an instance empty, spread none, binpack all but one, and the chain packs inside of each zone", () => {
  const shown = placedRows(en.placedTasks).map(({ name, instances }) => [
    name,
    instances.map((tasks) => tasks.join("")),
  ]);
  expect(Object.fromEntries(shown)).toEqual({
    random: ["124", "3", "", ""],
    spread: ["1", "2", "3", "4"],
    binpack: ["1234", "", "", ""],
    "spread zone,": ["13", "", "24", ""],
  });
});
