/** "Why?": the table behind each kind of decision, a row against a record, the causes named. Long for its tables as text. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "../default-network.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";
import { Session } from "../session.ts";
import { traceText } from "./trace-text.ts";
import { type About, type Why, whyOf } from "./why.ts";

const NGINX: ContainerDefinition = { name: "web", image: "nginx:latest" };

interface Start {
  readonly containers: readonly ContainerDefinition[];
  readonly subnets?: readonly (keyof typeof DEFAULT_SUBNETS)[];
  readonly assignPublicIp?: "ENABLED" | "DISABLED";
  readonly definition?: object;
}

function start({ containers, subnets = ["public-a"], assignPublicIp = "ENABLED", definition }: Start) {
  const session = Session.start();
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
    containerDefinitions: containers,
    ...definition,
  });
  const awsvpcConfiguration = { subnets: subnets.map((name) => DEFAULT_SUBNETS[name]), assignPublicIp };
  session.call("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  const [taskArn = ""] = session.tables.tasks.keys();
  return { session, taskArn };
}

function ask(session: Session, about: About, until?: number): Why {
  const why = whyOf(session.journal, about, until);
  if (why === undefined) throw new Error("the journal knows nothing of it");
  return why;
}

function tableOf(session: Session, about: About): string {
  const { table } = ask(session, about);
  return table === undefined ? "" : `\n${traceText(table)}\n`;
}

/** Lets time pass until something of a kind has happened, or nothing more does. */
function advanceTo(session: Session, kind: string): void {
  const happened = () => session.journal.records.some((record) => record.kind === kind);
  while (!happened() && !session.quiet) session.advance({ maxSteps: 1 });
}

function lastOf(session: Session, kind: string): { readonly seq: number } {
  const record = session.journal.records.findLast((each) => each.kind === kind);
  if (record === undefined) throw new Error(`there is no ${kind}`);
  return { seq: record.seq };
}

test("a task that runs: the subnets of the request, which was drawn, and the other decisions about it", () => {
  const { session, taskArn } = start({ containers: [NGINX], subnets: ["private-b", "public-a", "public-b"] });
  session.stepUntilQuiet();
  expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
    "
    Where the task was placed
      SUBNET     ZONE          FREE ADDRESSES  TO THE INTERNET
    + private-b    us-east-1b  + 251             through the NAT gateway
    * public-a     us-east-1a  + 250             through the internet gateway, with a public address
    + public-b     us-east-1b  + 251             through the internet gateway, with a public address
    = Drawn by lot among the 3 subnets of the request. AWS says that Fargate spreads tasks over them, not how.
    "
  `);
  const { sentence, chain, decisions, causes } = ask(session, { key: taskArn });
  expect(sentence).toBe("Every container has started; the task is RUNNING.");
  expect(chain.at(-1)?.sentence).toBe("You called RunTask.");
  expect(decisions.map(({ record }) => record.kind)).toEqual(["PULL_STOPPED"]);
  expect(causes).toEqual(["TASK_CREATED"]);
});

test("the winner is the subnet that the task is in", () => {
  const { session, taskArn } = start({ containers: [NGINX], subnets: ["private-a", "public-b"] });
  const winner = session.tables.tasks.get(taskArn)?.spec.subnetId;
  expect(ask(session, { key: taskArn }).table?.winner).toBe(winner);
});

describe("a pull", () => {
  const stopped = (container: Partial<ContainerDefinition>, more: Partial<Start> = {}) => {
    const begun = start({ containers: [{ ...NGINX, ...container }], ...more });
    begun.session.stepUntilQuiet();
    return begun;
  };

  test("without a way to the registry: nothing after the first check was tried", () => {
    const { session, taskArn } = stopped({}, { assignPublicIp: "DISABLED" });
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      The pull of nginx:latest
        CHECK                           FOUND
      x Is there a way to it?           x igw-0f1a2b3c4d5e6f708 has no public address for it
      - Does the registry answer?       - registry-1.docker.io
      - Does it let the task in?        - no login needed
      - Is the image there?             - docker.io/library/nginx:latest is sha256:aaaaaaaaaaaa…
      - Is it built for this platform?  - X86_64 wanted, X86_64, ARM64 there
      = The first check that fails decides; what comes after it is never tried.
      "
    `);
    expect(ask(session, { key: taskArn }).causes[0]).toBe("pull.no-route");
  });

  test("of a tag that is not there", () => {
    const { session, taskArn } = stopped({ image: "nginx:9.9" });
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      The pull of nginx:9.9
        CHECK                           FOUND
      + Is there a way to it?           + through igw-0f1a2b3c4d5e6f708, with its public address
      + Does the registry answer?       + registry-1.docker.io
      + Does it let the task in?        + no login needed
      x Is the image there?             x no docker.io/library/nginx:9.9; here the repository has latest, alpine, stable, 1.27, and what is declared
      - Is it built for this platform?  - X86_64 wanted
      = The first check that fails decides; what comes after it is never tried.
      "
    `);
  });

  test.each([
    ["a repository that Docker Hub does not show", { image: "ngnix" }, undefined, "access"],
    ["an image that the catalogue has not", { image: "quay.io/acme/api" }, undefined, "image"],
    ["another platform", { image: "quayside/slow-start:1" }, { cpuArchitecture: "ARM64" }, "platform"],
  ])("of %s", (_, container, runtimePlatform, failed) => {
    const definition = runtimePlatform === undefined ? {} : { runtimePlatform };
    const { session, taskArn } = stopped(container, { definition });
    const rows = ask(session, { key: taskArn }).table?.rows ?? [];
    const at = rows.findIndex(({ id }) => id === failed);
    expect(rows.map(({ verdict }) => verdict)).toEqual(
      rows.map((_row, index) => (index < at ? "passed" : index === at ? "failed" : "untried")),
    );
    expect(at).toBeGreaterThan(0);
  });

  test("from a registry in trouble fails at the registry", () => {
    const { session, taskArn } = start({ containers: [NGINX] });
    session.call("quayside", "FailPulls", { why: "server-error", count: 1 });
    session.stepUntilQuiet();
    const row = ask(session, { key: taskArn }).table?.rows.find(({ verdict }) => verdict === "failed");
    expect(row?.id).toBe("registry");
  });

  test("under way is not decided yet; once the image is there every check has passed", () => {
    const { session } = start({ containers: [NGINX] });
    advanceTo(session, "PULL_STARTED");
    const began = lastOf(session, "PULL_STARTED");
    const verdicts = () => new Set(ask(session, began).table?.rows.map(({ verdict }) => verdict));
    expect(verdicts()).toEqual(new Set(["waiting"]));
    session.stepUntilQuiet();
    expect(verdicts()).toEqual(new Set(["passed"]));
  });
});

test("a secret that the role may not read: the permission failed, the secret was not looked for", () => {
  const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nope-AbCdEf";
  const { session, taskArn } = start({ containers: [{ ...NGINX, secrets: [{ name: "X", valueFrom: secret }] }] });
  session.stepUntilQuiet();
  expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
    "
    What the agent asked AWS Secrets Manager for
      CHECK                        FOUND
    + Is there a way to it?        + through igw-0f1a2b3c4d5e6f708, with its public address
    + Is there an execution role?  + ecsTaskExecutionRole
    x May the role do it?          x secretsmanager:GetSecretValue
    - Is it there?                 - nope-AbCdEf
    - May it be decrypted?         - kms:Decrypt
    - Can its content be used?     - nope-AbCdEf
    = The first check that fails decides; what comes after it is never tried.
    "
  `);
  expect(ask(session, { key: taskArn }).causes).toEqual(["secret.denied", "RESOURCE_FAILED"]);
});

describe("a container that waits", () => {
  const waiting = () =>
    start({
      containers: [
        { ...NGINX, dependsOn: [{ containerName: "init", condition: "SUCCESS" }] },
        { name: "init", image: "busybox", essential: false, command: ["sh", "-c", "sleep 5; exit 1"] },
      ],
    });

  test("is why its task does not run: each condition, met or not", () => {
    const { session, taskArn } = waiting();
    advanceTo(session, "DEPENDENCY_AWAITED");
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      What web waits for
        CONTAINER  CONDITION  STATE
      ~ init         SUCCESS  ~ RUNNING
      = The container is started once every condition is met.
      "
    `);
  });

  test("in vain: the condition that can never be met any more", () => {
    const { session, taskArn } = waiting();
    session.stepUntilQuiet();
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      What web waits for
        CONTAINER  CONDITION  STATE
      x init         SUCCESS  x STOPPED, exitCode 1
      = A condition can never be met any more, so the container cannot start and the task ends.
      "
    `);
  });
});

describe("a stop", () => {
  test("that was asked for: signal, time to tidy up, end; also while it goes on", () => {
    const { session, taskArn } = start({ containers: [{ name: "app", image: "quayside/stubborn:1" }] });
    session.stepUntilQuiet();
    session.call("ecs", "StopTask", { task: taskArn });
    session.advance({ byMs: 5000 });
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      How the task is stopped
        CONTAINER  SIGTERM        GRACE   END
      ~ app          after 0.5 s    30 s  ~ still tidies up
      = You asked for it with StopTask.
      "
    `);
    session.stepUntilQuiet();
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      How the task is stopped
        CONTAINER  SIGTERM        GRACE   END
      x app          after 0.5 s  x 30 s  x SIGKILL after 30.0 s: exitCode 137
      = You asked for it with StopTask.
      "
    `);
  });

  test("that nobody asked for names the exit, and the exit says what follows from it", () => {
    const { session, taskArn } = start({
      containers: [{ name: "app", image: "busybox", command: ["sh", "-c", "exit 3"] }],
    });
    session.stepUntilQuiet();
    expect(tableOf(session, { key: taskArn })).toMatchInlineSnapshot(`
      "
      How the task is stopped
        CONTAINER  SIGTERM  GRACE  END
      x app                        x exitCode 3, before the stop
      = Nobody asked: ECS stops a task when an essential container has ended.
      "
    `);
    expect(tableOf(session, lastOf(session, "CONTAINER_EXITED"))).toMatchInlineSnapshot(`
      "
      What follows when app ends
        QUESTION                           ANSWER
        restartPolicy                        none
      - Is the task wanted? desiredStatus  - RUNNING
      - Does the exit code count?          - exitCode 3; ignoredExitCodes: none
      - Did it run long enough?            - restartAttemptPeriod: 300 s
        Is it essential?                     yes
      = An essential container that has ended ends the task.
      "
    `);
  });
});

test("an exit with a restart policy: the question that decided, and none after it", () => {
  const restartPolicy = { enabled: true, ignoredExitCodes: [3] };
  const { session } = start({
    containers: [{ name: "app", image: "busybox", command: ["sh", "-c", "exit 3"], restartPolicy }],
  });
  session.stepUntilQuiet();
  expect(tableOf(session, lastOf(session, "CONTAINER_EXITED"))).toMatchInlineSnapshot(`
    "
    What follows when app ends
      QUESTION                           ANSWER
    + restartPolicy                      + enabled
    + Is the task wanted? desiredStatus  + RUNNING
    x Does the exit code count?          x exitCode 3; ignoredExitCodes: 3
    - Did it run long enough?            - restartAttemptPeriod: 300 s
      Is it essential?                     yes
    = An essential container that has ended ends the task.
    "
  `);
});

test("a failed health probe: how many in a row, of how many", () => {
  const healthCheck = { command: ["CMD-SHELL", "exit 1"], interval: 5, retries: 2 };
  const { session } = start({ containers: [{ ...NGINX, healthCheck }] });
  session.advance({ untilMs: 60_000 });
  expect(tableOf(session, lastOf(session, "HEALTH_CHANGED"))).toMatchInlineSnapshot(`
    "
    The health of web
      QUESTION                   ANSWER
    x The last probe             x CMD-SHELL exit 1
      startPeriod                  0 s: over
    x Failed in a row / retries  x 2 / 2
    = The container is UNHEALTHY, the task UNHEALTHY.
    "
  `);
});

test("a refused definition: all that the rules find, of which AWS names the first", () => {
  const { session } = start({ containers: [{ name: "a b" }], definition: { memory: "5" } });
  const refused = session.journal.records.find(({ subject }) => subject === "RegisterTaskDefinition");
  expect(tableOf(session, { seq: refused?.seq ?? -1 })).toMatchInlineSnapshot(`
    "
    What the rules find in the definition
      PLACE                          MESSAGE
    x containerDefinitions[0].name   x Container.name contains invalid characters.
    - containerDefinitions[0].image  - Container.image should not be null or empty.
    - memory                         - No Fargate configuration exists for given values: 256 CPU, 5 memory. See the Amazon ECS documentation for the valid values.
    = AWS names the first of 3 only; the others come after it is mended.
    "
  `);
});

describe("the moment of asking", () => {
  test("decides what is known: before the stop, the same task was told as running", () => {
    const { session, taskArn } = start({ containers: [NGINX] });
    session.stepUntilQuiet();
    const until = session.journal.length;
    session.call("ecs", "StopTask", { task: taskArn });
    session.stepUntilQuiet();
    expect(ask(session, { key: taskArn }, until).record.kind).toBe("TASK_RUNNING");
    expect(ask(session, { key: taskArn }).record.kind).toBe("TASK_STOP_REQUESTED");
  });

  test("does not change the session, and the answer is the same each time", () => {
    const { session, taskArn } = start({ containers: [NGINX] });
    session.stepUntilQuiet();
    const before = JSON.stringify(session.journal.records);
    expect(ask(session, { key: taskArn })).toEqual(ask(session, { key: taskArn }));
    expect(JSON.stringify(session.journal.records)).toBe(before);
  });
});

test("what no record is about is told by its last change; what nobody knows, by nothing", () => {
  const { session } = start({ containers: [NGINX] });
  session.stepUntilQuiet();
  expect(ask(session, { key: DEFAULT_SUBNETS["public-a"] }).record.kind).toBe("ENI_CREATED");
  expect(whyOf(session.journal, { key: "nothing" })).toBeUndefined();
  expect(whyOf(session.journal, { seq: -1 })).toBeUndefined();
});
