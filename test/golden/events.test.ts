/** Golden tables of the events that Amazon ECS sends: which ones come of a story, and every member of each kind of them. */
import { type EventEnvelope, ecsEventsOf } from "@quayside/simulator/events";
import { expect, test } from "vitest";
import { table } from "./journal-table.ts";
import { BREAKER, CRASHES, ServiceStory } from "./service-story.ts";

const NETWORK = { awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" } };
const RUN = { taskDefinition: "web", launchType: "FARGATE", networkConfiguration: NETWORK };

const settled = (story: ServiceStory) => {
  story.session.wait({ until: "settled", atMost: "2 h" });
  return story;
};
const onFargate = (container: object = {}) => new ServiceStory().register({ ...container });
const onInstances = (count: number) => {
  const story = new ServiceStory("EC2");
  story.call("ProvideContainerInstances", { count, instanceType: "t3.medium" }, "quayside");
  return settled(story.register());
};
const run = (story: ServiceStory, input: object) => {
  story.call("RunTask", input);
  return settled(story);
};
const stopAll = (story: ServiceStory) => {
  for (const task of story.session.tables.tasks.keys()) story.call("StopTask", { task, reason: "enough" });
  return settled(story);
};

const STORIES: Readonly<Record<string, () => ServiceStory>> = {
  // Recorded: v1 PROVISIONING, v2 PENDING, v3 RUNNING, v4 with desiredStatus STOPPED, v5 DEPROVISIONING, v6 STOPPED.
  "stopped-by-hand": () => stopAll(run(onFargate(), RUN)),
  "essential-container-exits": () => run(onFargate({ command: ["sh", "-c", "sleep 20; exit 3"] }), RUN),
  "never-starts": () => run(onFargate({ image: "nginx:nope" }), RUN),
  "on-an-instance": () => stopAll(run(onInstances(1), { taskDefinition: "web" })),
  "steady-service": () => settled(onFargate().create({ desiredCount: 1 })),
  "breaker-rolls-back": () => {
    const story = settled(onFargate().create({ desiredCount: 1, deploymentConfiguration: BREAKER }));
    return settled(story.register(CRASHES).update({ taskDefinition: "web" }));
  },
  "no-room": () => settled(new ServiceStory("EC2").register().create({ desiredCount: 1 })),
  "zone-without-fargate": () => {
    const story = onFargate();
    story.call("SetFargateCapacity", { available: false }, "quayside");
    return settled(story.create({ desiredCount: 1 }));
  },
};

/** A member that may be there. */
type Member = Readonly<Record<string, unknown>>;

function told({ detail, ...event }: EventEnvelope): string {
  const { version, lastStatus, desiredStatus, stopCode, containers = [], ...more } = detail as Member;
  if (lastStatus !== undefined) {
    const states = (containers as Member[]).map(
      ({ name, lastStatus: state, exitCode }) => `${name}:${state}${exitCode === undefined ? "" : `(${exitCode})`}`,
    );
    return [`v${version}`, `${lastStatus}/${desiredStatus}`, ...states, stopCode ?? ""].join(" ").trimEnd();
  }
  if (event["detail-type"] === "ECS Container Instance State Change") {
    const remaining = (more.remainingResources as Member[])
      .slice(0, 2)
      .map(({ name, integerValue }) => `${name} ${integerValue}`);
    return [
      `v${version}`,
      more.status,
      more.agentConnected === true ? "connected" : "not connected",
      ...remaining,
    ].join(" ");
  }
  const { eventType, eventName, reason = "" } = more;
  return `${eventType} ${eventName} ${String(reason).replaceAll(/ecs-svc\/\d+/g, "ecs-svc/N")}`.trimEnd();
}

test.each(Object.entries(STORIES))("%s", async (name, story) => {
  const rows = ecsEventsOf(story().session.journal).map(({ record, event }) => [
    (record.atMs / 1000).toFixed(3),
    event["detail-type"],
    told(event),
  ]);
  await expect(table(["SECONDS", "DETAIL TYPE", "DETAIL"], rows)).toMatchFileSnapshot(`events/${name}.txt`);
});

/** Every member with its value, the way to it written out. */
function members(value: unknown, way = ""): [string, string][] {
  if (typeof value !== "object" || value === null) return [[way, JSON.stringify(value)]];
  if (Array.isArray(value) && value.length === 0) return [[way, "[]"]];
  return Object.entries(value).flatMap(([name, each]) =>
    members(each, Array.isArray(value) ? `${way}[${name}]` : way === "" ? name : `${way}.${name}`),
  );
}

const SHAPES: Readonly<Record<string, readonly [story: string, detail: RegExp]>> = {
  "task-on-fargate": ["stopped-by-hand", /^v6 /],
  "task-on-an-instance": ["on-an-instance", /^v\d RUNNING\/RUNNING/],
  "container-instance": ["on-an-instance", /^v2 /],
  "service-action": ["no-room", /PLACEMENT_FAILURE/],
  deployment: ["breaker-rolls-back", /ERROR/],
};

test.each(Object.entries(SHAPES))("every member of the event: %s", async (name, [story, which]) => {
  const events = ecsEventsOf((STORIES[story] as () => ServiceStory)().session.journal).map(({ event }) => event);
  const event = events.find((each) => which.test(told(each)));
  await expect(table(["MEMBER", "VALUE"], members(event))).toMatchFileSnapshot(`events/shape-${name}.txt`);
});
