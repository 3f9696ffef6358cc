/** A line in words, as a POSIX shell would cut it. */
import { describe, expect, test } from "vitest";
import { readAssignment, splitWords } from "./words.ts";

const texts = (line: string, substitute?: (command: string) => string) =>
  splitWords(line, { run: substitute }).words.map((word) => word.text);

describe("words", () => {
  test.each([
    ["aws ecs  list-clusters ", ["aws", "ecs", "list-clusters"]],
    ["a 'b c' \"d e\"", ["a", "b c", "d e"]],
    ["a'b'\"c\"d", ["abcd"]],
    ["'' \"\"", ["", ""]],
    ["a\\ b \\'c", ["a b", "'c"]],
    ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
    ["'a\\b'", ["a\\b"]],
    ["aws \\\n  ecs", ["aws", "ecs"]],
    ["ec\\\ns", ["ecs"]],
    ['"a\\\nb"', ["ab"]],
    ["a # comment", ["a"]],
    ["a#b", ["a#b"]],
    ["key={a=[1,2]},b=*?~!", ["key={a=[1,2]},b=*?~!"]],
    ["", []],
  ])("%j", (line, words) => {
    expect(texts(line)).toEqual(words);
  });

  test("know their places in the line, quotes included", () => {
    expect(splitWords("aws 'b c'").words[1]).toEqual({ text: "b c", from: 4, to: 9 });
  });
});

describe("a substitution", () => {
  const echo = (command: string) => `<${command}>\n\n`;

  test("is replaced by the output without the line breaks at its end", () => {
    expect(texts("a --task $(one)", echo)).toEqual(["a", "--task", "<one>"]);
    expect(texts('a x"$(one two)"y', echo)).toEqual(["a", "x<one two>y"]);
  });

  test("is cut at spaces outside quotes only", () => {
    const list = () => "t1\tt2 t3\n";
    expect(texts("--tasks $(x) --cluster c", list)).toEqual(["--tasks", "t1", "t2", "t3", "--cluster", "c"]);
    expect(texts('--tasks "$(x)"', list)).toEqual(["--tasks", "t1\tt2 t3"]);
    expect(texts("a$(x)b", list)).toEqual(["at1", "t2", "t3b"]);
  });

  test("that prints nothing is no word, but an empty word in quotes", () => {
    expect(texts("a $(x) b", () => "\n")).toEqual(["a", "b"]);
    expect(texts('a "$(x)" b', () => "")).toEqual(["a", "", "b"]);
  });

  test("may hold quotes, brackets and another substitution", () => {
    const seen: string[] = [];
    texts("$(a --query 'length(x)' $(b ')') )", (command) => {
      seen.push(command);
      return "";
    });
    expect(seen).toEqual(["a --query 'length(x)' $(b ')') "]);
  });
});

describe("what is not one command is a problem", () => {
  test.each([
    ["a | b", /pipes/],
    ["a > b", /redirections/],
    ["a; b", /several commands/],
    ["a && b", /&&/],
    ["a $HOME", /variables/],
    ['a "$HOME"', /variables/],
    ["a `b`", /backticks/],
    ["a 'b", /single quote is not closed/],
    ['a "b', /double quote is not closed/],
  ])("%s", (line, problem) => {
    expect(splitWords(line).problem).toMatch(problem);
  });

  test("an open substitution", () => {
    expect(splitWords("a $(b", { run: () => "" }).problem).toMatch(/not closed/);
  });

  test("quoted signs are text", () => {
    expect(splitWords("--query 'a | b > `c` $d; e & f'").problem).toBeUndefined();
  });
});

describe("variables", () => {
  const variables = new Map([
    ["ALB", "arn:alb"],
    ["TWO", "one two"],
    ["NONE", ""],
  ]);
  const split = (line: string) => splitWords(line, { variables, run: () => "a b\n" });

  test.each([
    ["x $ALB", ["x", "arn:alb"]],
    [`x "$ALB"/1 \${ALB}2`, ["x", "arn:alb/1", "arn:alb2"]],
    ["x $TWO", ["x", "one", "two"]],
    ['x "$TWO"', ["x", "one two"]],
    ['x $NONE "$NONE"', ["x", ""]],
    ["x '$ALB' \\$ALB", ["x", "$ALB", "$ALB"]],
    ["LIST=$(list) x", ["LIST=a b", "x"]],
  ])("%s", (line, words) => {
    expect(split(line)).toMatchObject({ words: words.map((text) => ({ text })) });
  });

  test("one that was never set is no empty text", () => {
    expect(split("x $OTHER").problem).toBe(
      "the variable OTHER is not set here. Set it first: OTHER=VALUE or OTHER=$(aws ...)",
    );
  });

  test("a line that sets one says which", () => {
    const read = (line: string) => readAssignment(line, split(line));
    expect(read("  ARN='a b'")).toEqual({ name: "ARN", value: "a b" });
    expect(read("COPY=$ALB")).toEqual({ name: "COPY", value: "arn:alb" });
    expect(read("aws --x=1")).toBeUndefined();
    expect(read("'A'=1")).toBeUndefined();
  });
});
