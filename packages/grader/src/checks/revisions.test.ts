/** Conditions about revisions, pushes and builds, over journals made by hand. */
import { describe, expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { hasContainer } from "./requirements.ts";
import { imagePushed, revisionReached } from "./revisions.ts";
import { buildsRunning } from "./together.ts";

const web = { containerDefinitions: [] };
const status = (journal: HandMadeJournal, revision: number, value: string) =>
  journal.definition("web", revision, web, value);

describe("a revision", () => {
  test("came to a status, this one or any", () => {
    const view = status(status(new HandMadeJournal(), 1, "ACTIVE"), 1, "INACTIVE").view();
    expect(revisionReached({ family: "web", revision: 1, status: "INACTIVE" })(view)).toMatchObject({
      passed: true,
      evidence: [1],
    });
    expect(revisionReached({ status: "ACTIVE" })(view).passed).toBe(true);
    expect(told(revisionReached({ family: "web", status: "DELETE_IN_PROGRESS" })(view))).toMatchObject({
      passed: false,
      observed: { en: "web:1 is INACTIVE; it should be DELETE_IN_PROGRESS." },
      evidence: [1],
    });
    expect(revisionReached({ family: "web", revision: 2, status: "ACTIVE" })(view).observed("en")).toBe(
      "There is no revision web:2.",
    );
  });

  test("came to it while a task of it was RUNNING", () => {
    const wanted = revisionReached({ revision: 1, status: "INACTIVE", withTaskRunning: true });
    const journal = status(new HandMadeJournal(), 1, "ACTIVE").task(1, "t", { lastStatus: "RUNNING" });
    expect(wanted(status(journal, 1, "INACTIVE").view()).passed).toBe(true);
    const late = status(new HandMadeJournal(), 1, "ACTIVE").task(1, "t", { lastStatus: "RUNNING" });
    late.task(2, "t", { lastStatus: "STOPPED" });
    expect(told(wanted(status(late, 1, "INACTIVE").view()))).toMatchObject({
      passed: false,
      observed: { en: "web:1 became INACTIVE when no task of it was RUNNING." },
      evidence: [3],
    });
    const other = status(new HandMadeJournal(), 1, "ACTIVE").task(
      1,
      "t",
      { lastStatus: "RUNNING" },
      { revision: "web:2" },
    );
    expect(wanted(status(other, 1, "INACTIVE").view()).passed).toBe(false);
  });
});

describe("a push", () => {
  const repository = "docker.io/quayside/shop";
  const pushed = new HandMadeJournal().push(repository, "1.1").view();

  test("is found by repository and tag", () => {
    expect(imagePushed({ repository })(pushed)).toMatchObject({ passed: true, evidence: [0] });
    expect(imagePushed({ repository, tag: "1.1" })(pushed).passed).toBe(true);
    expect(imagePushed({ repository: "docker.io/quayside/hello" })(pushed).passed).toBe(false);
  });

  test("under another tag is named", () => {
    expect(imagePushed({ repository, tag: "latest" })(pushed).observed("en")).toBe(
      "Nobody has pushed docker.io/quayside/shop:latest yet; pushed was: 1.1.",
    );
    expect(imagePushed({ repository, tag: "latest" })(new HandMadeJournal().view()).observed("en")).toBe(
      "Nobody has pushed docker.io/quayside/shop:latest yet.",
    );
  });
});

describe("builds that run side by side", () => {
  const running = (journal: HandMadeJournal, id: string, imageDigest: string, revision = "web:1") =>
    journal.container(id, { imageDigest }).task(1, id, { lastStatus: "RUNNING" }, { revision });

  test("are counted among tasks of one revision at one moment", () => {
    const two = running(running(new HandMadeJournal(), "a", "sha256:1"), "b", "sha256:2");
    expect(buildsRunning(2)(two.view())).toMatchObject({ passed: true, evidence: [3] });
  });

  test("are not those of two revisions, of one digest, or one after the other", () => {
    const revisions = running(running(new HandMadeJournal(), "a", "sha256:1"), "b", "sha256:2", "web:2");
    expect(buildsRunning(2)(revisions.view()).passed).toBe(false);
    const same = running(running(new HandMadeJournal(), "a", "sha256:1"), "b", "sha256:1");
    expect(buildsRunning(2)(same.view()).passed).toBe(false);
    const after = running(new HandMadeJournal(), "a", "sha256:1").task(2, "a", { lastStatus: "STOPPED" });
    expect(buildsRunning(2)(running(after, "b", "sha256:2").view()).passed).toBe(false);
    expect(buildsRunning(2)(new HandMadeJournal().view()).observed("en")).toBe("No task has been RUNNING yet.");
  });
});

test("an image is named by its digest, not by a tag beside it", () => {
  const wanted = hasContainer({ imageDigest: "sha256:1" });
  const holds = (image: string) => wanted.holds({ containerDefinitions: [{ name: "web", image }] } as never);
  expect([holds("web@sha256:1"), holds("web:sha256:1"), holds("web:latest")]).toEqual([true, false, false]);
});
