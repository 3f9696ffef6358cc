/** The answer to "why?" begins with the root cause, in the tense of the moment, and has AWS's words once. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { whyOf } from "@quayside/simulator/why";
import { describe, expect, test } from "vitest";
import type { Failures } from "../base/failures.ts";
import { headlineOf, plainSentence } from "./headline.ts";

const MEANINGS: Readonly<Record<string, string>> = {
  "pull.no-route": "There is no way.",
  "exit.out-of-memory": "Too much memory.",
};
const known: Failures = {
  of: (ids) => ids.flatMap((id) => MEANINGS[id] ?? []).map((text) => ({ text, href: "/", title: "" }))[0],
  read: () => undefined,
};

function run(container: object, assignPublicIp = "ENABLED") {
  const session = Session.start();
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx", ...container }],
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp };
  session.call("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  session.stepUntilQuiet();
  const [key = ""] = session.tables.tasks.keys();
  return { session, key };
}

function head({ session, key }: ReturnType<typeof run>, failures?: Failures) {
  const why = whyOf(session.journal, { key });
  if (why === undefined) throw new Error("the journal knows nothing of it");
  return { why, ...headlineOf(why, session.tables, "en", failures) };
}

describe("a task that never ran", () => {
  test("is told by its root cause; AWS's words stand once and nowhere else", () => {
    const { why, text, more, says } = head(run({}, "DISABLED"), known);
    expect([text, more]).toEqual(["There is no way.", "The task has stopped with the stopCode TaskFailedToStart."]);
    expect(says).toMatch(/^CannotPullContainerError: /);
    const others = [...why.chain.slice(1), ...why.decisions].map(({ record }) => plainSentence(record, says, "en"));
    expect(others).toContain("The image could not be pulled.");
    expect(others.join(" ")).not.toContain("CannotPullContainerError");
  });

  test("tells itself where no meanings are known", () => {
    expect(head(run({}, "DISABLED")).text).toBe("The image could not be pulled.");
  });
});

test("a task whose container ended says which, with what, and in which tense it is", () => {
  const { text, more, says } = head(run({ image: "busybox", command: ["sh", "-c", "exit 3"] }), known);
  expect(text).toBe("Container web, which is essential, ended with exit code 3: the whole task ends with it.");
  expect([more, says]).toEqual([
    "The task has stopped with the stopCode EssentialContainerExited.",
    "Essential container in task exited",
  ]);
});

test("a task that is being stopped is not stopped yet, and it was you", () => {
  const begun = run({});
  begun.session.call("ecs", "StopTask", { task: begun.key, reason: "because" });
  const asked = head(begun, known);
  expect([asked.text, asked.more, asked.says]).toEqual([
    "You called StopTask.",
    "The task is being stopped, with the stopCode UserInitiated.",
    "because",
  ]);
  begun.session.stepUntilQuiet();
  expect(head(begun, known).more).toBe("The task has stopped with the stopCode UserInitiated.");
});

test("what went well tells itself", () => {
  expect(head(run({}), known)).toMatchObject({
    text: "Every container has started; the task is RUNNING.",
    more: undefined,
    says: undefined,
  });
});
