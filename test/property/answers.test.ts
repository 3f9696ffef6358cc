/** Whatever was done, the API says what is so: on Fargate and on instances, in descriptions, lists and pages. */
import { Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenAnswers } from "./answers.ts";
import { ask } from "./answers-of-tasks.ts";
import { play, plays } from "./instance-runs.ts";
import { action, perform, SCENARIO } from "./operations.ts";

const RUNS = { numRuns: Math.ceil(Number(process.env.QUAYSIDE_RUNS ?? 60) / 3) };

test("every answer agrees with the rows and the journal, on instances", () => {
  fc.assert(
    fc.property(plays, (given) => {
      expect(brokenAnswers(play(given))).toEqual([]);
    }),
    RUNS,
  );
});

test("every answer agrees with the rows and the journal, on Fargate", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(action, { minLength: 8, maxLength: 40, size: "max" }), (seed, list) => {
      const session = Session.start({ seed, scenario: SCENARIO });
      for (const each of list) perform(session, each);
      expect(brokenAnswers(session)).toEqual([]);
    }),
    RUNS,
  );
});

/** What a call may say besides its token. */
const CHANGES: readonly object[] = [
  { count: 2 },
  { taskDefinition: "bridge:1" },
  { taskDefinition: "none" },
  { startedBy: "somebody" },
  { group: "another" },
  { tags: [{ key: "a", value: "b" }] },
  { overrides: { containerOverrides: [{ name: "a", command: ["sleep", "5"] }] } },
  { placementStrategy: [{ type: "random" }] },
  { placementConstraints: [{ type: "distinctInstance" }] },
  { enableECSManagedTags: true },
];

test.each(CHANGES)("a client token stands for one request: with %j it is a conflict", (change) => {
  const session = play([1, []]);
  const request = { taskDefinition: "bridge", launchType: "EC2", clientToken: "once" };
  const arns = (output: Record<string, unknown>) =>
    (output.tasks as { taskArn: string }[]).map(({ taskArn }) => taskArn);
  const first = arns(ask(session, "RunTask", request));
  session.advance({ byMs: 30_000 });
  expect(arns(ask(session, "RunTask", request))).toEqual(first);
  expect(session.call("ecs", "RunTask", { ...request, ...change })).toMatchObject({
    ok: false,
    error: { code: "ConflictException", resourceIds: first },
  });
  expect(session.tables.tasks.size).toBe(1);
  expect(arns(ask(session, "RunTask", { ...request, ...change, clientToken: "twice" }))).not.toEqual(first);
  expect(arns(ask(session, "RunTask", { ...request, cluster: "other" }))).not.toEqual(first);
});
