/** What targets get: the event, a part, a constant, a template; and overrides that are read of it. */
import { describe, expect, test } from "vitest";
import { isPath, targetInput } from "./input.ts";
import { readOverrides } from "./overrides.ts";

const EVENT = {
  "detail-type": "Object Created",
  detail: { bucket: { name: "in" }, object: { key: 'a "b".csv', size: 4 }, list: [{ id: 7 }] },
};
const NAMES = { ruleArn: "arn:rule", ruleName: "nightly", ingestionTime: "2026-01-05T09:00:00Z" };
const given = (plan: Parameters<typeof targetInput>[0]) => targetInput(plan, EVENT, NAMES);

describe("the input of a target", () => {
  test("is the event unless it is told otherwise", () => expect(JSON.parse(given({}))).toEqual(EVENT));
  test("is a constant", () => expect(given({ Input: '{"a":1}' })).toBe('{"a":1}'));
  test("is a part", () => expect(given({ InputPath: "$.detail.bucket" })).toBe('{"name":"in"}'));
  test("is null where the event has nothing", () => expect(given({ InputPath: "$.detail.nope" })).toBe("null"));

  test("is a template: bare values are JSON, values in quotes stand as they are", () => {
    const InputPathsMap = { key: "$.detail.object.key", size: "$.detail.object.size", id: "$.detail.list[0].id" };
    const InputTemplate =
      '{"size": <size>, "key": <key>, "text": "<key> has <size>", "id": "<id>", "rule": <aws.events.rule-name>}';
    expect(JSON.parse(given({ InputTransformer: { InputPathsMap, InputTemplate } }))).toEqual({
      size: 4,
      key: 'a "b".csv',
      text: 'a "b".csv has 4',
      id: "7",
      rule: "nightly",
    });
  });

  test("leaves names alone that nobody has given", () => {
    expect(given({ InputTransformer: { InputTemplate: '"<nope> \\"x\\""' } })).toBe('"<nope> \\"x\\""');
  });

  test("takes paths with names, quotes and places", () => {
    expect(["$", "$.a.b", "$.a[0]", "$['detail-type']", '$["x"].y'].filter((path) => !isPath(path))).toEqual([]);
    expect(["a", "$a", "$.", "$..a", "$.a[*]"].filter(isPath)).toEqual([]);
  });
});

describe("overrides", () => {
  test("are what RunTask knows of them", () => {
    const web = { name: "web", command: ["run"], environment: [{ name: "KEY", value: "1" }] };
    expect(readOverrides(JSON.stringify({ cpu: "512", nope: 1, containerOverrides: [{ ...web, nope: 2 }] }))).toEqual({
      ok: true,
      overrides: { cpu: "512", containerOverrides: [web] },
    });
  });

  test.each([
    ["text", "it is no JSON object."],
    ['{"containerOverrides": {}}', "containerOverrides is no list."],
    ['{"containerOverrides": [1]}', "a container override is no object."],
    ['{"containerOverrides": [{"name": "web", "command": "run"}]}', "command has another type."],
    ['{"cpu": 512}', "cpu has another type."],
  ])("%s", (text, problem) => expect(readOverrides(text)).toEqual({ ok: false, problem }));
});
