/** Attributes of container instances: put, deleted, listed, within AWS's limits, and what placement makes of them. */
import { beforeEach, describe, expect, test } from "vitest";
import { Session } from "./session.ts";

let session: Session;
let instances: string[];

beforeEach(() => {
  session = Session.start({ seed: 3 });
  const provided = session.call("quayside", "ProvideContainerInstances", { cluster: "default", count: 2 });
  instances = provided.ok ? (provided.output.containerInstanceArns as string[]) : [];
});

function call(operation: string, input: object): Record<string, unknown> {
  const outcome = session.call("ecs", operation, input);
  return outcome.ok ? outcome.output : { ...outcome.error };
}

const put = (...attributes: object[]) => call("PutAttributes", { attributes });
const stack = (value: string, index = 0) => ({ name: "stack", value, targetId: instances[index] });
const attributeOf = (index: number, name: string) =>
  session.tables.containerInstances.get(instances[index] as string)?.attributes[name];

describe("PutAttributes", () => {
  test("gives an attribute, and changes it when it is there", () => {
    expect(put(stack("prod"))).toEqual({
      attributes: [{ name: "stack", value: "prod", targetId: instances[0] }],
    });
    put(stack("test"));
    expect([attributeOf(0, "stack"), attributeOf(1, "stack")]).toEqual(["test", undefined]);
    expect(session.journal.records.at(-1)).toMatchObject({
      kind: "ATTRIBUTES_PUT",
      facts: { attributes: ["stack=test"] },
    });
  });

  test("takes the short form of an id with its type, and an attribute without a value", () => {
    const targetId = instances[1]?.split("/").at(-1);
    put({ name: "gpu", targetId, targetType: "container-instance" });
    expect(attributeOf(1, "gpu")).toBeNull();
    expect(put({ name: "gpu", targetId })).toMatchObject({ code: "InvalidParameterException" });
  });

  test("refuses a target that is not there", () => {
    expect(put({ name: "stack", value: "prod", targetId: `${instances[0]}0` })).toMatchObject({
      code: "TargetNotFoundException",
    });
    call("DeregisterContainerInstance", { containerInstance: instances[1] });
    expect(put(stack("prod", 1))).toMatchObject({ code: "TargetNotFoundException" });
    expect(put({ name: "stack", value: "prod" })).toMatchObject({ code: "InvalidParameterException" });
  });

  test("refuses more than ten in a call, or on an instance, and then changes nothing", () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ ...stack("x"), name: `n${index}` }));
    expect(put(...many)).toMatchObject({
      code: "InvalidParameterException",
      message: "Attributes cannot have more than 10 elements.",
    });
    expect(put(...many.slice(0, 10))).toMatchObject({ attributes: expect.any(Array) });
    expect(put(stack("prod", 1), ...many.slice(10))).toMatchObject({ code: "AttributeLimitExceededException" });
    expect(attributeOf(1, "stack")).toBeUndefined();
    expect(put({ ...stack("y"), name: "n3" })).toMatchObject({ attributes: expect.any(Array) });
  });

  test.each([
    ["sta ck", "prod"],
    ["s".repeat(129), "prod"],
    ["stack", ""],
    ["stack", " prod"],
    ["stack", "prod "],
    ["stack", "prod=1"],
    ["stack", "v".repeat(129)],
    ["ecs.instance-type", "m5.large"],
    ["com.amazonaws.ecs.capability.ecr-auth", "1"],
  ])("refuses %s with the value %s", (name, value) => {
    expect(put({ name, value, targetId: instances[0] })).toMatchObject({ code: "InvalidParameterException" });
  });

  test.each(["a", "team A/blue@eu:1", "back\\slash", "v".repeat(128)])("takes the value %s", (value) => {
    put(stack(value));
    expect(attributeOf(0, "stack")).toBe(value);
  });
});

describe("DeleteAttributes", () => {
  test("takes an attribute away; one that is not there is no error", () => {
    put(stack("prod"));
    const attributes = [{ name: "stack", targetId: instances[0] }];
    expect(call("DeleteAttributes", { attributes })).toEqual({ attributes });
    expect(attributeOf(0, "stack")).toBeUndefined();
    expect(call("DeleteAttributes", { attributes })).toEqual({ attributes });
  });

  test("refuses a value, an unknown target, an unknown cluster", () => {
    expect(call("DeleteAttributes", { attributes: [stack("prod")] })).toMatchObject({
      code: "InvalidParameterException",
    });
    expect(call("DeleteAttributes", { attributes: [{ name: "a", targetId: "arn:x" }] })).toMatchObject({
      code: "TargetNotFoundException",
    });
    expect(call("DeleteAttributes", { cluster: "nope", attributes: [] })).toMatchObject({
      code: "ClusterNotFoundException",
    });
  });
});

describe("ListAttributes", () => {
  const list = (more: object) => call("ListAttributes", { targetType: "container-instance", ...more });

  test("finds by name and by value, on every instance", () => {
    put(stack("prod"), stack("test", 1));
    expect(list({ attributeName: "stack" })).toEqual({ attributes: [stack("prod"), stack("test", 1)] });
    expect(list({ attributeName: "stack", attributeValue: "test" })).toEqual({ attributes: [stack("test", 1)] });
    expect(list({ attributeName: "nothing" })).toEqual({ attributes: [] });
    expect(list({ attributeValue: "prod" })).toMatchObject({ code: "InvalidParameterException" });
  });

  test("lists what the agent announced, page by page", () => {
    const inPagesOf = (maxResults: number): unknown[] => {
      const found: unknown[] = [];
      for (let nextToken: unknown = null; nextToken !== undefined && found.length < 1000; ) {
        const page = list({ maxResults, ...(nextToken === null ? {} : { nextToken }) });
        found.push(...(page.attributes as unknown[]));
        nextToken = page.nextToken;
      }
      return found;
    };
    const all = inPagesOf(100);
    expect(all).toContainEqual({ name: "ecs.instance-type", value: "t3.medium", targetId: instances[0] });
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(all.length);
    expect(inPagesOf(7)).toEqual(all);
  });
});

test("placement reads an attribute from the next task on, and lets those alone that run", () => {
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [{ name: "web", image: "nginx:1.29", memory: 128 }],
  });
  const placementConstraints = [{ type: "memberOf", expression: "attribute:stack == prod" }];
  const run = () => call("RunTask", { taskDefinition: "web", count: 1, placementConstraints });
  expect(run()).toMatchObject({ tasks: [], failures: [{ reason: "MemberOf placement constraint unsatisfied." }, {}] });
  put(stack("prod", 1));
  expect(run()).toMatchObject({ tasks: [{ containerInstanceArn: instances[1] }], failures: [] });
  call("DeleteAttributes", { attributes: [{ name: "stack", targetId: instances[1] }] });
  session.advance({ untilSettled: true });
  expect([...session.tables.tasks.values()].map((task) => task.lastStatus)).toEqual(["RUNNING"]);
});
