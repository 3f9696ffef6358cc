/** The event message of a service that cannot place a task: every reason in AWS's words. */

import { expect, test } from "vitest";
import type { PlacementReason } from "../model/causes/placements.ts";
import { closestMatch, unableToPlace } from "./closest-match.ts";
import { place, planPlacement } from "./place.ts";
import { instanceRow, placementRequest } from "./testing/instances.ts";

const ARN = "arn:aws:ecs:us-east-1:123456789012:container-instance/default/0123abcd";
const HEAD = "(service web) was unable to place a task because no container instance met all of its requirements.";
const TAIL = "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";

test.each([
  ["RESOURCE:CPU", "has insufficient CPU units available"],
  ["RESOURCE:MEMORY", "has insufficient memory available"],
  ["RESOURCE:PORTS", "is already using a port required by your task"],
  ["ATTRIBUTE", "is missing an attribute required by your task"],
  ["AGENT", 'encountered error "AGENT"'],
  ["RESOURCE:ENI", 'encountered error "RESOURCE:ENI"'],
  ["MemberOf placement constraint unsatisfied.", 'encountered error "MemberOf placement constraint unsatisfied."'],
] satisfies [PlacementReason, string][])("%s", (reason, words) => {
  expect(unableToPlace("web", [{ arn: ARN, reason }])).toBe(
    `${HEAD} The closest matching (container-instance 0123abcd) ${words}. ${TAIL}`,
  );
});

test("a cluster without instances", () => {
  expect(unableToPlace("web", [])).toBe(
    `${HEAD} The reason for failure is No Container Instances were found in your cluster. ${TAIL}`,
  );
});

test("closest is who failed the latest stage, of several the first to register", () => {
  const rows = [
    instanceRow({ slot: 1, agentConnected: false }),
    instanceRow({ slot: 2, memory: 100 }),
    instanceRow({ slot: 3, memory: 200 }),
    instanceRow({ slot: 4, cpu: 0 }),
  ];
  const placement = place(planPlacement(placementRequest()), rows, () => 0);
  expect(placement.placed ? undefined : closestMatch(placement.failures)).toEqual({
    arn: rows[1]?.containerInstanceArn,
    reason: "RESOURCE:MEMORY",
  });
});
