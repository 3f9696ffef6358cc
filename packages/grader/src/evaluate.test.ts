/** Verdicts of a lab's checks, recognised mistakes and the mark. */
import { describe, expect, test } from "vitest";
import type { Mistake } from "./answers.ts";
import { failed, passed } from "./checks/verdict.ts";
import type { Condition } from "./condition.ts";
import { evaluateChecks, findMistakes, markOf } from "./evaluate.ts";
import type { Lab } from "./lab.ts";
import { HandMadeJournal } from "./testing/hand-made.ts";
import { text } from "./testing/text.ts";
import { told } from "./testing/told.ts";

const view = new HandMadeJournal().view();
const yes: Condition = () => passed(text("It is there.", "Có rồi."), [1]);
const no: Condition = () => failed(text("It is not there.", "Chưa có."), [2]);
const seenAt =
  (seq: number): Condition =>
  () =>
    passed(text("seen", "thấy"), [seq]);
const mistake = (id: string, fails: string, seen: Condition): Mistake => ({
  id,
  fails,
  seen,
  commands: [{ until: "settled" }],
  feedback: text(`Think of ${id}.`, `Hãy nghĩ tới ${id}.`),
});
interface LabWithMistakes {
  readonly lab: Lab;
  readonly mistakes: readonly Mistake[];
}
const labWith = (checks: readonly [string, Condition][], mistakes: readonly Mistake[]): LabWithMistakes => ({
  lab: {
    id: "99/01",
    seed: 1,
    title: text("Lab", "Lab"),
    scenario: { id: "empty", title: "Empty", commands: [] },
    files: [],
    goal: text("Goal", "Mục tiêu"),
    checks: checks.map(([id, check]) => ({ id, title: text(id, id), test: check })),
  },
  mistakes,
});
const markFor = ({ lab, mistakes }: LabWithMistakes) =>
  markOf(lab, findMistakes(mistakes, evaluateChecks(lab, view), view));

describe("a mark", () => {
  test("counts the checks and gives a sentence for each", () => {
    const lab = labWith(
      [
        ["a", yes],
        ["b", no],
      ],
      [],
    );
    expect(markFor(lab)).toMatchObject({ passed: false, score: 1, max: 2, hintsTaken: 0 });
    expect(markFor(lab).checks.map((check) => check.sentence("en"))).toEqual(["It is there.", "It is not there."]);
    expect(markFor(lab).mistake).toBeUndefined();
  });

  test("passes only when every check passes", () => {
    expect(
      markFor(
        labWith(
          [
            ["a", yes],
            ["b", yes],
          ],
          [],
        ),
      ).passed,
    ).toBe(true);
  });

  test("says which mistake was recognised, after what was observed", () => {
    const mark = markFor(labWith([["a", no]], [mistake("hurry", "a", seenAt(4)), mistake("sloth", "a", no)]));
    expect(told(mark.mistake)).toEqual({ id: "hurry", feedback: { en: "Think of hurry.", vi: "Hãy nghĩ tới hurry." } });
    expect(told(mark.checks[0])).toMatchObject({
      sentence: { en: "It is not there. Think of hurry.", vi: "Chưa có. Hãy nghĩ tới hurry." },
      observed: { en: "It is not there.", vi: "Chưa có." },
      feedback: { en: "Think of hurry.", vi: "Hãy nghĩ tới hurry." },
      evidence: [4],
    });
  });

  test("speaks of the mistake that was made last", () => {
    const mistakes = [mistake("old", "a", seenAt(3)), mistake("new", "a", seenAt(8)), mistake("older", "a", seenAt(1))];
    expect(markFor(labWith([["a", no]], mistakes)).mistake?.id).toBe("new");
  });

  test("forgets a mistake whose check passes now, and those of other checks", () => {
    const mistakes = [mistake("past", "a", seenAt(3)), mistake("elsewhere", "c", seenAt(3))];
    expect(
      markFor(
        labWith(
          [
            ["a", yes],
            ["b", no],
          ],
          mistakes,
        ),
      ).mistake,
    ).toBeUndefined();
  });

  test("takes the feedback of the check itself when no mistake was recognised", () => {
    const check: Condition = () => ({ ...failed(text("No.", "Không.")), feedback: text("Look there.", "Xem ở đó.") });
    expect(markFor(labWith([["a", check]], [])).checks[0]?.sentence("en")).toBe("No. Look there.");
  });
});
