/** The parser and the printer: what is read, how it is written again, and where a wrong expression is wrong. */
import { describe, expect, test } from "vitest";
import { MAX_EXPRESSION_LENGTH, MAX_NESTING } from "./expression.ts";
import { faultSentence, parseExpression } from "./parse.ts";
import { printExpression } from "./print.ts";

/** The expression as the printer writes it, or where and what is wrong. */
function read(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(parsed.expression) : faultSentence(parsed);
}

describe("what is read", () => {
  test.each([
    ["attribute:stack equals prod", "attribute:stack == prod"],
    ["attribute:stack not_equals prod", "attribute:stack != prod"],
    ["runningTasksCount greater_than 3", "runningTasksCount > 3"],
    ["runningTasksCount greater_than_equal 3", "runningTasksCount >= 3"],
    ["runningTasksCount less_than 3", "runningTasksCount < 3"],
    ["runningTasksCount less_than_equal 3", "runningTasksCount <= 3"],
    ["attribute:stack exists", "attribute:stack exists"],
    ["attribute:stack not_exists", "attribute:stack !exists"],
    ["attribute:stack !exists", "attribute:stack !exists"],
    ["attribute:stack in [prod,test]", "attribute:stack in [prod, test]"],
    ["attribute:stack not_in [ prod ]", "attribute:stack !in [prod]"],
    ["attribute:stack !in[prod]", "attribute:stack !in [prod]"],
    ["attribute:ecs.instance-type matches t2.*", "attribute:ecs.instance-type =~ t2.*"],
    ["attribute:ecs.instance-type not_matches t2.*", "attribute:ecs.instance-type !~ t2.*"],
  ])("%s", (text, printed) => {
    expect(read(text)).toBe(printed);
  });

  test("an alias is the very same tree as its sign", () => {
    expect(parseExpression("task:group equals database")).toEqual(parseExpression("task:group==database"));
  });

  test("and binds closer than or, not closer than both; signs mean the same as words", () => {
    expect(read("runningTasksCount == 0 || agentConnected==true && ! task:group == a")).toBe(
      "runningTasksCount == 0 or agentConnected == true and not(task:group == a)",
    );
    expect(read("(runningTasksCount == 0 or agentConnected == true) and not not attribute:a exists")).toBe(
      "(runningTasksCount == 0 or agentConnected == true) and not not(attribute:a exists)",
    );
  });

  test("values may stand in quotes, where a backslash hides only quotes and backslashes", () => {
    const parsed = parseExpression(String.raw`attribute:note == "it's \"fine\", \d and \\"`);
    expect(parsed).toMatchObject({ ok: true, expression: { value: String.raw`it's "fine", \d and \ `.trimEnd() } });
  });

  test("a pattern without quotes keeps its own parentheses and leaves those of the expression", () => {
    expect(read("not(attribute:ecs.instance-type =~ (t2|t3)[.](micro|small)) and agentConnected == true")).toBe(
      "not(attribute:ecs.instance-type =~ '(t2|t3)[.](micro|small)') and agentConnected == true",
    );
  });

  test.each(["2018-06-18T22:28:28+00:00", "2018-06-18T22:28:28Z", "2018-06-18T22:28:28", "2018-06-18"])(
    "%s is a date",
    (date) => {
      expect(read(`registeredAt >= ${date}`)).toBe(`registeredAt >= ${date}`);
    },
  );
});

describe("what is refused, and where", () => {
  test.each([
    ["", "At character 1: A subject such as attribute:NAME or runningTasksCount was expected here, but the text ends."],
    [
      "attribute:stack",
      "At character 16: An operator such as ==, =~, in or exists was expected here, but the text ends.",
    ],
    ["attribute:stack = prod", "At character 17: Equality is written ==, with two signs."],
    ["attribute:stack == ", "At character 20: A value was expected here, but the text ends."],
    ["attribute: == prod", "At character 1: attribute: needs the name of an attribute right behind it."],
    ["attribute:stack is prod", "At character 17: An operator such as ==, =~, in or exists was expected here, not is."],
    ["agentconnected == true", "At character 1: agentconnected is no subject; did you mean agentConnected?"],
    [
      "instanceType == t2.small",
      "At character 1: instanceType is no subject; write agentConnected, agentVersion, ec2InstanceId, registeredAt, runningTasksCount, task:group or attribute:NAME.",
    ],
    ["agentConnected == yes", "At character 19: agentConnected needs true or false."],
    ["agentVersion < latest", "At character 16: agentVersion needs a version such as 1.14.5."],
    ["runningTasksCount == many", "At character 22: runningTasksCount needs a whole number."],
    [
      "registeredAt < 13.2.2018",
      "At character 16: registeredAt needs a date such as 2026-01-05 or 2026-01-05T09:00:00Z.",
    ],
    [
      "registeredAt < 2018-02-30",
      "At character 16: registeredAt needs a date such as 2026-01-05 or 2026-01-05T09:00:00Z.",
    ],
    ["agentConnected > true", "At character 16: agentConnected does not know >; it knows == != in !in =~ !~."],
    ["runningTasksCount in [1]", "At character 19: runningTasksCount does not know in; it knows == != > >= < <=."],
    ["registeredAt =~ 2018.*", "At character 14: registeredAt does not know =~; it knows == != > >= < <=."],
    ["attribute:a in prod", "At character 16: A list such as [a, b] was expected here, not prod."],
    ["attribute:a in [prod", "At character 21: , or ] was expected here, but the text ends."],
    ["attribute:a in []", "At character 17: A value was expected here, not ]."],
    ["(attribute:a exists", "At character 20: and, or, or ) was expected here, but the text ends."],
    ["attribute:a exists)", "At character 19: and, or, or the end was expected here, not )."],
    [
      "attribute:a exists attribute:b exists",
      "At character 20: and, or, or the end was expected here, not attribute:b.",
    ],
    ["attribute:a == 'prod", "At character 16: The quote ' that begins here is not closed."],
    ["attribute:a =~ 't2.*", "At character 16: The quote ' that begins here is not closed."],
    ["attribute:a =~ (t2", "At character 16: The regular expression cannot be used: a parenthesis is not closed."],
    [
      "attribute:a =~ (?=t2)",
      "At character 16: The regular expression cannot be used: lookaround, flags and named groups are not simulated; (?i) may stand in front.",
    ],
    [
      "attribute:a == b and",
      "At character 21: A subject such as attribute:NAME or runningTasksCount was expected here, but the text ends.",
    ],
    ["attribute:a == b AND attribute:c == d", "At character 18: and, or, or the end was expected here, not AND."],
  ])("%s", (text, sentence) => {
    expect(read(text)).toBe(sentence);
  });

  test("what is too long is not read at all", () => {
    const long = `attribute:a == ${"x".repeat(MAX_EXPRESSION_LENGTH)}`;
    expect(read(long)).toMatch(/at most 2000 characters; this one has 2015/);
    expect(read(long.slice(0, MAX_EXPRESSION_LENGTH))).toBe(long.slice(0, MAX_EXPRESSION_LENGTH));
  });

  test("what is nested too deep is refused, what is just as deep as allowed is read", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}attribute:a exists${")".repeat(depth)}`;
    expect(read(nested(MAX_NESTING))).toBe("attribute:a exists");
    expect(read(nested(MAX_NESTING + 1))).toBe("At character 66: Parentheses and not can be nested 64 deep.");
    expect(read(`${"!".repeat(900)}attribute:a exists`)).toMatch(/nested 64 deep/);
  });
});
