/** What a service that cannot be steady repeats, in words. */
import { expect, test } from "vitest";
import { Session } from "./session.ts";

test("a service without a place for its task is looked at for ever, and says so", () => {
  const session = Session.start();
  const containerDefinitions = [{ name: "web", image: "nginx", memory: 400 }];
  session.call("ecs", "RegisterTaskDefinition", { family: "web", containerDefinitions });
  session.call("ecs", "CreateService", { serviceName: "shop", taskDefinition: "web", desiredCount: 1 });
  expect(session.repeating).toEqual([]);
  expect(session.wait({ until: "settled" }).ended).toBe("repeating");
  expect(session.repeating).toMatchObject([{ kind: "SERVICE_BEAT", name: "shop", way: "service" }]);
  expect(session.repeating[0]?.sentence).toMatch(/^shop has nothing that it can do and is looked at again in \d/);
  session.call("quayside", "ProvideContainerInstances", {});
  expect(session.wait({ until: { serviceSteady: "shop" }, atMost: "5 min" }).ended).toBe("met");
  expect(session.repeating).toEqual([]);
});
