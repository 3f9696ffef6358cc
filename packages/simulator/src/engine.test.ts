/** What a session is before the engine comes: a picture of its first moment. And that it is the whole world afterwards. */
import { expect, test } from "vitest";
import type { Beginning } from "./beginning.ts";
import { Session } from "./session.ts";

const clusterArn = "arn:aws:ecs:us-east-1:123456789012:cluster/default";
const row = { clusterArn, clusterName: "default", status: "ACTIVE" };
const beginning: Beginning = {
  records: [
    { major: 0, minor: 0, kind: "WORLD_BEGAN", subject: "vpc", cause: -1, facts: undefined, changes: [] },
    {
      major: 1,
      minor: 0,
      kind: "CLUSTER_CREATED",
      subject: clusterArn,
      cause: -1,
      facts: undefined,
      changes: [{ table: "clusters", key: clusterArn, after: row }],
    },
  ],
  agenda: [],
};

test("a session with a beginning can be looked at, and is the whole world once the engine is there", async () => {
  expect(() => Session.start()).toThrow(/import @quayside\/simulator\/engine/);
  const session = Session.start({ beginning });
  const copy = session.fork();
  expect(session.tables.clusters.get(clusterArn)).toEqual(row);
  expect(session.journal.records.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
    "0 WORLD_BEGAN",
    "1 CLUSTER_CREATED",
  ]);
  expect(session.tables.images.size).toBe(0);
  expect(session.quiet).toBe(true);
  expect(() => session.call("ecs", "CreateCluster", { clusterName: "blue" })).toThrow(/engine/);
  expect(() => session.call("quayside", "PushImage", { image: "quayside/shop" })).toThrow(/engine/);
  await import("./engine.ts");
  expect(session.tables.images.size).toBeGreaterThan(0);
  expect(session.call("ecs", "CreateCluster", { clusterName: "blue" }).ok).toBe(true);
  expect(session.call("ecs", "ListClusters", {})).toMatchObject({ ok: true });
  expect(session.call("ecs", "Nonsense", {})).toMatchObject({
    ok: false,
    error: { code: "UnknownOperationException" },
  });
  const other = Session.start();
  other.call("ecs", "CreateCluster", { clusterName: "blue" });
  expect(session.journal.records).toStrictEqual(other.journal.records);
  expect(session.save()).toStrictEqual(other.save());
  expect(copy.call("ecs", "DescribeClusters", { clusters: ["blue"] })).toMatchObject({ output: { clusters: [] } });
});
