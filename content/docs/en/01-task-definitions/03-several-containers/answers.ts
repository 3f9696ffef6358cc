/** Answers of lab 01/03: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  containersInOrder,
  defineAnswers,
  editJson,
  hasContainer,
  type LabCommand,
  noPublicIp,
  not,
  PUBLIC_SUBNET,
  type Requirement,
  refused,
  registered,
  registerFile,
  runTask,
  stopTask,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { cache, family, file, migrate, shop, web, worker, workerFile, workerRestarted, workerWith } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const healthCheck = { command: ["CMD-SHELL", "cache-cli ping || exit 1"] };
const optionalMigrate = { ...migrate, essential: false };
const checkedCache = { ...cache, healthCheck };
const repaired = shop(optionalMigrate, checkedCache, web);

/** Runs the shop with another command in one of its containers. */
function runShopWith(name: string, script: string): LabCommand {
  const overrides = JSON.stringify({ containerOverrides: [{ name, command: ["sh", "-c", script] }] });
  const network = `"awsvpcConfiguration={subnets=[${PUBLIC_SUBNET}],assignPublicIp=ENABLED}"`;
  return {
    aws: `aws ecs run-task --cluster default --task-definition ${family} --launch-type FARGATE --network-configuration ${network} --overrides '${overrides}'`,
  };
}

const registerShop = (definition: unknown) => [editJson(file, definition), registerFile(file)];
const shopRuns = until({ taskRunning: family }, "5 min");
const runShop = [...registerShop(repaired), runTask({ family }), shopRuns];
const failMigration = [runShopWith("migrate", "exit 3"), UNTIL_SETTLED];
const runWorker = (restartPolicy: object | undefined) => [
  editJson(workerFile, workerWith(restartPolicy)),
  registerFile(workerFile),
  runTask({ family: worker }),
];
const workerIsBack = until({ containerRestarted: `${worker}/worker` }, "10 min");
const workerIsGone = until({ taskStopped: worker }, "10 min");
const workerGaveUp = containersInOrder({
  family: worker,
  moments: [{ container: "worker", is: "stopped", exitCode: 1 }],
});

interface Policy {
  readonly enabled?: boolean;
  readonly restartAttemptPeriod?: number;
  readonly ignoredExitCodes?: readonly number[];
}

/** The worker's restart policy is like this; only for recognising mistakes. */
function policy(wanted: string, holds: (restartPolicy: Policy) => boolean): Requirement {
  const of = (definition: Parameters<Requirement["holds"]>[0]): Policy =>
    definition.containerDefinitions[0]?.restartPolicy ?? {};
  return {
    field: "restartPolicy",
    wanted,
    found: (definition) => JSON.stringify(of(definition)),
    holds: (definition) => holds(of(definition)),
  };
}

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    ...runShop,
    ...failMigration,
    stopTask(family),
    until({ taskStopped: family }, "5 min"),
    ...runWorker({ enabled: true, restartAttemptPeriod: 60 }),
    workerIsBack,
  ],
  exercise: [
    editJson(file, {
      ...shop(
        { ...migrate, essential: false },
        {
          ...cache,
          healthCheck: { command: ["CMD-SHELL", "cache-cli ping || exit 1"], interval: 5 },
          dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
        },
        web,
      ),
      family: "kiosk",
    }),
    registerFile(file),
    runTask({ family: "kiosk" }),
    UNTIL_SETTLED,
  ],
  routes: [
    // A quicker health check, a helper that may fail, a failing migration as a revision of its own.
    [
      ...registerShop(
        shop(
          optionalMigrate,
          { ...cache, essential: false, healthCheck: { command: ["CMD", "cache-cli", "ping"], interval: 10 } },
          web,
        ),
      ),
      runTask({ family, network: "private" }),
      shopRuns,
      stopTask(family, { reason: "seen enough" }),
      until({ taskStopped: family }, "5 min"),
      ...registerShop(shop({ ...optionalMigrate, command: ["sh", "-c", "sleep 2; exit 3"] }, checkedCache, web)),
      runTask({ family, network: "private" }),
      until({ containerStopped: `${family}/migrate` }, "5 min"),
      ...runWorker({ enabled: true, restartAttemptPeriod: 90, ignoredExitCodes: [0] }),
      workerIsBack,
    ],
    // The cache waits for the migration, too, and the worker comes first.
    [
      ...runWorker({ enabled: true, restartAttemptPeriod: 60 }),
      workerIsBack,
      ...registerShop(
        shop(
          web,
          { ...checkedCache, startTimeout: 90, dependsOn: [{ containerName: "migrate", condition: "COMPLETE" }] },
          optionalMigrate,
        ),
      ),
      ...failMigration,
      runTask({ family }),
      UNTIL_SETTLED,
      stopTask(family),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "essential-migration",
      commands: [registerFile(file)],
      fails: "waits",
      seen: refused({ operation: "RegisterTaskDefinition", id: "dep-essential" }),
    },
    {
      id: "no-health-check",
      commands: [...registerShop(shop(optionalMigrate, cache, web))],
      fails: "waits",
      seen: refused({ operation: "RegisterTaskDefinition", id: "dep-health" }),
    },
    {
      id: "nobody-essential",
      commands: [
        ...registerShop(shop(optionalMigrate, { ...checkedCache, essential: false }, { ...web, essential: false })),
      ],
      fails: "waits",
      seen: refused({ operation: "RegisterTaskDefinition", id: "no-essential" }),
    },
    {
      id: "start-instead-of-success",
      commands: [
        ...registerShop(
          shop(migrate, checkedCache, {
            ...web,
            dependsOn: [
              { containerName: "migrate", condition: "START" },
              { containerName: "cache", condition: "START" },
            ],
          }),
        ),
        runTask({ family }),
        UNTIL_SETTLED,
      ],
      fails: "waits",
      seen: all(
        registered({
          family,
          where: [hasContainer({ name: "web", dependsOn: { containerName: "migrate", condition: "START" } })],
        }),
        taskStopped({ family, stopCode: "EssentialContainerExited", exitCode: 0 }),
      ),
    },
    {
      id: "check-that-always-fails",
      commands: [
        ...registerShop(shop(optionalMigrate, { ...cache, healthCheck: { command: ["CMD-SHELL", "exit 1"] } }, web)),
        runTask({ family }),
        { advanceMs: 300_000 },
      ],
      fails: "in-order",
      seen: containersInOrder({ family, moments: [{ container: "cache", is: "unhealthy" }] }),
    },
    {
      id: "start-timeout-too-short",
      commands: [
        ...registerShop(shop(optionalMigrate, { ...checkedCache, startTimeout: 10 }, web)),
        runTask({ family }),
        UNTIL_SETTLED,
      ],
      fails: "in-order",
      seen: taskStopped({ family, started: false, why: "dependency.timed-out" }),
    },
    {
      id: "override-of-nobody",
      commands: [...runShop, runShopWith("migration", "exit 3"), UNTIL_SETTLED],
      fails: "migration-failed",
      seen: refused({ operation: "RunTask", id: "run-task.override-container" }),
    },
    {
      id: "default-restart-period",
      commands: [...runWorker({ enabled: true }), workerIsGone],
      fails: "restarted",
      seen: all(
        registered({
          family: worker,
          where: [policy("no period", (each) => each.enabled === true && each.restartAttemptPeriod === undefined)],
        }),
        workerGaveUp,
        not(workerRestarted),
      ),
    },
    {
      id: "ignored-its-own-crash",
      commands: [...runWorker({ enabled: true, restartAttemptPeriod: 60, ignoredExitCodes: [1] }), workerIsGone],
      fails: "restarted",
      seen: all(
        registered({
          family: worker,
          where: [policy("ignores 1", (each) => each.ignoredExitCodes?.includes(1) === true)],
        }),
        workerGaveUp,
        not(workerRestarted),
      ),
    },
    {
      id: "no-restart-policy",
      commands: [...runWorker(undefined), workerIsGone],
      fails: "restarted",
      seen: all(
        registered({ family: worker, where: [policy("off", (each) => each.enabled !== true)] }),
        workerGaveUp,
        not(workerRestarted),
      ),
    },
    noPublicIp({ fails: "in-order", family, before: registerShop(repaired) }),
  ],
});
