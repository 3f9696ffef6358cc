/**
 * Whatever a learner does in a lab, in whatever order: the grader answers, its mark adds up, and a saved and loaded run is
 * marked the same. The commands are those of the lab's own solution, routes and mistakes, shuffled, with pauses between.
 */
import { fileURLToPath } from "node:url";
import { type Answers, Attempt, type LabCommand } from "@quayside/grader";
import { gradeLab, loadLabs, writtenMark } from "@quayside/grader/content";
import { Session } from "@quayside/simulator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const labs = await loadLabs(fileURLToPath(new URL("../..", import.meta.url)));
const RUNS = 60;

function anyCommands({ solution, routes, mistakes }: Answers): fc.Arbitrary<LabCommand[]> {
  const known = [solution, ...routes, ...mistakes.map((mistake) => mistake.commands)].flat();
  const pause = fc.integer({ min: 1, max: 90_000 }).map((advanceMs) => ({ advanceMs }));
  return fc.array(fc.oneof(fc.constantFrom(...known), pause), { maxLength: 14 });
}

describe.each(labs)("lab $lab.id, done in any order", (whole) => {
  const { lab, answers } = whole;
  test("is marked: the score counts the green checks, and only red ones have a mistake", () => {
    const property = fc.property(anyCommands(answers), (commands) => {
      const { mark, attempt } = gradeLab(whole, commands);
      const green = mark.checks.filter((check) => check.passed).length;
      expect([mark.score, mark.max, mark.passed]).toEqual([green, lab.checks.length, green === lab.checks.length]);
      const blamed = attempt.diagnose().filter((result) => result.mistake !== undefined);
      expect(blamed.filter((result) => result.passed)).toEqual([]);
    });
    fc.assert(property, { numRuns: RUNS });
  });

  test("is marked the same after saving and loading", () => {
    const property = fc.property(anyCommands(answers), (commands) => {
      const { mark, attempt } = gradeLab(whole, commands);
      const saved = JSON.parse(JSON.stringify(attempt.session.save()));
      const loaded = new Attempt(lab, Session.load(saved), { answers, files: attempt.files });
      expect(writtenMark(loaded.mark())).toBe(writtenMark(mark));
    });
    fc.assert(property, { numRuns: RUNS });
  });

  test("is marked the same when it was looked at on the way and when it was not", () => {
    const property = fc.property(anyCommands(answers), fc.nat(200_000), (commands, backToMs) => {
      const { attempt } = gradeLab(whole, commands);
      attempt.session.seek(Math.min(backToMs, attempt.session.nowMs));
      const again = new Attempt(lab, attempt.session.fork(), { answers, files: attempt.files });
      expect(writtenMark(attempt.mark())).toBe(writtenMark(again.mark()));
    });
    fc.assert(property, { numRuns: RUNS });
  });
});
