/** What Tab, typing and Enter do to the line and the list. */
import { describe, expect, test } from "vitest";
import { accept, type CompletionMenu, complete, MOST_OPTIONS, moveActive, refine } from "./completion.ts";

const options = (...texts: string[]) => texts.map((text) => ({ text }));
const menu = (from: number, to: number, ...texts: string[]): CompletionMenu => ({
  from,
  to,
  options: options(...texts),
  active: -1,
});

describe("complete", () => {
  test("puts a single option in, with a space after a finished word", () => {
    expect(complete("aws ec", 6, { from: 4, options: options("ecs") })).toEqual({
      line: "aws ecs ",
      caret: 8,
      menu: undefined,
    });
  });

  test.each(["file://", "tags=", "arn:"])("adds no space after %s", (text) => {
    expect(complete("f", 1, { from: 0, options: options(text) }).line).toBe(text);
  });

  test("does not double the space that is there", () => {
    expect(complete("aws ec list-tasks", 6, { from: 4, options: options("ecs") }).line).toBe("aws ecs list-tasks");
  });

  test("extends the word as far as the options agree and opens the list", () => {
    const state = complete("aws ecs li", 10, { from: 8, options: options("list-tasks", "list-task-definitions") });
    expect(state).toMatchObject({ line: "aws ecs list-task", caret: 17, menu: { from: 8, to: 17, active: -1 } });
  });

  test("leaves the word alone when the options do not start with it", () => {
    const state = complete("cat WEB", 7, { from: 4, options: options("web.json", "web.txt") });
    expect(state).toMatchObject({ line: "cat WEB", menu: { from: 4, to: 7 } });
  });

  test("opens nothing without options and a bounded list with thousands", () => {
    expect(complete("x", 1, { from: 0, options: [] })).toEqual({ line: "x", caret: 1, menu: undefined });
    const many = Array.from({ length: 5000 }, (_, index) => ({ text: `task-${index}` }));
    expect(complete("", 0, { from: 0, options: many }).menu?.options).toHaveLength(MOST_OPTIONS);
  });
});

describe("refine", () => {
  test("never changes the line", () => {
    const state = refine("aws ecs l", 9, { from: 8, options: options("list-tasks", "list-clusters") });
    expect(state).toMatchObject({ line: "aws ecs l", caret: 9, menu: { active: -1 } });
  });

  test("closes when nothing fits or the word is complete", () => {
    expect(refine("aws x", 5, { from: 4, options: [] }).menu).toBeUndefined();
    expect(refine("aws ecs", 7, { from: 4, options: options("ecs") }).menu).toBeUndefined();
  });
});

describe("moveActive", () => {
  test("goes around both ends", () => {
    const first = moveActive(menu(0, 0, "a", "b"), 1);
    expect(first.active).toBe(0);
    expect(moveActive(moveActive(first, 1), 1).active).toBe(0);
    expect(moveActive(first, -1).active).toBe(1);
    expect(moveActive(menu(0, 0, "a", "b"), -1).active).toBe(1);
  });
});

describe("accept", () => {
  test("replaces the word and keeps what follows", () => {
    const state = accept("aws ecs li --output json", menu(8, 10, "list-tasks", "list-clusters"), 1);
    expect(state).toEqual({ line: "aws ecs list-clusters --output json", caret: 21, menu: undefined });
  });

  test("an option that is not there only closes the list", () => {
    expect(accept("aws", menu(0, 3, "aws"), 7)).toEqual({ line: "aws", caret: 3, menu: undefined });
  });
});
