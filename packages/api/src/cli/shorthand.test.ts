/** The AWS CLI's shorthand: its grammar, and what the shape makes of it. */
import { describe, expect, test } from "vitest";
import { operationModel, type Shape } from "../model.ts";
import { applyShape, parseShorthand, ShorthandProblem, type ShorthandValue } from "./shorthand.ts";

const parse = (input: string) => parseShorthand(input, () => undefined);

describe("the grammar", () => {
  test.each<[string, ShorthandValue]>([
    ["a=b", { a: "b" }],
    ["a=b,c=d", { a: "b", c: "d" }],
    ["a=b,c,d", { a: ["b", "c", "d"] }],
    ["a=b,c,d=e", { a: ["b", "c"], d: "e" }],
    ["a=", { a: "" }],
    ["a=,b=c", { a: "", b: "c" }],
    ["a=b c", { a: "b c" }],
    ["a='b,c',d=\"e=f\"", { a: "b,c", d: "e=f" }],
    ["a='it\\'s'", { a: "it's" }],
    ["a=b\\,c", { a: "b,c" }],
    ["a=[b,c],d=[]", { a: ["b", "c"], d: [] }],
    ["a={b=c,d=[e,f]}", { a: { b: "c", d: ["e", "f"] } }],
    ["a=[{b=c},{b=d}]", { a: [{ b: "c" }, { b: "d" }] }],
    ["a = b , c = d", { a: "b", c: "d" }],
    ["a=arn:aws:ecs:us-east-1:1:cluster/x", { a: "arn:aws:ecs:us-east-1:1:cluster/x" }],
    [
      "awsvpcConfiguration={subnets=[s-1,s-2],assignPublicIp=ENABLED}",
      { awsvpcConfiguration: { subnets: ["s-1", "s-2"], assignPublicIp: "ENABLED" } },
    ],
  ])("%s", (input, value) => {
    expect(parse(input)).toEqual(value);
  });

  test("reads a file where the key says so", () => {
    const files: Record<string, string> = { "file://a.txt": "hello" };
    expect(parseShorthand("a@=file://a.txt,b=file://a.txt", (path) => files[path])).toEqual({
      a: "hello",
      b: "file://a.txt",
    });
  });

  test("a key called __proto__ is a key", () => {
    expect(Object.keys(parse("__proto__=x"))).toEqual(["__proto__"]);
  });
});

describe("a text that cannot be read shows the place", () => {
  test.each([
    ["foo", "Expected: '=', received: 'EOF' for input:\nfoo\n   ^"],
    ["a=[b", "Expected: ',', received: 'EOF' for input:\na=[b\n    ^"],
    ["a={b}", "Expected: '=', received: '}' for input:\na={b}\n    ^"],
    ["a='b", "Expected: '<singled quoted>', received: '<none>' for input:\na='b\n  ^"],
    ["", "Expected: '=', received: 'EOF' for input:\n\n^"],
  ])("%j", (input, message) => {
    expect(() => parse(input)).toThrow(ShorthandProblem);
    expect(() => parse(input)).toThrow(message);
  });

  test("a key that comes twice", () => {
    expect(() => parse("a=b,a=c")).toThrow(
      /^Second instance of key "a" encountered for input:\na=b,a=c\n {4}\^\nThis is often/,
    );
  });
});

describe("the shape decides", () => {
  const container = operationModel("RegisterTaskDefinition")?.input.members.get("containerDefinitions")
    ?.element as Shape;

  test("what is a number, a boolean, a list", () => {
    const value = parse("cpu=256,essential=True,command=ls,portMappings=[{containerPort=80}],dockerLabels={n=1}");
    expect(applyShape(container, value)).toEqual({
      cpu: 256,
      essential: true,
      command: ["ls"],
      portMappings: [{ containerPort: 80 }],
      dockerLabels: { n: "1" },
    });
  });

  test("a word that is no boolean stays a word, for the validation to complain about", () => {
    expect(applyShape(container, parse("essential=maybe"))).toEqual({ essential: "maybe" });
  });

  test("a word that is no number is refused in Python's words", () => {
    expect(() => applyShape(container, parse("cpu=many"))).toThrow("invalid literal for int() with base 10: 'many'");
  });

  test("members that the shape does not have stay", () => {
    expect(applyShape(container, parse("nope=1"))).toEqual({ nope: "1" });
  });
});
