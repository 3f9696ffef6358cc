/** What stands below a command that went wrong: the refusal it met, the placement that failed, or the message that was pasted. */
import { runCommandLine } from "@quayside/api/cli";
import { defaultScenario, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import type { Failures } from "../base/failures.ts";
import { secondThought } from "./second-thought.ts";

const asked: { ids: readonly string[]; messages: string[] } = { ids: [], messages: [] };
const known: Failures = {
  of: (ids) => {
    asked.ids = ids;
    return ids.length === 0 ? undefined : { text: ids[0] ?? "", href: "/", title: "" };
  },
  read: (message) => {
    asked.messages.push(message);
    return { text: "read", href: "/", title: "" };
  },
};

async function think(line: string, session = Session.start({ scenario: defaultScenario })) {
  const from = session.journal.length;
  const printed = runCommandLine(line, { session, files: {} });
  return secondThought({ line, printed, session, from, failures: async () => known, language: "en" });
}

test("a refusal is explained by its id", async () => {
  expect((await think("aws ecs stop-task --cluster nope --task 0123"))?.meaning?.text).toBe("cluster.not-found");
});

test("a task that found no place is explained by what the instances lacked", async () => {
  const session = Session.start({ scenario: defaultScenario });
  session.call("quayside", "ProvideContainerInstances", { count: 1 });
  const containerDefinitions = [{ name: "big", image: "nginx", memory: 60_000 }];
  session.call("ecs", "RegisterTaskDefinition", { family: "big", containerDefinitions });
  expect((await think("aws ecs run-task --task-definition big --launch-type EC2", session))?.meaning?.text).toBe(
    "placement.memory",
  );
});

test("what never reached the cloud is found by its words, and so is a message that was pasted", async () => {
  expect((await think("aws ecs run-task --task-definition"))?.meaning?.text).toBe("read");
  asked.messages = [];
  const printed = { exitCode: 127, stdout: "", stderr: "Essential: command not found" };
  const line = "Essential container in task exited";
  const thought = await secondThought({
    line,
    printed,
    session: undefined,
    from: 0,
    failures: async () => known,
    language: "en",
  });
  expect([thought?.meaning?.text, asked.messages]).toEqual(["read", [line]]);
});

test("without messages, or when they do not come, nothing is said", async () => {
  const command = {
    line: "x",
    printed: { exitCode: 1, stdout: "", stderr: "" },
    session: undefined,
    from: 0,
    language: "en",
  };
  expect(await secondThought({ ...command, failures: undefined })).toBeUndefined();
  expect(await secondThought({ ...command, failures: () => Promise.reject(new Error("offline")) })).toBeUndefined();
});
