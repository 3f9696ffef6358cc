/** Answers of lab 02/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  type LabCommand,
  not,
  PRIVATE_SUBNET,
  PUBLIC_SUBNET,
  refused,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { PAGE, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const PUBLIC = `"awsvpcConfiguration={subnets=[${PUBLIC_SUBNET}],assignPublicIp=ENABLED}"`;
const PRIVATE = `"awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}],assignPublicIp=DISABLED}"`;
const run = (family: string, more = "--enable-execute-command", network = PUBLIC): LabCommand => ({
  aws: `aws ecs run-task --task-definition ${family} --launch-type FARGATE ${more} --network-configuration ${network}`,
});
/** Of the family's tasks that are meant to run, the newest comes first. */
const newest = (family: string) => `$(aws ecs list-tasks --family ${family} --query "taskArns[-1]" --output text)`;
const execute = (family: string, command = "/bin/sh"): LabCommand => ({
  aws: `aws ecs execute-command --task ${newest(family)} --interactive --command "${command}"`,
});
const type = (line: string): LabCommand => ({ aws: line, inside: true });
const stopNewest: LabCommand = { aws: `aws ecs stop-task --task ${newest(web)}` };
const AS_EXEC = `--enable-execute-command --overrides '{"taskRoleArn":"execTaskRole"}'`;
const AS_EXECUTION_ROLE = `--enable-execute-command --overrides '{"executionRoleArn":"execTaskRole"}'`;

const opened = [run(web), UNTIL_SETTLED, execute(web)];
const denied = refused({ operation: "ExecuteCommand", id: "exec.role-denied" });
const onExecutionRole = accepted({
  operation: "RunTask",
  input: ({ overrides }) => overrides?.executionRoleArn !== undefined,
});

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    ...opened,
    type("curl -s localhost"),
    type(`echo "mended by hand" > ${PAGE}`),
    type("exit"),
    stopNewest,
    UNTIL_SETTLED,
    run(web),
    UNTIL_SETTLED,
    execute(web, `cat ${PAGE}`),
  ],
  exercise: [run("orders", AS_EXEC), UNTIL_SETTLED, execute("orders", "env")],
  routes: [
    [
      run(web, "--enable-execute-command", PRIVATE),
      UNTIL_SETTLED,
      execute(web, "curl -s localhost"),
      execute(web, `sh -c 'echo new > ${PAGE}'`),
      run(web),
      UNTIL_SETTLED,
      execute(web),
      type("curl localhost"),
      type("exit"),
    ],
  ],
  mistakes: [
    {
      id: "without-flag",
      commands: [UNTIL_SETTLED, execute(web)],
      fails: "agent",
      seen: refused({ operation: "ExecuteCommand", id: "exec.not-enabled" }),
    },
    {
      id: "too-early",
      commands: [run(web), { advanceMs: 30_000 }, execute(web)],
      fails: "inside",
      seen: refused({ operation: "ExecuteCommand", id: "exec.agent-pending" }),
    },
    {
      id: "wrong-role",
      commands: [run("orders"), UNTIL_SETTLED, execute("orders")],
      fails: "exercise",
      seen: all(denied, not(onExecutionRole)),
    },
    {
      id: "execution-role",
      commands: [run("orders", AS_EXECUTION_ROLE), UNTIL_SETTLED, execute("orders")],
      fails: "exercise",
      seen: all(denied, onExecutionRole),
    },
  ],
});
