/** Answers of lab 01/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskHasLogStream,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { define, family, file, group, logged, options, usual, worked } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const bucket = { environment: [{ name: "REPORT_BUCKET", value: "shop-reports" }] };
const logsTo = (more: object = {}) => ({
  logConfiguration: { logDriver: "awslogs", options: { ...options, ...more } },
});
const run = [runTask({ family }), UNTIL_SETTLED];
const register = (definition: object) => [editJson(file, definition), registerFile(file)];
const createGroup = { aws: `aws logs create-log-group --log-group-name ${group}` };
const elsewhere = hasContainer({ logDriver: "awslogs", logOptions: { "awslogs-region": "eu-west-1" } });
const REGISTER = "RegisterTaskDefinition";

/** Whether a registration names this driver. */
function usesDriver(driver: string) {
  return (input: Readonly<Record<string, unknown>>) => JSON.stringify(input).includes(`"logDriver":"${driver}"`);
}

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    ...run,
    createGroup,
    ...register(define(logsTo(), usual)),
    ...run,
    {
      aws: `aws logs get-log-events --log-group-name ${group} --log-stream-name $(aws logs describe-log-streams --log-group-name ${group} --query "logStreams[0].logStreamName" --output text)`,
    },
    ...register(define({ ...logsTo(), ...bucket }, usual)),
    ...run,
  ],
  exercise: [
    editJson(file, {
      ...define(
        {
          environment: [{ name: "REPORT_BUCKET", value: "shop-invoices" }],
          logConfiguration: {
            logDriver: "awslogs",
            options: {
              "awslogs-group": "/ecs/invoice",
              "awslogs-region": "us-east-1",
              "awslogs-stream-prefix": "monthly",
              "awslogs-create-group": "true",
            },
          },
        },
        "loggingExecutionRole",
      ),
      family: "invoice",
    }),
    registerFile(file),
    runTask({ family: "invoice" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      ...register(define(logsTo({ "awslogs-create-group": "true" }), "loggingExecutionRole")),
      ...run,
      ...register(define({ ...logsTo({ "awslogs-create-group": "true" }), ...bucket }, "loggingExecutionRole")),
      ...run,
    ],
    [
      createGroup,
      { aws: `aws logs put-retention-policy --log-group-name ${group} --retention-in-days 30` },
      ...register(define(logsTo({ mode: "non-blocking", "max-buffer-size": "25m" }), usual)),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
      runTask({ family, network: "private", overrides: { containerOverrides: [{ name: "report", ...bucket }] } }),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "no-execution-role",
      commands: register(define(logsTo())),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: "fargate-role-logs" }),
    },
    {
      id: "no-prefix",
      commands: register(define(logsTo({ "awslogs-stream-prefix": undefined }), usual)),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: "fargate-streamprefix" }),
    },
    {
      id: "driver-of-docker",
      commands: register(define({ logConfiguration: { logDriver: "json-file" } }, usual)),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: ["fargate-logdriver", "log-driver"], input: usesDriver("json-file") }),
    },
    {
      id: "create-group-false",
      commands: register(define(logsTo({ "awslogs-create-group": "false" }), usual)),
      fails: "configured",
      seen: refused({ operation: REGISTER, id: "log-create" }),
    },
    {
      id: "other-region",
      commands: [createGroup, ...register(define(logsTo({ "awslogs-region": "eu-west-1" }), usual)), ...run],
      fails: "configured",
      seen: registered({ family, where: [elsewhere] }),
    },
    {
      id: "no-group",
      commands: [...register(define(logsTo(), usual)), ...run],
      fails: "stream",
      seen: all(
        taskStopped({ family, started: false, why: "logs.no-group", definition: [logged] }),
        not(taskHasLogStream({ family })),
      ),
    },
    {
      id: "create-group-denied",
      commands: [...register(define(logsTo({ "awslogs-create-group": "true" }), usual)), ...run],
      fails: "stream",
      seen: taskStopped({ family, started: false, why: "logs.group-denied" }),
    },
    {
      id: "log-not-read",
      commands: [createGroup, ...register(define(logsTo(), usual)), ...run],
      fails: "worked",
      seen: all(taskStopped({ family, exitCode: 1, definition: [logged] }), not(worked)),
    },
    noPublicIp({ fails: "silent", family }),
  ],
});
