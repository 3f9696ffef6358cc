/** One go at a lab, with the real simulator. */
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { type Answers, NO_ANSWERS } from "./answers.ts";
import { Attempt } from "./attempt.ts";
import { clusterCreated } from "./checks/clusters.ts";
import { type Lab, loadAnswers } from "./lab.ts";
import { text } from "./testing/text.ts";

const lab: Lab = {
  id: "99/01",
  seed: 1,
  title: text("A cluster", "Một cluster"),
  scenario: {
    id: "one-cluster",
    title: "One cluster",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [{ name: "a.json", text: "{}" }],
  goal: text("Create the cluster quay.", "Tạo cluster quay."),
  checks: [{ id: "cluster", title: text("It exists", "Nó tồn tại"), test: clusterCreated({ name: "quay" }) }],
};
const answers: Answers = { ...NO_ANSWERS, hints: [text("first", "một"), text("second", "hai")] };
const create = (attempt: Attempt, clusterName: string) => attempt.session.call("ecs", "CreateCluster", { clusterName });

describe("an attempt", () => {
  test("begins with the lab's scenario and files", () => {
    const attempt = new Attempt(lab, Session.start(lab));
    expect([...attempt.session.tables.clusters.values()].map((cluster) => cluster.clusterName)).toEqual(["default"]);
    expect(attempt.files).toEqual({ "a.json": "{}" });
    expect(new Attempt(lab, Session.start(lab), { files: { "a.json": "[]" } }).files).toEqual({ "a.json": "[]" });
  });

  test("shows checks the files that the learner changed", () => {
    const attempt = new Attempt(lab, Session.start(lab));
    expect(attempt.view().files).toEqual({});
    attempt.run({ edit: { file: "a.json", text: "[1]" } });
    expect(attempt.view().files).toEqual({ "a.json": "[1]" });
    attempt.run({ edit: { file: "a.json", text: "{}" } });
    expect(attempt.view().files).toEqual({});
  });

  test("turns a check green as soon as the thing happened", () => {
    const attempt = new Attempt(lab, Session.start(lab));
    expect(attempt.passedIds()).toEqual([]);
    create(attempt, "quay");
    expect(attempt.passedIds()).toEqual(["cluster"]);
    expect(attempt.mark()).toMatchObject({ passed: true, score: 1, max: 1 });
  });

  test("judges again only when something happened", () => {
    const attempt = new Attempt(lab, Session.start(lab));
    const before = attempt.evaluate();
    attempt.run({ advanceMs: 1_000 });
    expect(attempt.evaluate()).toBe(before);
    create(attempt, "pier");
    expect(attempt.evaluate()).not.toBe(before);
  });

  test("turns a check red again when the run goes back and takes another way", () => {
    const attempt = new Attempt(lab, Session.start(lab));
    attempt.run({ advanceMs: 1_000 });
    create(attempt, "quay");
    expect(attempt.passedIds()).toEqual(["cluster"]);
    attempt.session.seek(500);
    expect(attempt.passedIds()).toEqual([]);
    create(attempt, "pier");
    expect(attempt.evaluate()[0]?.observed("en")).toBe("There is no cluster quay; there are: default, pier.");
  });

  test("goes on with a restored session", () => {
    const first = new Attempt(lab, Session.start(lab));
    create(first, "quay");
    expect(new Attempt(lab, first.session).passedIds()).toEqual(["cluster"]);
  });

  test("runs command lines through the interpreter it was given, and refuses without one", () => {
    const lines: string[] = [];
    const attempt = new Attempt(lab, Session.start(lab));
    expect(() => attempt.run({ aws: "aws ecs list-clusters" })).toThrow("was given no interpreter");
    attempt.useRunLine((line, { files }) => {
      lines.push(`${line} ${files["a.json"]}`);
      return { exitCode: 0, stdout: "one\n", stderr: "" };
    });
    attempt.run({ edit: { file: "a.json", text: "{ }" } });
    expect(attempt.run({ aws: "aws ecs x" }).stdout).toBe("one\n");
    expect(lines).toEqual(["aws ecs x { }"]);
  });

  test("gives hints one after another, counts them, and runs out", () => {
    const attempt = new Attempt(lab, Session.start(lab), { answers });
    expect([attempt.takeHint()?.("en"), attempt.takeHint()?.("en"), attempt.takeHint()]).toEqual([
      "first",
      "second",
      undefined,
    ]);
    expect(attempt.mark().hintsTaken).toBe(2);
    expect(new Attempt(lab, Session.start(lab), { answers, hintsTaken: 1 }).takeHint()?.("en")).toBe("second");
  });

  test("knows its hints once the answers have come, those that were taken before included", () => {
    const attempt = new Attempt(lab, Session.start(lab), { hintsTaken: 1 });
    expect([attempt.takeHint(), attempt.hints, attempt.hintsTaken]).toEqual([undefined, [], 1]);
    attempt.useAnswers(answers);
    expect(attempt.hints.map((hint) => hint("en"))).toEqual(["first"]);
    expect(attempt.takeHint()?.("en")).toBe("second");
    expect(attempt.hints.map((hint) => hint("en"))).toEqual(["first", "second"]);
  });

  test("fetches the answers of a lab where its loader says, and none of a lab without", async () => {
    const load = () => Promise.resolve(answers);
    expect(await loadAnswers({ ...lab, answers: { hintCount: 2, load } })).toBe(answers);
    expect(await loadAnswers(lab)).toBe(NO_ANSWERS);
  });

  test("shares nothing with another attempt at the same lab", () => {
    const [one, two] = [new Attempt(lab, Session.start(lab)), new Attempt(lab, Session.start(lab))];
    create(one, "quay");
    one.run({ edit: { file: "a.json", text: "changed" } });
    expect(two.passedIds()).toEqual([]);
    expect(two.files["a.json"]).toBe("{}");
  });
});
