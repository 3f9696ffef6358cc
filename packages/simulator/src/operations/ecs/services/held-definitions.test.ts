/** A service holds the revision that it is at: deleted, it stays until the service has gone on or is INACTIVE. */
import { expect, test } from "vitest";
import { serviceScenery } from "../../../testing/service-scenery.ts";

test("a deleted revision is there as long as a service is at it", () => {
  const { session, call, create, remove, said } = serviceScenery();
  const containerDefinitions = [{ name: "held", image: "nginx", memory: 64 }];
  const { taskDefinition } = call("RegisterTaskDefinition", { family: "held", containerDefinitions }) as unknown as {
    taskDefinition: { taskDefinitionArn: string };
  };
  create({ serviceName: "pair", cluster: "machines", taskDefinition: "held", desiredCount: 0 });
  const { taskDefinitionArn } = taskDefinition;
  call("DeregisterTaskDefinition", { taskDefinition: taskDefinitionArn });
  call("DeleteTaskDefinitions", { taskDefinitions: [taskDefinitionArn] });
  session.advance({ byMs: 120_000 });
  const status = () => call("DescribeTaskDefinition", { taskDefinition: taskDefinitionArn });
  expect(status()).toMatchObject({ taskDefinition: { status: "DELETE_IN_PROGRESS" } });
  remove();
  session.advance({ byMs: 120_000 });
  expect(said("DescribeTaskDefinition", { taskDefinition: taskDefinitionArn })).toContain("task definition");
});
