/** Where images come from, over what the simulator really does. */
import { expect, test } from "vitest";
import { Ec2Cluster } from "../testing/ec2-cluster.ts";
import { told } from "../testing/told.ts";
import { imagePulled } from "./pulls.ts";

test("the first task on a machine pulls over the network, the next one finds the layers on its disk", () => {
  const cluster = new Ec2Cluster(1);
  const fromDisk = imagePulled({ fromDisk: true });
  expect(fromDisk(cluster.view()).observed("en")).toBe("There is no task yet.");
  cluster.run(1);
  expect(fromDisk(cluster.view()).observed("en")).toBe("No image has arrived yet.");
  cluster.session.stepUntilQuiet();
  expect(imagePulled({ fromDisk: false, launchType: "EC2" })(cluster.view()).passed).toBe(true);
  expect(told(fromDisk(cluster.view()))).toMatchObject({
    passed: false,
    observed: { en: expect.stringMatching(/got its image over the network in [1-9]\.\d s\.$/) },
  });
  cluster.run(1).session.stepUntilQuiet();
  expect(told(fromDisk(cluster.view()))).toMatchObject({
    passed: true,
    observed: { en: expect.stringMatching(/got its image from the disk of its machine in 0\.\d s\.$/) },
  });
  expect(imagePulled({ fromDisk: true, launchType: "FARGATE" })(cluster.view()).passed).toBe(false);
  expect(told(imagePulled({ fromDisk: true, count: 2 })(cluster.view()))).toMatchObject({
    passed: false,
    observed: { en: expect.stringMatching(/Tasks so far: 1 of 2\.$/) },
  });
});

test("a pull that failed brought nothing", () => {
  const cluster = new Ec2Cluster(1);
  const containerDefinitions = [{ name: "web", image: "nginx:does-not-exist", memory: 100 }];
  cluster.call("RegisterTaskDefinition", { family: "web", requiresCompatibilities: ["EC2"], containerDefinitions });
  cluster.run(1).session.stepUntilQuiet();
  expect(imagePulled({ fromDisk: false })(cluster.view())).toMatchObject({ passed: false, evidence: [] });
});
