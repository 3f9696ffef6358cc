/** Conditions about connections and published ports, over what the simulator really does. */
import { beforeEach, describe, expect, test } from "vitest";
import { Ec2Cluster } from "../testing/ec2-cluster.ts";
import { told } from "../testing/told.ts";
import { connectionTested } from "./connections.ts";
import { portsPublished } from "./published-ports.ts";

let cluster: Ec2Cluster;

/** One machine with a task of two containers in bridge mode. */
beforeEach(() => {
  cluster = new Ec2Cluster(1);
  const containerDefinitions = [
    { name: "front", image: "nginx:1.29", memory: 100, portMappings: [{ containerPort: 80 }] },
    { name: "cache", image: "quayside/cache:1", memory: 100 },
  ];
  cluster.call("RegisterTaskDefinition", { family: "pair", networkMode: "bridge", containerDefinitions });
  cluster.run(1, { taskDefinition: "pair" });
  cluster.session.stepUntilQuiet();
  // The cache answers twelve seconds after its start.
  cluster.session.advance({ byMs: 15_000 });
});

const connect = (from: string, to: string, port: number) =>
  cluster.session.call("quayside", "TestConnection", { from, to, port });

describe("connectionTested", () => {
  test("sees who called what, and how it ended", () => {
    expect(told(connectionTested({ reaches: true })(cluster.view()))).toMatchObject({
      passed: false,
      observed: { en: "No connection was tested yet." },
    });
    connect("front", "localhost", 6379);
    const localhost = { to: "localhost", port: 6379 };
    expect(connectionTested({ ...localhost, reaches: false, why: "own-loopback" })(cluster.view()).passed).toBe(true);
    expect(told(connectionTested({ ...localhost, reaches: true })(cluster.view()))).toMatchObject({
      passed: false,
      observed: { en: expect.stringContaining("front does not reach localhost on port 6379") },
    });
    expect(connectionTested({ ...localhost, port: 80, reaches: false })(cluster.view()).passed).toBe(false);
    expect(connectionTested({ to: "imds", reaches: false })(cluster.view()).passed).toBe(false);
  });

  test("tells tasks from machines, by the family of the caller and the container that answered", () => {
    connect("front", "cache", 6379);
    const answered = { reaches: true, answeredBy: "cache" } as const;
    expect(connectionTested({ ...answered, caller: { family: "pair" } })(cluster.view()).passed).toBe(true);
    expect(connectionTested({ ...answered, caller: { family: "web" } })(cluster.view()).passed).toBe(false);
    expect(connectionTested({ ...answered, caller: "instance" })(cluster.view()).passed).toBe(false);
    expect(connectionTested({ reaches: true, answeredBy: "front" })(cluster.view()).passed).toBe(false);
    connect([...cluster.session.tables.ec2Instances.keys()][0] as string, "localhost", 32_768);
    expect(connectionTested({ caller: "instance", reaches: true, why: "published" })(cluster.view()).passed).toBe(true);
  });

  test("a call from the internet has no caller of ours", () => {
    connect("internet", [...cluster.session.tables.ec2Instances.keys()][0] as string, 32_768);
    expect(connectionTested({ reaches: false })(cluster.view()).passed).toBe(true);
    expect(connectionTested({ reaches: false, caller: "instance" })(cluster.view()).passed).toBe(false);
  });
});

describe("portsPublished", () => {
  test("counts different ports of one machine at the same time", () => {
    expect(told(portsPublished({ family: "pair", count: 1 })(cluster.view()))).toMatchObject({
      passed: true,
      observed: { en: "Ports published on one machine at the same time: 32768." },
    });
    cluster.call("StopTask", { task: [...cluster.session.tables.tasks.keys()][0] });
    cluster.session.stepUntilQuiet();
    cluster.run(1, { taskDefinition: "pair" });
    cluster.session.stepUntilQuiet();
    expect(portsPublished({ family: "pair", count: 2 })(cluster.view()).passed).toBe(false);
    cluster.run(1, { taskDefinition: "pair" });
    cluster.session.stepUntilQuiet();
    expect(portsPublished({ family: "pair", container: "front", count: 2 })(cluster.view()).passed).toBe(true);
    expect(portsPublished({ family: "pair", container: "cache", count: 1 })(cluster.view()).passed).toBe(false);
  });

  test("says when there is no such task", () => {
    expect(portsPublished({ family: "none", count: 1 })(cluster.view())).toMatchObject({ passed: false });
  });
});
