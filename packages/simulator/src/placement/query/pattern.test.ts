/** Regular expressions: what fits, what is refused, and that nothing takes long. */
import { describe, expect, test } from "vitest";
import { readPattern } from "./pattern.ts";

function matches(pattern: string, value: string): boolean | string {
  const read = readPattern(pattern);
  return read.ok ? read.matches(value) : read.message;
}

describe("what fits", () => {
  test.each([
    ["t2.*", "t2.micro", "xt2.micro"],
    ["t2", "t2", "t2.micro"],
    ["t[23]g?[.](micro|small)", "t3.small", "t4.small"],
    ["(?:t2|t3).+", "t3.x", "t3"],
    ["a{2}", "aa", "aaa"],
    ["a{2,}", "aaaa", "a"],
    ["a{1,3}", "aaa", "aaaa"],
    ["a{0}b", "b", "ab"],
    [String.raw`us-\w+-\d[ab]`, "us-east-1a", "us-east-1c"],
    [String.raw`\D\S\W`, "ab-", "1b-"],
    [String.raw`t2\.micro`, "t2.micro", "t2xmicro"],
    ["[^a-c]+", "xyz", "xaz"],
    ["[]a]", "]", "b"],
    ["[a-]", "-", "b"],
    [String.raw`[\d.]+`, "1.2", "1,2"],
    ["^t2$", "t2", "t3"],
    ["(?i)PROD[A-Z]", "prodx", "prod1"],
    ["a??b", "ab", "aab"],
    ["(a*)*b", "aaab", "aaac"],
    ["()*x", "x", "y"],
    ["a||b", "", "c"],
    ["", "", "x"],
  ])("%s fits %s, not %s", (pattern, yes, no) => {
    expect(matches(pattern, yes)).toBe(true);
    expect(matches(pattern, no)).toBe(false);
  });
});

describe("what is refused", () => {
  test.each([
    ["(a", "a parenthesis is not closed."],
    ["a)", "a parenthesis closes that none opened."],
    ["[a", "[ is not closed."],
    ["[z-a]", "a range in [...] ends before it begins."],
    [String.raw`[a-\d]`, "a range in [...] ends with no character."],
    ["*a", "there is nothing in front of * to repeat."],
    ["a**", "a repetition is repeated: put a group around it."],
    ["a++", "possessive repetition is not simulated."],
    ["a{x}", "{ is not followed by a count such as {2} or {1,3}."],
    ["a{3,1}", "{3,1} ends before it begins."],
    ["a{2000}", "{2000} repeats more than 1000 times."],
    ["(a{1000}){1000}", "it repeats too much."],
    [String.raw`(a)\1`, String.raw`\1 is not simulated.`],
    [String.raw`\bx`, String.raw`\b is not simulated.`],
    ["a\\", "a backslash stands at the end."],
    ["(?=a)", "lookaround, flags and named groups are not simulated; (?i) may stand in front."],
    ["[a&&b]", "classes inside of classes are not simulated."],
    [`${"(".repeat(70)}${")".repeat(70)}`, "groups can be nested 64 deep."],
  ])("%s", (pattern, message) => {
    expect(matches(pattern, "a")).toBe(message);
  });
});

test.each(["(a+)+b", "(a|a)*b", "(a|aa)+b", "(((((){1000}){1000}){1000}){1000}){1000}", "(.*.*.*.*.*.*)*b"])(
  "%s, slow for matchers that go back, takes no time",
  (pattern) => {
    expect(matches(pattern, "a".repeat(2_000))).toBe(false);
  },
);
