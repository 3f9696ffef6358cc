/** "Why?" of targets and of the tasks behind them: unhealthy, replaced, on its way out. */
import { expect, test } from "vitest";
import { DEFAULT_SECURITY_GROUP_ID } from "../default-network.ts";
import { serveBalanced } from "../testing/balanced-service.ts";
import { traceText } from "./trace-text.ts";
import { type Why, whyOf } from "./why.ts";

const told = ({ table }: Why): string => `\n${traceText(table as NonNullable<Why["table"]>).replaceAll(/ +$/gm, "")}\n`;
const ask = (journal: Parameters<typeof whyOf>[0], key: string | undefined): Why =>
  whyOf(journal, { key: key ?? "" }) as Why;

test("a target that hangs is replaced, and the check that timed out is behind it", () => {
  const { session, target, task } = serveBalanced();
  const key = target();
  session.call("quayside", "HangContainer", { task: task() });
  session.advance({ byMs: 90_000 });
  const why = ask(session.journal, key);
  expect(why.sentence).toMatch(/:80 is unhealthy in web: Request timed out\./);
  expect(told(why)).toMatchInlineSnapshot(`
    "
    The health checks of 10.0.1.5:80
      QUESTION                     ANSWER
    + Is there a way to it?        + sg-0eee1111222233334 lets it in
    + Does anybody listen there?   + Container app listens on tcp port 80.
    x Does HTTP GET / answer 200?  x Request timed out
      Checks in a row that decide    2, every 30 s
    = The target is unhealthy: Request timed out.
    "
  `);
  session.advance({ byMs: 60_000 });
  const [stopped] = session.journal.records.filter(({ kind }) => kind === "TASK_STOP_REQUESTED");
  const replaced = ask(session.journal, stopped?.subject);
  expect(replaced.service?.behind?.record.kind).toBe("TARGET_HEALTH_CHANGED");
  expect(told(replaced)).toMatchInlineSnapshot(`
    "
    How the task is stopped
      CONTAINER           SIGTERM                     GRACE    END
    ~ target 10.0.1.5:80    deregistered after 9.2 s    300 s  ~ drains for 290 s more: until then the containers run on
    ~ app                                                      ~ no signal yet
    = The scheduler of service web asked for it.
    "
  `);
});

test("a security group in the way is named", () => {
  const { session, target } = serveBalanced();
  const key = target();
  const [rule] = session.tables.securityGroups.get(DEFAULT_SECURITY_GROUP_ID)?.ingress ?? [];
  session.call("ec2", "RevokeSecurityGroupIngress", {
    GroupId: DEFAULT_SECURITY_GROUP_ID,
    SecurityGroupRuleIds: [rule?.ruleId],
  });
  session.advance({ byMs: 90_000 });
  expect(told(ask(session.journal, key))).toMatchInlineSnapshot(`
    "
    The health checks of 10.0.1.5:80
      QUESTION                     ANSWER
    x Is there a way to it?        x no ingress rule of sg-0eee1111222233334 lets it in
      Checks in a row that decide    2, every 30 s
    = The target is unhealthy: Request timed out.
    "
  `);
});
