/** Somebody pushes a new build: what running tasks keep, what new tasks get, what is refused, and that it replays. */
import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import { Session } from "./session.ts";

let session: Session;
const push = (image: unknown) => session.call("quayside", "PushImage", { image });
const register = (image: string) =>
  session.call("ecs", "RegisterTaskDefinition", {
    family: "shop",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "shop", image }],
  });
const runTask = (taskDefinition: string) =>
  session.call("ecs", "RunTask", {
    taskDefinition,
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
const digests = () => [...session.tables.containers.values()].map((container) => container.imageDigest);
const digestOfTag = (tag: string) =>
  [...session.tables.images.values()]
    .filter((image) => image.repository === "docker.io/quayside/shop")
    .flatMap((image) => [image, ...(image.earlierBuilds ?? [])])
    .find((build) => build.tags.includes(tag))?.imageDigest;

beforeEach(() => {
  session = Session.start();
});

describe("a tag that moves", () => {
  test("changes no running task, and every task that starts later", () => {
    register("quayside/shop:latest");
    const before = digestOfTag("latest");
    runTask("shop");
    session.stepUntilQuiet();
    push("quayside/shop:latest");
    session.advance({ byMs: 3_600_000 });
    expect(digests()).toEqual([before]);
    runTask("shop");
    session.stepUntilQuiet();
    expect(digests()).toEqual([before, digestOfTag("latest")]);
    expect(digestOfTag("latest")).not.toBe(before);
    expect([...session.tables.tasks.values()].map((task) => task.lastStatus)).toEqual(["RUNNING", "RUNNING"]);
  });

  test("does not disturb a pull that has begun", () => {
    register("quayside/shop:latest");
    const before = digestOfTag("latest");
    runTask("shop");
    while (![...session.tables.containers.values()].some((container) => container.phase === "PULLING")) {
      session.advance({ maxSteps: 1 });
    }
    push("quayside/shop:latest");
    session.stepUntilQuiet();
    expect(digests()).toEqual([before]);
  });

  test("means nothing to a revision with a digest, even when no tag leads there any more", () => {
    const before = digestOfTag("1.0");
    register(`quayside/shop@${before}`);
    push("quayside/shop:latest");
    push("quayside/shop:1.0");
    runTask("shop");
    session.stepUntilQuiet();
    expect(digests()).toEqual([before]);
  });
});

describe("a push", () => {
  test("is written down with its call", () => {
    const outcome = push("quayside/shop");
    expect(outcome).toMatchObject({ ok: true, output: { repository: "docker.io/quayside/shop", tag: "latest" } });
    expect(session.journal.records.slice(-2)).toMatchObject([
      { kind: "CALL", facts: { service: "quayside", operation: "PushImage" } },
      { kind: "IMAGE_PUSHED", subject: "docker.io/quayside/shop", facts: { imageDigest: digestOfTag("latest") } },
    ]);
  });

  test("is saved and loaded like any call", () => {
    push("quayside/shop:latest");
    const loaded = Session.load(JSON.parse(JSON.stringify(session.save())));
    expect(loaded.journal.records).toEqual(session.journal.records);
  });

  test.each([
    ["nginx:latest", "denied: requested access to the resource is denied"],
    ["quayside/nothing:latest", "denied: requested access to the resource is denied"],
    [`quayside/shop@sha256:${"a".repeat(64)}`, "cannot push a digest reference"],
    ["quayside/shop:two words", "invalid reference format"],
    ["", "invalid reference format"],
    [undefined, "invalid reference format"],
  ])("of %s is refused: %s", (image, message) => {
    const before = [...session.tables.images.values()];
    expect(push(image)).toMatchObject({ ok: false, error: { message } });
    expect([...session.tables.images.values()]).toEqual(before);
  });

  test("ends when a repository is full", () => {
    for (let count = 0; count < 1_000; count += 1) push("quayside/shop:latest");
    expect(push("quayside/shop:latest")).toMatchObject({ ok: false, error: { code: "TooManyBuilds" } });
  });
});

test("there is no other operation from outside", () => {
  expect(session.call("quayside", "Nonsense", {})).toMatchObject({
    ok: false,
    error: { code: "UnknownOperationException" },
  });
});
