/** Which instances placement looks at, and in what order. */
import { expect, test } from "vitest";
import { candidatesOf } from "./candidates.ts";
import { instanceRow, TEST_CLUSTER } from "./testing/instances.ts";
import { instanceTables } from "./testing/tables.ts";

test("those of the cluster that are not INACTIVE, in the order of registration, however the table was filled", () => {
  const rows = [
    instanceRow({ slot: 3 }),
    instanceRow({ slot: 1, status: "DRAINING" }),
    instanceRow({ slot: 2, status: "INACTIVE" }),
    instanceRow({ slot: 0 }),
  ];
  expect(candidatesOf(instanceTables(rows), TEST_CLUSTER).map(({ slot }) => slot)).toEqual([0, 1, 3]);
  expect(candidatesOf(instanceTables(rows.toReversed()), TEST_CLUSTER).map(({ slot }) => slot)).toEqual([0, 1, 3]);
  expect(candidatesOf(instanceTables(rows), "arn:other")).toEqual([]);
});
