/** Conditions about the addresses of a subnet, over what the simulator really does. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import type { CheckView } from "../condition.ts";
import { History } from "../history.ts";
import { told } from "../testing/told.ts";
import { addressesLeft, addressReused } from "./addresses.ts";

const { "private-a": SMALL } = DEFAULT_SUBNETS;

/** A cluster whose private-a has eleven addresses for tasks on Fargate. */
class SmallSubnet {
  readonly session = Session.start({
    seed: 7,
    scenario: { id: "small", title: "", commands: [], network: { cidrBlocks: { "private-a": "10.0.10.0/28" } } },
  });

  constructor() {
    this.call("CreateCluster", { clusterName: "default" });
    this.call("RegisterTaskDefinition", {
      family: "web",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "web", image: "nginx:1.29" }],
    });
  }

  call(operation: string, input: object): void {
    expect(this.session.call("ecs", operation, input)).toMatchObject({ ok: true });
  }

  run(count: number): this {
    const networkConfiguration = { awsvpcConfiguration: { subnets: [SMALL] } };
    this.call("RunTask", { taskDefinition: "web", launchType: "FARGATE", count, networkConfiguration });
    this.session.advance({ byMs: 60_000 });
    return this;
  }

  stopOne(waitMs: number): this {
    const [task] = this.session.tables.tasks.keys();
    this.call("StopTask", { task });
    this.session.advance({ byMs: waitMs });
    return this;
  }

  view(): CheckView {
    const { tables, journal } = this.session;
    return { tables, journal: journal.records, history: History.of(journal.records), files: {} };
  }
}

test("addressesLeft holds from the moment at which so many were left", () => {
  const subnet = new SmallSubnet().run(10);
  const full = addressesLeft({ subnetId: SMALL, count: 0 });
  expect(told(full(subnet.view()))).toMatchObject({
    passed: false,
    observed: { en: "Free addresses in private-a (10.0.10.0/28): 1." },
  });
  expect(full(subnet.run(1).view()).passed).toBe(true);
  expect(full(subnet.stopOne(60_000).view()).passed).toBe(true);
  expect(addressesLeft({ subnetId: SMALL, count: 11 })(subnet.view()).passed).toBe(true);
  expect(told(addressesLeft({ subnetId: "subnet-other", count: 0 })(subnet.view()))).toMatchObject({
    passed: false,
    observed: { en: "There is no subnet subnet-other." },
  });
});

test("addressReused holds when a second task has had an address, and not while its first owner keeps it", () => {
  const reused = addressReused({ subnetId: SMALL });
  const subnet = new SmallSubnet();
  expect(told(reused(subnet.view()))).toMatchObject({
    passed: false,
    observed: { en: `There is no task in ${SMALL} yet.` },
  });
  subnet.run(10).run(1).stopOne(5_000).run(1);
  expect(told(reused(subnet.view()))).toMatchObject({
    passed: false,
    observed: { en: "Tasks have taken 11 addresses there, each of them once." },
  });
  expect(told(reused(subnet.run(1).view()))).toMatchObject({
    passed: true,
    observed: { en: expect.stringMatching(/^Task \w{8} got the address 10\.0\.10\.\d+ that task \w{8} had had\.$/) },
  });
});
