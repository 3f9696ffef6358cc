/** The client without a network. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";

test("gives the session's answer in AWS's order", () => {
  const outcome = createClient(Session.start()).send("DescribeClusters", {});
  expect(outcome.ok && Object.keys(outcome.output)).toEqual(["clusters", "failures"]);
});

test("refuses a wrong shape before the session hears of it", () => {
  const session = Session.start();
  const before = session.journal.length;
  expect(createClient(session).send("StopTask", { reason: 1 })).toEqual({
    ok: false,
    id: "call.validation",
    error: {
      code: "ParamValidation",
      message: [
        "Parameter validation failed:",
        'Missing required parameter in input: "task"',
        "Invalid type for parameter reason, value: 1, type: <class 'int'>, valid types: <class 'str'>",
      ].join("\n"),
    },
  });
  expect(session.journal.length).toBe(before);
});

test("refuses an operation that AWS does not have, and passes on what the session refuses", () => {
  const client = createClient(Session.start());
  expect(client.send("FlyToTheMoon", {})).toMatchObject({ ok: false, error: { code: "UnknownOperationException" } });
  expect(client.send("toString", {})).toMatchObject({ ok: false, error: { code: "UnknownOperationException" } });
  expect(client.send("DeleteCluster", { cluster: "nope" })).toMatchObject({
    ok: false,
    error: { code: "ClusterNotFoundException" },
  });
});
