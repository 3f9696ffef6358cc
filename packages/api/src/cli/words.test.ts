/** A line in words, as a POSIX shell would cut it. */
import { describe, expect, test } from "vitest";
import { splitWords } from "./words.ts";

const texts = (line: string, substitute?: (command: string) => string) =>
  splitWords(line, substitute).words.map((word) => word.text);

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
    expect(splitWords("a $(b", () => "").problem).toMatch(/not closed/);
  });

  test("quoted signs are text", () => {
    expect(splitWords("--query 'a | b > `c` $d; e & f'").problem).toBeUndefined();
  });
});
