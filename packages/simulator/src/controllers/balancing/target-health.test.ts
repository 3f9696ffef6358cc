/** The health of a target over time: a server that answers late is unhealthy once, and healthy once. */
import { expect, test } from "vitest";
import { serveBalanced } from "../../testing/balanced-service.ts";

test("a target that has recovered is not judged by the checks before it", () => {
  const container = { image: "quayside/slow-start:1" };
  const { session } = serveBalanced({ container, port: 8080, service: { healthCheckGracePeriodSeconds: 600 } });
  session.advance({ byMs: 900_000 });
  const { records } = session.journal;
  const found = records.filter(({ kind }) => kind === "TARGET_HEALTH_CHANGED").map(({ facts }) => facts);
  expect(found).toMatchObject([{ state: "unhealthy", reason: "Target.FailedHealthChecks" }, { state: "healthy" }]);
});
