/** "Why?" of a rule whose task never starts: each cause with the check that failed, in words. */
import { expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "../default-network.ts";
import { Session } from "../session.ts";
import { traceText } from "./trace-text.ts";
import { whyOf } from "./why.ts";

const ACCOUNT = "123456789012";
const RULE = `arn:aws:events:us-east-1:${ACCOUNT}:rule/often`;

interface Story {
  readonly role?: string;
  readonly target?: object;
  readonly count?: number;
  /** What happens before the rule's time comes. */
  readonly before?: (session: Session) => void;
}

function register(session: Session): void {
  session.call("ecs", "RegisterTaskDefinition", {
    family: "report",
    ...{ requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" },
    executionRoleArn: "ecsTaskExecutionRole",
    containerDefinitions: [{ name: "report", image: "nginx" }],
  });
}

/** What a learner is told who asks the rule. */
function why({ role = "ecsEventsRole", target = {}, count = 1, before = () => undefined }: Story) {
  const session = Session.start();
  register(session);
  session.call("events", "PutRule", { Name: "often", ScheduleExpression: "rate(5 minutes)" });
  const EcsParameters = {
    TaskDefinitionArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/report`,
    TaskCount: count,
    LaunchType: "FARGATE",
    NetworkConfiguration: { awsvpcConfiguration: { Subnets: [DEFAULT_SUBNETS["private-a"]] } },
  };
  const Arn = `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/default`;
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  session.call("events", "PutTargets", {
    Rule: "often",
    Targets: [{ Id: "run", Arn, RoleArn, EcsParameters, ...target }],
  });
  before(session);
  session.advance({ byMs: 301_000 });
  const told = whyOf(session.journal, { key: RULE });
  if (told?.table === undefined) throw new Error("nobody knows why");
  const failed = told.table.rows.find(({ verdict }) => verdict === "failed");
  return { causes: told.causes, failed: failed?.id.split(" ")[0], text: traceText(told.table) };
}

test.each<[string, Story, string | undefined, string[]]>([
  ["PassRole is missing", { role: "eventsWithoutPassRole" }, "pass", ["target-call.pass-role-denied"]],
  ["the role trusts another service", { role: "shopTaskRole" }, "trust", ["target-call.role-trust"]],
  ["there is no such role", { role: "nobody" }, "trust", ["target-call.role-trust"]],
  [
    "the policy names an older revision",
    { role: "eventsPinnedRole", before: register },
    "run",
    ["target-call.run-task-denied"],
  ],
  ["the input is no override", { target: { Input: '"x"' } }, "input", ["target-call.overrides"]],
  ["RunTask does not take it", { count: 11 }, "taken", ["run-task.count"]],
  [
    "the capacity is lost",
    { before: (session) => session.call("quayside", "SetFargateCapacity", { available: false }) },
    "place",
    [],
  ],
  ["nothing is wrong", {}, undefined, []],
])("%s", (_, story, failed, causes) => {
  const told = why(story);
  expect(told.failed).toBe(failed);
  expect(told.causes).toEqual([...causes, "EVENT_TARGET_CALLED"]);
});

test("the whole table, of a role that may run tasks and hands over none", () => {
  expect(why({ role: "eventsWithoutPassRole" }).text).toMatchInlineSnapshot(`
    "What the rule's call of RunTask had to pass
      CHECK                                              FOUND
    + Is the input a TaskOverride?                       + yes
    + May EventBridge assume the role?                   + eventsWithoutPassRole trusts events.amazonaws.com
    + May the role do ecs:RunTask with this definition?  + report
    x May the role hand this one over (iam:PassRole)?    x ecsTaskExecutionRole
    - Does RunTask take the request?                     -
    - Is there a place for every task?                   -
    = Nobody is told. The refusal stands in CloudTrail, in the metric FailedInvocations of the rule, and in its dead-letter queue if it has one."
  `);
});

test("a task that a rule started names the rule and the call of PutRule among its causes", () => {
  const session = Session.start();
  register(session);
  session.call("events", "PutRule", { Name: "often", ScheduleExpression: "rate(1 minute)" });
  session.call("events", "PutTargets", {
    Rule: "often",
    Targets: [
      {
        Id: "run",
        Arn: `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/default`,
        RoleArn: `arn:aws:iam::${ACCOUNT}:role/ecsEventsRole`,
        EcsParameters: {
          TaskDefinitionArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/report:1`,
          LaunchType: "FARGATE",
          NetworkConfiguration: { awsvpcConfiguration: { Subnets: [DEFAULT_SUBNETS["private-a"]] } },
        },
      },
    ],
  });
  session.advance({ byMs: 150_000 });
  const taskArn = [...session.tables.tasks.keys()].at(-1) ?? "";
  const created = session.journal.records.find(({ kind, subject }) => kind === "TASK_CREATED" && subject === taskArn);
  const chain = whyOf(session.journal, { seq: created?.seq ?? -1 })?.chain.map(({ record }) => record.kind);
  expect(chain).toEqual(["TASK_CREATED", "EVENT_TARGET_CALLED", "EVENT_RULE_MATCHED", "EVENT_RULE_PUT", "CALL"]);
});
