/** `$(...)` inside command lines. */
import { describe, expect, test } from "vitest";
import { expandSubstitutions } from "./substitution.ts";

const printed = (stdout: string, exitCode = 0) => ({ exitCode, stdout, stderr: exitCode === 0 ? "" : "no" });
const expand = (line: string, inner = "arn:1\n") => {
  const asked: string[] = [];
  const result = expandSubstitutions(
    line,
    (command) => {
      asked.push(command);
      return printed(inner);
    },
    (whole) => printed(whole),
  );
  return { line: result.stdout, asked };
};

describe("substitution", () => {
  test("puts in what the inner command prints, without its newline", () => {
    expect(expand("aws ecs stop-task --task $(aws ecs list-tasks) --reason x")).toEqual({
      line: "aws ecs stop-task --task arn:1 --reason x",
      asked: ["aws ecs list-tasks"],
    });
  });

  test("works in double quotes and several times, not in single quotes", () => {
    expect(expand(`a "$(b)" $(c)`)).toEqual({ line: `a "arn:1" arn:1`, asked: ["b", "c"] });
    expect(expand("a '$(b)'")).toEqual({ line: "a '$(b)'", asked: [] });
    expect(expand(`a "it's $(b)"`)).toEqual({ line: `a "it's arn:1"`, asked: ["b"] });
  });

  test("ends at its own bracket: others may stand inside, also in quotes", () => {
    expect(expand(`a $(b --query "length(x)" ')' (c)) d`).asked).toEqual([`b --query "length(x)" ')' (c)`]);
  });

  test("joins several words by spaces", () => {
    expect(expand("a $(b)", "x\ty\nz\n").line).toBe("a x y z");
  });

  test("leaves an open bracket as it is", () => {
    expect(expand("a $(b").line).toBe("a $(b");
  });

  test("gives back the refusal of the inner command and does not run the line", () => {
    const result = expandSubstitutions(
      "a $(b)",
      () => printed("", 254),
      () => expect.unreachable(),
    );
    expect(result).toMatchObject({ exitCode: 254, stderr: "no" });
  });
});
