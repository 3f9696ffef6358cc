/** Answers of lab 01/04: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  field,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  runTask,
  taskReached,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
  type Why,
} from "@quayside/grader";
import {
  type Api,
  database,
  define,
  family,
  file,
  hasSecret,
  isClean,
  leaked,
  levelArn,
  metricsImage,
  password,
  plain,
  registry,
  role,
  user,
} from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const from = (name: string, valueFrom: string) => ({ name, valueFrom });
const dbPassword = from("DB_PASSWORD", `${database}:password::`);
const logLevel = from("LOG_LEVEL", "/shop/log-level");
const metrics = {
  name: "metrics",
  image: `${metricsImage}:2.3`,
  repositoryCredentials: { credentialsParameter: registry },
};
const bothRead: Api = { environment: [user], secrets: [dbPassword, logLevel] };
const complete = define("shopExecutionRole", bothRead, metrics);
const shopWith = (...secrets: readonly object[]) => define("shopExecutionRole", { environment: [user], secrets });
const register = (definition: object) => [editJson(file, definition), registerFile(file)];
const registerAndRun = (definition: object) => [...register(definition), runTask({ family }), UNTIL_SETTLED];
const usesMetrics = hasContainer({ repository: metricsImage });
const failed = (why: Why, reason?: string) =>
  taskStopped({ family, started: false, why, ...(reason !== undefined && { reason }) });
const denied = failed(["secret.denied", "login.denied"]);

export default defineAnswers(texts, {
  hints: 3,
  solution: registerAndRun(complete),
  exercise: [
    editJson(file, {
      ...define("shopExecutionRole", { secrets: [{ name: "ADMIN_NAME", valueFrom: `${database}:username::` }] }),
      family: "shop-admin",
    }),
    registerFile(file),
    runTask({ family: "shop-admin" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      ...register(
        define(
          "shopExecutionRole",
          {
            environment: [user],
            secrets: [from("DB_PASSWORD", `${database}:password:AWSCURRENT:`), from("LOG_LEVEL", levelArn)],
          },
          {
            name: "sidecar",
            image: metricsImage,
            essential: false,
            repositoryCredentials: { credentialsParameter: "shop/registry" },
          },
        ),
      ),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
    ],
    [
      ...registerAndRun(shopWith(dbPassword, logLevel)),
      ...register(define("ecsTaskExecutionRole", bothRead, metrics)),
      {
        aws: `aws ecs run-task --task-definition shop-api --launch-type FARGATE --overrides '{"executionRoleArn": "${role("shopExecutionRole")}"}' --network-configuration "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],assignPublicIp=ENABLED}"`,
      },
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "written-twice",
      commands: register(define("shopExecutionRole", { environment: [user, leaked], secrets: [dbPassword] })),
      fails: "secret",
      seen: refused({ operation: "RegisterTaskDefinition", id: "secret-env" }),
    },
    {
      id: "password-left",
      commands: register(
        define("shopExecutionRole", {
          environment: [user, plain("DB_URL", `postgres://shop:${password}@db.internal/shop`)],
          secrets: [dbPassword],
        }),
      ),
      fails: "secret",
      seen: all(registered({ family, where: [hasSecret] }), not(registered({ family, where: [hasSecret, isClean] }))),
    },
    {
      id: "secret-by-name",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", "shop/database"))),
      fails: "secret",
      seen: failed("parameter.not-found", "shop/database"),
    },
    {
      id: "colons-missing",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", `${database}:password`))),
      fails: "secret",
      seen: failed("secret.malformed-arn"),
    },
    {
      id: "other-key",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", `${database}:Password::`))),
      fails: "secret",
      seen: failed("secret.no-json-key"),
    },
    {
      id: "whole-secret",
      commands: registerAndRun(shopWith(from("DB_PASSWORD", database), logLevel)),
      fails: "secret",
      seen: all(
        registered({ family, where: [hasContainer({ secret: { name: "DB_PASSWORD", valueFrom: database } })] }),
        taskReached({ family, status: "RUNNING" }),
        not(registered({ family, where: [hasSecret] })),
      ),
    },
    {
      id: "slash-missing",
      commands: registerAndRun(shopWith(dbPassword, from("LOG_LEVEL", "shop/log-level"))),
      fails: "parameter",
      seen: failed("parameter.not-found", "shop/log-level"),
    },
    {
      id: "usual-role",
      commands: registerAndRun(define("ecsTaskExecutionRole", bothRead)),
      fails: "read",
      seen: all(denied, not(registered({ family, where: [field("taskRoleArn", role("shopExecutionRole"))] }))),
    },
    {
      id: "task-role",
      commands: registerAndRun({
        ...define("ecsTaskExecutionRole", bothRead),
        taskRoleArn: role("shopExecutionRole"),
      }),
      fails: "read",
      seen: all(denied, registered({ family, where: [field("taskRoleArn", role("shopExecutionRole"))] })),
    },
    {
      id: "instance-role",
      commands: registerAndRun(define("ecsInstanceRole", bothRead)),
      fails: "read",
      seen: refused({ operation: "RunTask", id: "run-task.role" }),
    },
    {
      id: "no-login",
      commands: registerAndRun(define("shopExecutionRole", bothRead, { ...metrics, repositoryCredentials: undefined })),
      fails: "private",
      seen: failed("pull.no-login"),
    },
    {
      id: "other-login",
      commands: registerAndRun(
        define("shopExecutionRole", bothRead, {
          ...metrics,
          repositoryCredentials: { credentialsParameter: database },
        }),
      ),
      fails: "private",
      seen: all(registered({ family, where: [usesMetrics] }), failed("pull.wrong-login")),
    },
    noPublicIp({ fails: "running", family, before: register(complete) }),
  ],
});
