// The picture of six starts tells what it is there to tell.

import { expect, test } from "vitest";
import { startRows } from "./start-times.ts";

const pulled = (place: string, turn: string) => {
  const row = startRows().find((each) => each.place === place && each.turn === turn);
  return (row?.pullStopped ?? 0) - (row?.pullStarted ?? 0);
};

test("an instance keeps the layers for the second start, Fargate pulls again", () => {
  expect(pulled("Fargate", "again")).toBeGreaterThan(1);
  for (const place of ["EC2, awsvpc", "EC2, bridge"]) {
    expect(pulled(place, "first")).toBeGreaterThan(1);
    expect(pulled(place, "again")).toBeLessThanOrEqual(0.5);
  }
});

test("what takes its time is the interface: a task in bridge mode runs within seconds, the others need more than ten", () => {
  for (const { place, running } of startRows()) {
    if (place === "EC2, bridge") expect(running).toBeLessThan(6);
    else expect(running).toBeGreaterThan(10);
  }
});
