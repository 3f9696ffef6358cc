/** Cleaning up what describe-task-definition prints, against what the simulator really answers. */
import { createClient } from "@quayside/api";
import { Session } from "@quayside/simulator";
import { VALID } from "@quayside/simulator/task-definition/samples";
import { expect, test } from "vitest";
import { checkDefinition } from "./check.ts";
import { cleanUp } from "./describe-output.ts";
import { parseJson } from "./json/parse-json.ts";

const OPTIONS = { accountId: "123456789012", practices: false, placeholders: "none" } as const;

test.each(Object.entries(VALID))(
  "the answer for %s can be registered again, and gives the same definition",
  (_name, sample) => {
    const { send } = createClient(Session.start());
    const describe = (input: unknown) => {
      const registered = send("RegisterTaskDefinition", input);
      if (!registered.ok) throw new Error(JSON.stringify(registered.error));
      const { taskDefinitionArn } = registered.output.taskDefinition as { taskDefinitionArn: string };
      const answer = send("DescribeTaskDefinition", { taskDefinition: taskDefinitionArn, include: ["TAGS"] });
      return answer.ok ? answer.output : {};
    };
    const answer = describe(sample);
    const clean = cleanUp(JSON.stringify(answer, null, 4)) ?? "";
    expect(checkDefinition(parseJson(clean), OPTIONS)).toEqual([]);
    const strip = ({ taskDefinition }: Record<string, unknown>) => {
      const { taskDefinitionArn, revision, registeredAt, ...rest } = taskDefinition as Record<string, unknown>;
      return rest;
    };
    expect(strip(describe(JSON.parse(clean)))).toEqual(strip(answer));
  },
);

test("nulls go wherever they stand, tags come along, and the rest keeps its order", () => {
  const answer = {
    taskDefinition: {
      family: "f",
      revision: 1,
      cpu: null,
      containerDefinitions: [{ name: "a", image: null, links: [null] }],
    },
    tags: [{ key: "team", value: "web" }],
  };
  expect(JSON.parse(cleanUp(JSON.stringify(answer)) ?? "")).toEqual({
    family: "f",
    containerDefinitions: [{ name: "a", links: [] }],
    tags: [{ key: "team", value: "web" }],
  });
});

test("a clean text stays, and a broken one is left alone", () => {
  expect(cleanUp(JSON.stringify(VALID.web))).toBeUndefined();
  expect(cleanUp('{"revision": 1')).toBeUndefined();
});

test("ten thousand nulls go at once", () => {
  const many = JSON.stringify({ revision: 1, containerDefinitions: Array.from({ length: 10_000 }, () => null) });
  expect(cleanUp(many)).toBe('{\n  "containerDefinitions": []\n}\n');
});
