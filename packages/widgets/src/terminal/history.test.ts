/** Walking through earlier commands. */
import { expect, test } from "vitest";
import { CommandHistory, LONGEST_HISTORY } from "./history.ts";

test("goes back to the oldest and forward to the line that was being typed", () => {
  const history = new CommandHistory(["one", "two"]);
  expect(history.older("draft")).toBe("two");
  expect(history.older("two")).toBe("one");
  expect(history.older("one")).toBeUndefined();
  expect(history.newer()).toBe("two");
  expect(history.newer()).toBe("draft");
  expect(history.newer()).toBeUndefined();
});

test("a new command puts the walk back to the end", () => {
  const history = new CommandHistory(["one", "two"]);
  history.older("");
  history.add("three");
  expect(history.older("")).toBe("three");
});

test("keeps a repeated command once and nothing empty", () => {
  const history = new CommandHistory();
  for (const line of ["ls", "ls", "", "date", "ls"]) history.add(line);
  expect(history.lines).toEqual(["ls", "date", "ls"]);
});

test("forgets the oldest beyond the bound, also of what it was given", () => {
  const many = Array.from({ length: LONGEST_HISTORY + 5 }, (_, index) => `command ${index}`);
  const history = new CommandHistory(many);
  expect(history.lines[0]).toBe("command 5");
  history.add("last");
  expect(history.lines).toHaveLength(LONGEST_HISTORY);
  expect(history.lines[0]).toBe("command 6");
});

test("does not change the list that it was given", () => {
  const given = Object.freeze(["one"]);
  const history = new CommandHistory(given);
  history.add("two");
  expect(given).toEqual(["one"]);
});
