/** Account settings, and the one that changes something: instances launched with trunking take more tasks in awsvpc mode. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS, defaultScenario, Session } from "./index.ts";

const session = () => Session.start({ scenario: defaultScenario });
const set = (given: Session, name: string, value: string) => given.call("ecs", "PutAccountSetting", { name, value });
const slots = (given: Session) =>
  [...given.tables.containerInstances.values()].map(({ spec }) => spec.registered.interfaces);

describe("account settings", () => {
  test("are set, listed with and without defaults, and deleted", () => {
    const given = session();
    expect(given.call("ecs", "ListAccountSettings", {})).toMatchObject({ output: { settings: [] } });
    expect(set(given, "awsvpcTrunking", "enabled")).toMatchObject({ output: { setting: { value: "enabled" } } });
    const trunking = { name: "awsvpcTrunking", effectiveSettings: true };
    expect(given.call("ecs", "ListAccountSettings", trunking)).toMatchObject({
      output: { settings: [{ name: "awsvpcTrunking", value: "enabled" }] },
    });
    given.call("ecs", "DeleteAccountSetting", { name: "awsvpcTrunking" });
    expect(given.call("ecs", "ListAccountSettings", trunking)).toMatchObject({
      output: { settings: [{ value: "disabled" }] },
    });
  });

  test("an unknown name or value is refused with what it takes", () => {
    const given = session();
    expect(set(given, "constructor", "enabled")).toMatchObject({ error: { code: "InvalidParameterException" } });
    expect(set(given, "trunking", "enabled")).toMatchObject({ error: { code: "InvalidParameterException" } });
    expect(set(given, "awsvpcTrunking", "yes")).toMatchObject({
      error: { message: "Invalid setting 'value'" },
    });
  });
});

describe("ENI trunking", () => {
  test("concerns instances launched after it was turned on, of types that AWS lists", () => {
    const given = session();
    const provide = (instanceType: string) => given.call("quayside", "ProvideContainerInstances", { instanceType });
    provide("m5.large");
    set(given, "awsvpcTrunking", "enabled");
    provide("m5.large");
    provide("t3.medium");
    expect(slots(given)).toEqual([2, 10, 2]);
    const trunked = [...given.tables.containerInstances.values()].filter(
      ({ attributes }) => attributes["ecs.awsvpc-trunk-id"] !== undefined,
    );
    expect(trunked).toHaveLength(1);
  });

  test("more tasks fit, each with an address of its own", () => {
    const given = session();
    set(given, "awsvpcTrunking", "enabled");
    given.call("quayside", "ProvideContainerInstances", { instanceType: "m5.large", subnets: ["private-a"] });
    given.call("ecs", "RegisterTaskDefinition", {
      family: "app",
      networkMode: "awsvpc",
      requiresCompatibilities: ["EC2"],
      containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }],
    });
    const run = (count: number) =>
      given.call("ecs", "RunTask", {
        taskDefinition: "app",
        launchType: "EC2",
        count,
        networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } },
      });
    expect(run(10)).toMatchObject({ output: { failures: [] } });
    expect(run(1)).toMatchObject({ output: { tasks: [], failures: [{ reason: "RESOURCE:ENI" }] } });
    given.stepUntilQuiet();
    const addresses = [...given.tables.tasks.values()].map((task) => task.networkInterface?.privateIpv4Address);
    expect(new Set(addresses).size).toBe(10);
  });
});
