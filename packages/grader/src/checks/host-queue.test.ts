/** Tasks that wait for their host, over what the simulator really does. */
import { expect, test } from "vitest";
import { Ec2Cluster } from "../testing/ec2-cluster.ts";
import { told } from "../testing/told.ts";
import { waitedForHost } from "./host-queue.ts";

test("a task waits while the one before it still stops; one that finds room does not", () => {
  const cluster = new Ec2Cluster(1);
  expect(waitedForHost()(cluster.view()).observed("en")).toBe("There is no task yet.");
  const containerDefinitions = [{ name: "web", image: "quayside/stubborn:1", cpu: 1500, memory: 100 }];
  cluster.call("RegisterTaskDefinition", { family: "web", requiresCompatibilities: ["EC2"], containerDefinitions });
  cluster.run(1).session.stepUntilQuiet();
  expect(waitedForHost()(cluster.view()).observed("en")).toMatch(/did not have to wait for its host\.$/);
  for (const task of cluster.session.tables.tasks.keys()) cluster.call("StopTask", { task });
  cluster.run(1).session.advance({ byMs: 5_000 });
  expect(told(waitedForHost()(cluster.view()))).toMatchObject({
    passed: false,
    observed: { en: "A task still waits for its host." },
  });
  cluster.session.stepUntilQuiet();
  expect(told(waitedForHost({ family: "web" })(cluster.view()))).toMatchObject({
    passed: true,
    observed: { en: expect.stringMatching(/waited \d+ s for its host, then began\.$/) },
  });
  expect(waitedForHost({ family: "api" })(cluster.view()).passed).toBe(false);
});

test("waiting for a silent agent is another matter", () => {
  const cluster = new Ec2Cluster(1).run(1);
  cluster.session.call("quayside", "DisconnectAgent", { containerInstance: cluster.instances[0] });
  cluster.session.advance({ byMs: 5_000 });
  cluster.session.call("quayside", "ReconnectAgent", { containerInstance: cluster.instances[0] });
  cluster.session.stepUntilQuiet();
  expect(waitedForHost()(cluster.view()).passed).toBe(false);
});
