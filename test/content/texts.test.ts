/** What labs say, file by file: nothing is said about a check, a mistake or a stop that does not exist. Types see to the rest. */
import type { Answers, Lab, Tour } from "@quayside/grader";
import { describe, expect, test } from "vitest";

type Said = Record<string, unknown> & { checks: object; mistakes: object; stops: readonly string[] };

const TEXTS = import.meta.glob<Record<string, Said>>("../../content/docs/en/*/*/*-texts/*.ts", { eager: true });
const THINGS = import.meta.glob<Lab & Answers & Tour>("../../content/docs/en/*/*/{lab,answers,tour}.ts", {
  eager: true,
  import: "default",
});

/** The ids that are spoken about, and those that there are. */
function idsOf(path: string, said: Said): [string[], string[]] {
  const thing = THINGS[path.replace(/-texts\/\w+\.ts$/, ".ts")] as Lab & Answers & Tour;
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  if (path.includes("/lab-texts/")) return [Object.keys(said.checks), ids(thing.checks)];
  if (path.includes("/answers-texts/")) return [Object.keys(said.mistakes), ids(thing.mistakes)];
  return [Object.keys(said.stops), Object.keys(thing.stops)];
}

test("labs, answers and tours say something in each language", () => {
  expect(Object.keys(TEXTS)).toHaveLength(2 * Object.keys(THINGS).length);
});

describe("nothing is said about what is not there", () => {
  test.each(Object.entries(TEXTS))("%s", (path, module) => {
    const [said, there] = idsOf(path, Object.values(module)[0] as Said);
    expect(said.filter((id) => !there.includes(id))).toEqual([]);
  });
});
