/** A deployment runs one build of an image: the tag may move, its tasks do not. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import { Session } from "./session.ts";
import { must } from "./testing/cause-scenery.ts";

const IMAGE = "quayside/shop:latest";

/** A service of one task, and the digests of its tasks in the order of their start. */
function shop(container: object = {}) {
  const session = Session.start();
  const call = (operation: string, input: object) => must(session, "ecs", operation, input);
  if (session.tables.clusters.size === 0) call("CreateCluster", {});
  call("RegisterTaskDefinition", {
    family: "shop",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "shop", image: IMAGE, ...container }],
  });
  call("CreateService", {
    serviceName: "shop",
    taskDefinition: "shop",
    desiredCount: 1,
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
  const go = () => session.advance({ untilSettled: true });
  go();
  return {
    session,
    push: () => must(session, "quayside", "PushImage", { image: IMAGE }),
    update: (input: object) => {
      call("UpdateService", { service: "shop", ...input });
      go();
    },
    digests: () => [...session.tables.containers.values()].map(({ imageDigest }) => imageDigest),
    images: () =>
      call("DescribeServiceRevisions", { serviceRevisionArns: [...session.tables.serviceRevisions.keys()] }),
  };
}

describe("a new push", () => {
  test("changes nothing of a service, not even when it is scaled out", () => {
    const { push, update, digests, images } = shop();
    push();
    update({ desiredCount: 3 });
    const [first, ...others] = digests();
    expect(others).toEqual([first, first]);
    expect(images()).toMatchObject({
      serviceRevisions: [{ containerImages: [{ containerName: "shop", image: IMAGE, imageDigest: first }] }],
    });
  });

  test("comes with the next deployment", () => {
    const { push, update, digests } = shop();
    push();
    update({ forceNewDeployment: true });
    const [first, second] = digests();
    expect(second).toMatch(/^sha256:/);
    expect(second).not.toBe(first);
  });

  test("comes with the next task where versionConsistency is disabled", () => {
    const { push, update, digests } = shop({ versionConsistency: "disabled" });
    push();
    update({ desiredCount: 2 });
    const [first, second] = digests();
    expect(second).not.toBe(first);
  });
});
