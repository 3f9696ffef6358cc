/** DeleteService, as recorded answers of September 2026 have it (checked 2026-11-29). */
import { describe, expect, test } from "vitest";
import { type Json, PAIR, serviceScenery, WEB } from "../../../testing/service-scenery.ts";

describe("without force", () => {
  test("a service with tasks wanted is kept, also before the first of them runs", () => {
    const { create, said } = serviceScenery();
    create({ ...PAIR, desiredCount: 1 });
    expect(said("DeleteService", { cluster: "machines", service: "pair" })).toBe(
      "InvalidParameterException: The service cannot be stopped while it is scaled above 0.",
    );
  });

  test("a daemon goes", () => {
    const { create, remove, pass } = serviceScenery();
    create({ ...PAIR, desiredCount: undefined, schedulingStrategy: "DAEMON" });
    pass(60);
    expect(remove()).toMatchObject({ status: "DRAINING" });
  });
});

describe("with force", () => {
  const running = () => {
    const scenery = serviceScenery();
    scenery.create({ ...WEB, tags: [{ key: "team", value: "blue" }] });
    scenery.pass(120);
    return { ...scenery, answer: scenery.remove({ cluster: "default", service: "web", force: true }) };
  };

  test("the answer is DRAINING, wants nothing and has still its task; it shows less than other answers", () => {
    const { answer } = running();
    expect(answer).toMatchObject({ status: "DRAINING", desiredCount: 0, runningCount: 1 });
    expect(answer.deploymentConfiguration).toEqual({
      deploymentCircuitBreaker: { enable: false, rollback: false },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      strategy: "ROLLING",
    });
    for (const member of ["tags", "currentServiceDeployment", "currentServiceRevisions"]) {
      expect(answer[member]).toBeUndefined();
    }
  });

  test("it is listed no more and counts no more, and its name is not free yet", () => {
    const { call, said } = running();
    expect(call("ListServices", {})).toMatchObject({ serviceArns: [] });
    expect(call("DescribeClusters", {}).clusters).toMatchObject([{ activeServicesCount: 0 }]);
    expect(said("UpdateService", { service: "web", desiredCount: 1 })).toBe(
      "ServiceNotActiveException: Service was not ACTIVE.",
    );
    expect(said("CreateService", WEB)).toBe(
      "InvalidParameterException: Unable to Start a service that is still Draining.",
    );
    expect(said("DeleteService", { service: "web" })).toBe("an answer");
  });

  test("its tasks are stopped by the scheduler; then it is INACTIVE, without events, and the name is free", () => {
    const { create, described, messagesOf, pass, said, session } = running();
    pass(12);
    expect(messagesOf("web").some((message) => / has stopped 1 running tasks: /.test(message))).toBe(true);
    pass(180);
    const task = [...session.tables.tasks.values()].find(({ spec }) => spec.serviceArn?.endsWith("/web"));
    expect(task).toMatchObject({ lastStatus: "STOPPED", stopCode: "ServiceSchedulerInitiated" });
    expect(task?.stoppedReason).toMatch(/^Scaling activity initiated by \(deployment ecs-svc\/\d+\)$/);
    const inactive = described("web");
    expect(inactive).toMatchObject({ status: "INACTIVE", events: [] });
    expect((inactive.deployments as Json[]).length).toBe(1);
    expect(said("DeleteService", { service: "web" })).toBe("ServiceNotFoundException: ");
    const again = create(WEB);
    expect(again).toMatchObject({ status: "ACTIVE" });
    expect((again.deployments as Json[]).length).toBe(1);
  });
});

test("a service without tasks is INACTIVE about a minute later", () => {
  const { create, described, pass, remove } = serviceScenery();
  create(PAIR);
  pass(60);
  remove();
  pass(40);
  expect(described("pair")).toMatchObject({ status: "DRAINING" });
  pass(40);
  expect(described("pair")).toMatchObject({ status: "INACTIVE" });
});
