/** Life of a revision: registered, listed, deregistered, deleted, gone; and its number, which never comes back. */
import { beforeEach, describe, expect, test } from "vitest";
import { type Cloud, emptyCloud } from "../../model/cloud.ts";
import type { TaskRow, TaskStatus } from "../../model/ecs.ts";
// The entry brings the rules that registering applies.
import "../../task-definition/index.ts";
import type { ModelledOperation, Outcome } from "../operation.ts";
import { deleteTaskDefinitions } from "./delete-task-definitions.ts";
import { registerTaskDefinition } from "./register-task-definition.ts";
import {
  deregisterTaskDefinition,
  describeTaskDefinitionOperation,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
} from "./task-definitions.ts";

let sim: Cloud;

beforeEach(() => {
  sim = emptyCloud(1);
});

const arn = (name: string) => `arn:aws:ecs:us-east-1:123456789012:task-definition/${name}`;

function call(operation: ModelledOperation, input: unknown): Outcome {
  return sim.command(() => operation.run(sim, input as never) as Outcome);
}

/** The output; a refusal ends the test. */
function output(operation: ModelledOperation, input: unknown): Record<string, unknown> {
  const outcome = call(operation, input);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.output;
}

function refusal(operation: ModelledOperation, input: unknown): [string, string] | undefined {
  const outcome = call(operation, input);
  return outcome.ok ? undefined : [outcome.error.code, outcome.error.message];
}

const register = (family: string, more: object = {}) =>
  output(registerTaskDefinition, {
    family,
    containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }],
    ...more,
  }).taskDefinition as { taskDefinitionArn: string; revision: number };
const deregister = (...names: string[]) => {
  for (const taskDefinition of names) output(deregisterTaskDefinition, { taskDefinition });
};
const remove = (...names: string[]) => output(deleteTaskDefinitions, { taskDefinitions: names });
const list = (input: object = {}) => output(listTaskDefinitions, input).taskDefinitionArns;
const families = (input: object = {}) => output(listTaskDefinitionFamilies, input).families;
const status = (taskDefinition: string) =>
  (output(describeTaskDefinitionOperation, { taskDefinition }).taskDefinition as { status: string }).status;

/** A task of a definition, as far as definitions care. */
function putTask(name: string, lastStatus: TaskStatus): void {
  const spec = { taskArn: "task", clusterArn: "cluster", taskDefinitionArn: arn(name) };
  sim.command(() => {
    sim.put("tasks", { taskArn: "task", slot: 0, spec, lastStatus, desiredStatus: "RUNNING" } as TaskRow);
    sim.record("TASK_CREATED", "task", {});
  });
}

describe("register", () => {
  test("revisions count from 1 for each family", () => {
    expect([register("a").revision, register("b").revision, register("a").revision]).toEqual([1, 1, 2]);
  });

  test("the first violation is the answer, and no number is used up", () => {
    expect(refusal(registerTaskDefinition, { family: "a", containerDefinitions: [{ image: "x y" }] })).toEqual([
      "ClientException",
      "Container.name should not be null or empty.",
    ]);
    expect(refusal(registerTaskDefinition, { family: "a", containerDefinitions: [], tags: [] })?.[1]).toBe(
      "Container list cannot be empty.",
    );
    expect(register("a").revision).toBe(1);
  });

  test("tags come back beside the definition, an empty list is refused", () => {
    const tags = [{ key: "team", value: "shop" }];
    const definition = { family: "a", containerDefinitions: [{ name: "app", image: "nginx", memory: 64 }] };
    expect(output(registerTaskDefinition, { ...definition, tags })).toMatchObject({ tags });
    expect(output(describeTaskDefinitionOperation, { taskDefinition: "a" }).tags).toBeUndefined();
    expect(output(describeTaskDefinitionOperation, { taskDefinition: "a", include: ["TAGS"] }).tags).toEqual(tags);
    expect(refusal(registerTaskDefinition, { ...definition, tags: [] })).toEqual([
      "ClientException",
      "Tags can not be empty.",
    ]);
  });
});

describe("describe and deregister", () => {
  test("a family alone means its newest active revision", () => {
    for (let count = 0; count < 3; count += 1) register("a");
    deregister("a:3");
    expect(output(describeTaskDefinitionOperation, { taskDefinition: "a" }).taskDefinition).toMatchObject({
      revision: 2,
    });
  });

  test("a deregistered revision is still described by its whole name, not by its family", () => {
    register("a");
    deregister(arn("a:1"));
    expect(status("a:1")).toBe("INACTIVE");
    expect(status(arn("a:1"))).toBe("INACTIVE");
    expect(refusal(describeTaskDefinitionOperation, { taskDefinition: "a" })).toEqual([
      "ClientException",
      "Unable to describe task definition.",
    ]);
  });

  test("deregistering needs a revision that exists; twice is once", () => {
    register("a");
    expect(refusal(deregisterTaskDefinition, { taskDefinition: "a" })).toEqual([
      "ClientException",
      "Revision is missing.",
    ]);
    expect(refusal(deregisterTaskDefinition, { taskDefinition: "a:x" })).toEqual([
      "InvalidParameterException",
      "Invalid revision number. Number: x",
    ]);
    expect(refusal(deregisterTaskDefinition, { taskDefinition: "a:2" })?.[1]).toBe(
      "Unable to describe task definition.",
    );
    deregister("a:1");
    const records = sim.journal.length;
    deregister("a:1");
    expect(sim.journal.length).toBe(records);
  });
});

describe("lists", () => {
  beforeEach(() => {
    for (const family of ["web", "api", "web", "web-old"]) register(family);
    for (let count = 0; count < 9; count += 1) register("api");
    deregister("web-old:1", "api:1");
  });

  test("revisions stand by family, then by number as a number", () => {
    const api = Array.from({ length: 9 }, (_, index) => arn(`api:${index + 2}`));
    expect(list()).toEqual([...api, arn("web:1"), arn("web:2")]);
    expect(list({ sort: "DESC", familyPrefix: "web" })).toEqual([arn("web:2"), arn("web:1")]);
  });

  test("the family prefix of revisions is a whole name, that of families is a prefix", () => {
    expect(list({ familyPrefix: "we" })).toEqual([]);
    expect(families({ familyPrefix: "we" })).toEqual(["web", "web-old"]);
  });

  test("the status chooses", () => {
    expect(list({ status: "INACTIVE" })).toEqual([arn("api:1"), arn("web-old:1")]);
    expect(list({ status: "DELETE_IN_PROGRESS" })).toEqual([]);
    expect(families()).toEqual(["api", "web", "web-old"]);
    expect(families({ status: "ACTIVE" })).toEqual(["api", "web"]);
    expect(families({ status: "INACTIVE" })).toEqual(["web-old"]);
  });

  test("pages join to the whole list, in both directions", () => {
    for (const sort of ["ASC", "DESC"]) {
      const pages: unknown[] = [];
      let nextToken: unknown;
      do {
        const page = output(listTaskDefinitions, { sort, maxResults: 4, nextToken });
        pages.push(...(page.taskDefinitionArns as unknown[]));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      expect(pages).toEqual(list({ sort }));
    }
    expect(refusal(listTaskDefinitions, { maxResults: 101 })?.[0]).toBe("InvalidParameterException");
  });
});

describe("delete", () => {
  test("an inactive revision is deleted; what cannot be is among the failures", () => {
    register("a");
    register("a");
    deregister("a:1");
    expect(remove("a:1", "a:2", "a", "a:x", "b:1", arn("a:1"))).toMatchObject({
      taskDefinitions: [{ taskDefinitionArn: arn("a:1"), status: "DELETE_IN_PROGRESS" }],
      failures: [
        {
          arn: arn("a:2"),
          reason:
            "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
        },
        {
          arn: "a",
          reason: "The specified task definition identifier is invalid. Specify a valid name or ARN and try again.",
        },
        {
          arn: "a:x",
          reason: "The specified task definition identifier is invalid. Specify a valid name or ARN and try again.",
        },
        {
          arn: "b:1",
          reason:
            "The specified task definition does not exist. Specify a valid account, family, revision and try again.",
        },
      ],
    });
  });

  test("one to ten revisions can be named", () => {
    expect(refusal(deleteTaskDefinitions, { taskDefinitions: [] })).toEqual([
      "InvalidParameterException",
      "size of TaskDefinition references list must be greater than 0",
    ]);
    const names = Array.from({ length: 11 }, (_, index) => `a:${index + 1}`);
    expect(refusal(deleteTaskDefinitions, { taskDefinitions: names })).toEqual([
      "InvalidParameterException",
      "Size of TaskDefinition references list cannot exceed 10",
    ]);
    expect(remove(...names.slice(0, 10)).failures).toHaveLength(10);
  });

  test("nothing runs it: it is gone a minute later, and its number stays taken", () => {
    register("a");
    deregister("a:1");
    remove("a:1");
    expect(status("a:1")).toBe("DELETE_IN_PROGRESS");
    sim.advance({ untilMs: 60_000 });
    expect(refusal(describeTaskDefinitionOperation, { taskDefinition: "a:1" })?.[1]).toBe(
      "Unable to describe task definition.",
    );
    expect(list({ status: "DELETE_IN_PROGRESS" })).toEqual([]);
    expect(families()).toEqual([]);
    expect(remove("a:1").failures).toHaveLength(1);
    expect(register("a").revision).toBe(2);
  });

  test("a task runs it: it can be seen until the task has stopped, and only then is it gone", () => {
    register("a");
    putTask("a:1", "RUNNING");
    deregister("a:1");
    remove("a:1");
    expect(status("a:1")).toBe("DELETE_IN_PROGRESS");
    expect(list({ status: "DELETE_IN_PROGRESS" })).toEqual([arn("a:1")]);
    expect(remove("a:1").failures).toEqual([]);
    sim.advance({ untilMs: 60_000 });
    expect(status("a:1")).toBe("DELETE_IN_PROGRESS");
    putTask("a:1", "STOPPED");
    expect(list({ status: "DELETE_IN_PROGRESS" })).toEqual([]);
    expect(refusal(describeTaskDefinitionOperation, { taskDefinition: "a:1" })).toBeDefined();
  });

  test("a deleted revision does not become active again", () => {
    register("a");
    putTask("a:1", "RUNNING");
    deregister("a:1");
    remove("a:1");
    expect(refusal(deregisterTaskDefinition, { taskDefinition: "a:1" })).toEqual([
      "ClientException",
      "The task definition could not be deregistered because it is in the process of being deleted.",
    ]);
    expect(status("a:1")).toBe("DELETE_IN_PROGRESS");
  });
});
