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
  text,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { cache, family, file, migrate, shop, web, worker, workerFile, workerRestarted, workerWith } from "./lab.ts";

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

export default defineAnswers({
  hints: [
    text(
      "What has to be over before web may begin, and what has to be alive?",
      "Trước khi web được bắt đầu, cái gì phải xong, và cái gì phải đang sống?",
    ),
    text(
      "Whoever is meant to end must not be essential, and whoever is to be HEALTHY needs a health check in the definition. A restart policy counts how long the container ran.",
      "Container nào vốn phải kết thúc thì không được là essential, và container nào cần HEALTHY thì phải có health check trong definition. Restart policy tính xem container đã chạy được bao lâu.",
    ),
    text(
      'In migrate: "essential": false. In cache: "healthCheck": { "command": ["CMD-SHELL", "cache-cli ping || exit 1"] }. In worker: "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 }.',
      'Trong migrate: "essential": false. Trong cache: "healthCheck": { "command": ["CMD-SHELL", "cache-cli ping || exit 1"] }. Trong worker: "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 }.',
    ),
  ],
  solution: [
    ...runShop,
    ...failMigration,
    stopTask(family),
    until({ taskStopped: family }, "5 min"),
    ...runWorker({ enabled: true, restartAttemptPeriod: 60 }),
    workerIsBack,
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
      feedback: text(
        "migrate is meant to end, and an essential container that ends takes the task with it. Nobody wrote essential in migrate, and left out it means true.",
        "migrate vốn phải kết thúc, mà container essential kết thúc thì kéo cả task theo. Không ai viết essential trong migrate, và bỏ trống nghĩa là true.",
      ),
    },
    {
      id: "no-health-check",
      commands: [...registerShop(shop(optionalMigrate, cache, web))],
      fails: "waits",
      seen: refused({ operation: "RegisterTaskDefinition", id: "dep-health" }),
      feedback: text(
        "Nothing says how to find out whether cache is healthy. A HEALTHCHECK inside the image does not count for ECS: it has to stand in the definition.",
        "Không chỗ nào nói cách biết cache có khỏe hay không. HEALTHCHECK bên trong image không được ECS tính: nó phải nằm trong definition.",
      ),
    },
    {
      id: "nobody-essential",
      commands: [
        ...registerShop(shop(optionalMigrate, { ...checkedCache, essential: false }, { ...web, essential: false })),
      ],
      fails: "waits",
      seen: refused({ operation: "RegisterTaskDefinition", id: "no-essential" }),
      feedback: text(
        "A task lives as long as its essential containers. Without one ECS would not know when the task is over, so it refuses.",
        "Task sống chừng nào các container essential của nó còn sống. Không có cái nào thì ECS không biết khi nào task kết thúc, nên từ chối.",
      ),
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
      feedback: text(
        "START lets the registration through, but web no longer waits for the migration to be done. And migrate, still essential, ended well and took the whole task with it: exit code 0 does not protect from that.",
        "START giúp đăng ký được, nhưng web không còn chờ migration xong nữa. Còn migrate vẫn là essential: nó kết thúc tốt đẹp và kéo cả task theo, exit code 0 không cứu được.",
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
      feedback: text(
        "The command of the health check always fails, so cache is UNHEALTHY and web waits on. Nothing ends this: without a startTimeout the task stays PENDING for as long as you let it.",
        "Lệnh của health check luôn thất bại, nên cache UNHEALTHY và web cứ chờ. Không có gì chấm dứt chuyện này: không có startTimeout thì task nằm ở PENDING chừng nào bạn còn để nó đó.",
      ),
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
      feedback: text(
        "web gave up waiting when the startTimeout of cache was over. The health check looks for the first time after one interval, 30 seconds unless you say otherwise: the timeout has to leave room for that.",
        "web thôi chờ khi startTimeout của cache đã hết. Health check nhìn lần đầu sau một interval, mặc định 30 giây: timeout phải chừa đủ chỗ cho việc đó.",
      ),
    },
    {
      id: "override-of-nobody",
      commands: [...runShop, runShopWith("migration", "exit 3"), UNTIL_SETTLED],
      fails: "migration-failed",
      seen: refused({ operation: "RunTask", id: "run-task.override-container" }),
      feedback: text(
        "An override names a container of the definition. Compare the name letter by letter.",
        "Override phải nêu tên một container có trong definition. Hãy so tên từng chữ một.",
      ),
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
      feedback: text(
        "The policy is enabled, but a container has to have run for restartAttemptPeriod before it is started again, and left out that means 300 seconds. The worker crashes after 90.",
        "Policy đã bật, nhưng container phải chạy đủ restartAttemptPeriod rồi mới được khởi động lại, và bỏ trống nghĩa là 300 giây. Worker crash sau 90 giây.",
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
      feedback: text(
        "ignoredExitCodes names the codes after which there is no restart, for example 0 of a job that is done. The worker crashes with 1, and that is on your list.",
        "ignoredExitCodes là danh sách mã mà sau đó KHÔNG khởi động lại, ví dụ mã 0 của một job đã xong. Worker crash với mã 1, và mã đó đang nằm trong danh sách.",
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
      feedback: text(
        "Nothing starts the worker again: it is essential, so its crash was the end of the task. Unless a policy says so, ECS never restarts a container in place.",
        "Không có gì khởi động lại worker: nó là essential nên crash của nó là dấu chấm hết cho task. Nếu không có policy, ECS không bao giờ khởi động lại container tại chỗ.",
      ),
    },
    noPublicIp({ fails: "in-order", family, before: registerShop(repaired) }),
  ],
});
