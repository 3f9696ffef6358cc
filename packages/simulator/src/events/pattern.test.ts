/** Event patterns: what fits, and what is none, by the rules and in the words of AWS. */
import { describe, expect, test } from "vitest";
import type { Json } from "./matchers.ts";
import { compilePattern } from "./pattern.ts";

const STOPPED: Json = {
  source: "aws.ecs",
  "detail-type": "ECS Task State Change",
  resources: ["arn:one", "arn:two"],
  detail: {
    lastStatus: "STOPPED",
    stoppedReason: "Essential container in task exited",
    version: 5,
    ip: "10.0.1.7",
    nothing: null,
    empty: [],
    containers: [
      { name: "web", exitCode: 0 },
      { name: "log", exitCode: 137 },
    ],
  },
};

function fits(pattern: Json, event: Json = STOPPED): boolean | string {
  const compiled = compilePattern(JSON.stringify(pattern));
  return compiled.ok ? compiled.matches(event) : compiled.reason;
}

describe("what fits", () => {
  test.each<[string, Json, boolean]>([
    ["a value", { source: ["aws.ecs"] }, true],
    ["another value", { source: ["aws.ec2"] }, false],
    ["one of several", { source: ["aws.ec2", "aws.ecs"] }, true],
    ["one value of a list", { resources: ["arn:two"] }, true],
    ["all fields together", { source: ["aws.ecs"], detail: { lastStatus: ["RUNNING"] } }, false],
    ["a number, however it is written", { detail: { version: [5.0] } }, true],
    ["a number is no text", { detail: { version: ["5"] } }, false],
    ["null", { detail: { nothing: [null] } }, true],
    ["null is not what is missing", { detail: { missing: [null] } }, false],
    ["fields of objects in a list", { detail: { containers: { exitCode: [137] } } }, true],
    ["two fields of one object in a list", { detail: { containers: { name: ["log"], exitCode: [137] } } }, true],
    ["two fields of two objects in a list", { detail: { containers: { name: ["web"], exitCode: [137] } } }, false],
    ["prefix", { detail: { stoppedReason: [{ prefix: "Essential" }] } }, true],
    ["prefix without case", { source: [{ prefix: { "equals-ignore-case": "AWS" } }] }, true],
    ["suffix", { detail: { stoppedReason: [{ suffix: "exited" }] } }, true],
    ["equals-ignore-case", { detail: { lastStatus: [{ "equals-ignore-case": "stopped" }] } }, true],
    ["wildcard", { detail: { stoppedReason: [{ wildcard: "*container*exited" }] } }, true],
    ["wildcard, a star of its own", { detail: { stoppedReason: [{ wildcard: "Essential\\*" }] } }, false],
    ["anything-but", { detail: { containers: { exitCode: [{ "anything-but": [0] }] } } }, true],
    ["anything-but what is there", { detail: { lastStatus: [{ "anything-but": ["STOPPED"] }] } }, false],
    ["anything-but needs a value", { detail: { missing: [{ "anything-but": "x" }] } }, false],
    ["anything-but with a comparison", { detail: { lastStatus: [{ "anything-but": { prefix: "RUN" } }] } }, true],
    ["exists", { detail: { stoppedReason: [{ exists: true }] } }, true],
    ["exists only asks leaves", { detail: [{ exists: true }] }, false],
    ["does not exist", { detail: { missing: [{ exists: false }] } }, true],
    ["does not exist, nor does what it would be in", { nowhere: { missing: [{ exists: false }] } }, true],
    ["an empty list is nothing", { detail: { empty: [{ exists: true }] } }, false],
    ["numeric", { detail: { version: [{ numeric: ["=", 5] }] } }, true],
    ["numeric, two bounds", { detail: { version: [{ numeric: [">", 0, "<=", 5] }] } }, true],
    ["numeric, outside", { detail: { version: [{ numeric: ["<", 5] }] } }, false],
    ["cidr", { detail: { ip: [{ cidr: "10.0.0.0/16" }] } }, true],
    ["cidr, outside", { detail: { ip: [{ cidr: "10.0.2.0/24" }] } }, false],
    ["$or, the second", { detail: { $or: [{ lastStatus: ["RUNNING"] }, { version: [5] }] } }, true],
    ["$or, neither", { detail: { $or: [{ lastStatus: ["RUNNING"] }, { version: [6] }] } }, false],
    ["$or and the rest", { source: ["aws.ec2"], $or: [{ source: ["aws.ecs"] }, { source: ["x"] }] }, false],
  ])("%s", (_, pattern, expected) => expect(fits(pattern)).toBe(expected));

  test("the exit code of a container that did not end well, as people ask for it", () => {
    const pattern = {
      "detail-type": ["ECS Task State Change"],
      detail: { lastStatus: ["STOPPED"], containers: { exitCode: [{ "anything-but": 0 }] } },
    };
    expect(fits(pattern)).toBe(true);
    expect(fits(pattern, { "detail-type": "ECS Task State Change", detail: { lastStatus: "STOPPED" } })).toBe(false);
  });
});

describe("what is no pattern", () => {
  test.each<[Json, string]>([
    ["text", "Filter is not an object"],
    [{ string: "my-value" }, '"string" must be an object or an array'],
    [{ int: 42 }, '"int" must be an object or an array'],
    [{ resources: [] }, "Empty arrays are not allowed"],
    [{}, "Empty objects are not allowed"],
    [{ a: [[1]] }, "Match value must be String, number, true, false, or null"],
    [{ a: [{}] }, "Match expression name not found"],
    [{ a: [{ EXISTS: true }] }, "Unrecognized match type EXISTS"],
    [{ a: [{ prefix: "a", suffix: "b" }] }, "Only one key allowed in match expression"],
    [{ a: [{ prefix: 1 }] }, "prefix match pattern must be a string"],
    [{ a: [{ exists: "yes" }] }, "exists match pattern must be either true or false."],
    [{ a: [{ numeric: 5 }] }, "Value of numeric must be an array."],
    [{ a: [{ numeric: [">", 0, ">", 0] }] }, "Bad numeric range operator: >"],
    [{ a: [{ numeric: [">", 0, "<"] }] }, "Value of < must be numeric"],
    [{ a: [{ numeric: ["=", "x"] }] }, "Value of equals must be numeric"],
    [{ a: [{ numeric: ["!", 1] }] }, "Unrecognized numeric range operator: !"],
    [{ a: [{ numeric: [1] }] }, "Invalid member in numeric match: 1"],
    [{ a: [{ numeric: [">", 5, "<", 1] }] }, "Bottom must be less than top"],
    [{ a: [{ numeric: ["=", 5, "<", 9] }] }, "Too many elements in numeric expression"],
    [{ a: [{ cidr: "bad" }] }, "Malformed CIDR, one '/' required"],
    [{ a: [{ wildcard: "a**b" }] }, "Consecutive wildcard characters at pos 2"],
    [{ a: [{ wildcard: "a\\b" }] }, "Invalid escape character at pos 2"],
    [{ a: [{ "equals-ignore-case": ["x"] }] }, "equals-ignore-case match pattern must be a string"],
    [{ a: [{ "anything-but": true }] }, "Value of anything-but must be an array or single string/number value."],
    [{ a: [{ "anything-but": [null] }] }, "Inside anything but list, start|null|boolean is not supported."],
    [
      { a: [{ "anything-but": [1, "x"] }] },
      "Inside anything but list, either all values are number or string, mixed type is not supported",
    ],
    [{ a: [{ "anything-but": { numeric: ["=", 1] } }] }, "Unsupported anything-but pattern: numeric"],
    [{ a: [{ "anything-but": { prefix: "" } }] }, "Null prefix/suffix not allowed"],
    [
      { a: [{ "anything-but": { "equals-ignore-case": 123 } }] },
      "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
    ],
  ])("%j", (pattern, reason) => expect(fits(pattern)).toBe(reason));

  test("text that is no JSON", () => expect(compilePattern("{'a': 1}").ok).toBe(false));
});
