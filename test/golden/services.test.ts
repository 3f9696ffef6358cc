/**
 * Golden stories of services: what they say and decide, second by second, in the shapes that were recorded of AWS or are documented. Long for
 * its stories.
 */
import { DEFAULT_SUBNETS } from "@quayside/simulator";
import { CAUSE_TABLES } from "@quayside/simulator/causes";
import { describe, expect, test } from "vitest";
import { BALANCED_STORIES } from "./balanced-stories.ts";
import { table } from "./journal-table.ts";
import { BREAKER, CHECKED, type Container, CRASHES, ServiceStory, UNHEALTHY } from "./service-story.ts";
import { STRATEGY_STORIES } from "./strategy-stories.ts";

const onFargate = () => new ServiceStory().register();
const onInstances = (count: number, container: Container = {}) => {
  const story = new ServiceStory("EC2");
  story.call("ProvideContainerInstances", { count, instanceType: "t3.medium" }, "quayside");
  return story.register(container);
};
const instances = ({ session }: ServiceStory) =>
  [...session.tables.containerInstances.values()].map(({ containerInstanceArn }) => containerInstanceArn);
const tasks = ({ session }: ServiceStory) =>
  [...session.tables.tasks.values()]
    .filter(({ desiredStatus }) => desiredStatus === "RUNNING")
    .map((row) => row.taskArn);
const alarms = (rollback: boolean) => ({ alarms: { alarmNames: ["errors"], enable: true, rollback } });
const earlySuccess = (sourceServiceRevisionCleanup: string) => {
  const earlySuccessCriteria = { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup };
  const percents = { minimumHealthyPercent: 50, maximumPercent: 100 };
  const story = onFargate()
    .create({ desiredCount: 2, deploymentConfiguration: { ...percents, earlySuccessCriteria } })
    .chapter("created with 2");
  const protectedOnes = tasks(story).slice(0, 1);
  const protection = { cluster: "default", tasks: protectedOnes, protectionEnabled: true, expiresInMinutes: 10 };
  story.call("UpdateTaskProtection", protection);
  return story.update({ forceNewDeployment: true }).chapter("one of two is enough, an old one is protected");
};
const capacity = (story: ServiceStory, available: boolean) =>
  story.call("SetFargateCapacity", { available, availabilityZone: "us-east-1b" }, "quayside");

const STORIES: Readonly<Record<string, () => ServiceStory>> = {
  // Recorded: completed 14.1 to 19.6 s after the call, steady a moment later.
  "no-tasks-wanted": () => onFargate().create({ desiredCount: 0 }).chapter("created with 0"),
  "start-first-rollout": () =>
    onFargate()
      .create({ desiredCount: 1 })
      .chapter("created with 1")
      .update({ forceNewDeployment: true })
      .chapter("a new deployment"),
  "scale-out-and-in": () =>
    onFargate()
      .create({ desiredCount: 1 })
      .chapter("created with 1")
      .update({ desiredCount: 2 })
      .chapter("scaled to 2")
      .update({ desiredCount: 0 })
      .chapter("scaled to 0"),
  // Recorded: the older deployment starts at 5.1 s, PRIMARY at 14.6 s, and the older one stops at 23.2 s.
  "scale-out-during-a-rollout": () =>
    onFargate()
      .create({ desiredCount: 0, deploymentConfiguration: { minimumHealthyPercent: 0 } })
      .update({ forceNewDeployment: true })
      .update({ desiredCount: 1 })
      .chapter("0 to 1 while two deployments are open"),
  // Recorded: the replacement starts 2.9 s after the task has STOPPED.
  "task-stopped-by-hand": () => {
    const story = onFargate()
      .create({ desiredCount: 1, deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 } })
      .chapter("created with 1");
    story.call("StopTask", { task: tasks(story)[0] });
    return story.chapter("its task is stopped by a user");
  },
  // Recorded on Fargate: starts at 0, 52, 103 and 153 s, rolled back at 158 s, COMPLETED at 237 s.
  "crash-loop-with-breaker": () =>
    onFargate()
      .create({ desiredCount: 1, deploymentConfiguration: BREAKER })
      .chapter("a good revision")
      .register(CRASHES)
      .update({ taskDefinition: "web" })
      .chapter("one that crashes"),
  "first-deployment-fails": () =>
    new ServiceStory()
      .register(CRASHES)
      .create({ desiredCount: 1, deploymentConfiguration: BREAKER })
      .chapter("nothing to roll back to"),
  "crash-loop-without-breaker": () =>
    new ServiceStory().register(CRASHES).create({ desiredCount: 1 }).later("ten minutes of it", 600_000),
  "never-healthy-with-breaker": () =>
    onFargate()
      .register(CHECKED)
      .create({ desiredCount: 1, deploymentConfiguration: BREAKER })
      .chapter("a good revision")
      .register(UNHEALTHY)
      .update({ taskDefinition: "web" })
      .chapter("one that never passes its health check"),
  "missing-image": () =>
    new ServiceStory()
      .register({ image: "nginx:9.99" })
      .create({ desiredCount: 1 })
      .later("growing pauses", 3_600_000)
      .register()
      .update({ taskDefinition: "web" })
      .chapter("a new deployment begins at once"),
  "stuck-by-percentages": () =>
    onFargate()
      .create({ desiredCount: 3, deploymentConfiguration: { maximumPercent: 125 } })
      .chapter("created with 3, 100/125")
      .update({ forceNewDeployment: true })
      .chapter("no percentage lets anything happen")
      .update({ deploymentConfiguration: { minimumHealthyPercent: 66, maximumPercent: 125 } })
      .chapter("66/125"),
  "host-port-taken": () =>
    onInstances(2, { portMappings: [{ containerPort: 80, hostPort: 8080 }] })
      .create({ desiredCount: 2 })
      .chapter("one on each instance")
      .update({ forceNewDeployment: true })
      .chapter("the port is taken everywhere"),
  // Developer Guide: "may stop two existing tasks to free up cluster capacity before starting two new tasks".
  "host-port-taken-and-a-lower-minimum": () =>
    onInstances(2, { portMappings: [{ containerPort: 80, hostPort: 8080 }] })
      .create({ desiredCount: 2, deploymentConfiguration: { minimumHealthyPercent: 50 } })
      .chapter("one on each instance")
      .update({ forceNewDeployment: true })
      .chapter("one port is freed, then the other"),
  "too-large-then-smaller": () =>
    onInstances(2, { memory: 64_000 })
      .create({ desiredCount: 1 })
      .later("no instance is large enough", 60_000)
      .register()
      .update({ taskDefinition: "web" })
      .chapter("a smaller revision is not kept waiting by the one that has no place"),
  "no-place-with-breaker": () =>
    new ServiceStory("EC2")
      .register()
      .create({ desiredCount: 1, deploymentConfiguration: BREAKER })
      .chapter("tries without a place count"),
  // Published event lists: about every six hours.
  "steady-for-hours": () =>
    onFargate()
      .create({ desiredCount: 1 })
      .chapter("created with 1")
      .later("thirteen hours", 13 * 3_600_000)
      .update({ healthCheckGracePeriodSeconds: 5 })
      .later("a call begins them anew: seven hours", 7 * 3_600_000),
  "update-during-an-update": () =>
    onFargate()
      .create({ desiredCount: 2 })
      .chapter("created with 2")
      .update({ forceNewDeployment: true })
      .later("twenty seconds of the second deployment", 20_000)
      .update({ forceNewDeployment: true })
      .chapter("the third one"),
  "rollback-on-request": () => {
    const story = onFargate().create({ desiredCount: 1 }).chapter("created with 1").register(CRASHES);
    story.update({ taskDefinition: "web" }).later("a minute of the rollout", 60_000);
    const { serviceDeployments } = story.call("ListServiceDeployments", { service: "web" }) as unknown as {
      serviceDeployments: { serviceDeploymentArn: string }[];
    };
    story.call("StopServiceDeployment", { serviceDeploymentArn: serviceDeployments[0]?.serviceDeploymentArn });
    return story.chapter("StopServiceDeployment");
  },
  "bake-time": () =>
    onFargate()
      .create({ desiredCount: 1, deploymentConfiguration: { bakeTimeInMinutes: 5 } })
      .chapter("five minutes"),
  // One published run: 21 s from ALARM to the rollback.
  "alarm-during-the-bake": () => {
    const story = onFargate()
      .create({ desiredCount: 1, deploymentConfiguration: alarms(true) })
      .chapter("watched for a while after its tasks are healthy")
      .update({ forceNewDeployment: true })
      .later("two minutes of the second deployment", 120_000);
    story.call("SetAlarm", { name: "errors", state: "ALARM" }, "quayside");
    return story
      .chapter("an alarm, and back")
      .update({ forceNewDeployment: true })
      .chapter("the alarm is still on: ignored");
  },
  "alarm-without-rollback": () => {
    const story = onFargate()
      .create({ desiredCount: 1, deploymentConfiguration: alarms(false) })
      .chapter("created with 1")
      .update({ forceNewDeployment: true });
    story.call("SetAlarm", { name: "errors", state: "ALARM" }, "quayside");
    return story.later("an alarm before its first task runs", 120_000);
  },
  // Half of the tasks are enough, and the old one that is protected for ten minutes goes afterwards.
  "early-success-deferred": () => earlySuccess("DEFERRED"),
  // The same, but the deployment is not done before the old one is gone.
  "early-success-blocking": () => earlySuccess("BLOCKING"),
  "task-sets": () => {
    const story = onInstances(2);
    const set = { cluster: "default", service: "web" };
    story.call("CreateService", { serviceName: "web", desiredCount: 3, deploymentController: { type: "EXTERNAL" } });
    story.call("CreateTaskSet", { ...set, taskDefinition: "web", scale: { value: 50, unit: "PERCENT" } });
    story.chapter("half of three, rounded up").update({ desiredCount: 1 }).chapter("its share of one");
    story.call("DeleteTaskSet", { ...set, taskSet: [...story.session.tables.taskSets.keys()][0], force: true });
    return story.chapter("deleted with its task");
  },
  "deleted-by-force": () => {
    const story = onFargate().create({ desiredCount: 2 }).chapter("created with 2");
    story.call("DeleteService", { service: "web", force: true });
    return story.chapter("DRAINING, then INACTIVE");
  },
  "deleted-without-tasks": () => {
    const story = onFargate().create({ desiredCount: 0 }).chapter("created with 0");
    story.call("DeleteService", { service: "web" });
    return story.chapter("DRAINING, then INACTIVE");
  },
  "no-instances": () => new ServiceStory("EC2").register().create({ desiredCount: 1 }).chapter("an empty cluster"),
  "instance-drains": () => {
    const story = onInstances(3).create({ desiredCount: 2 }).chapter("two of three instances");
    const busy = [...story.session.tables.tasks.values()][0]?.spec.placed?.containerInstanceArn;
    story.call("UpdateContainerInstancesState", { containerInstances: [busy], status: "DRAINING" });
    return story.chapter("one of them drains");
  },
  "instance-terminated": () => {
    const story = onInstances(2).create({ desiredCount: 2 }).chapter("one on each instance");
    const [machine] = story.session.tables.ec2Instances.keys();
    story.call("TerminateInstances", { InstanceIds: [machine] }, "ec2");
    return story.chapter("one is terminated");
  },
  daemon: () => {
    const story = onInstances(2).create({ schedulingStrategy: "DAEMON" }).chapter("one on every instance");
    story.call("ProvideContainerInstances", { instanceType: "t3.medium" }, "quayside");
    story.chapter("an instance more").update({ forceNewDeployment: true }).chapter("a new deployment stops first");
    story.call("UpdateContainerInstancesState", { containerInstances: [instances(story)[0]], status: "DRAINING" });
    return story.chapter("an instance drains");
  },
  "daemon-constraint-no-longer-met": () => {
    const story = onInstances(2);
    const [first] = instances(story);
    const tier = (value: string) => ({
      attributes: [{ name: "tier", value, targetId: first, targetType: "container-instance" }],
    });
    story.call("PutAttributes", tier("web"));
    story
      .create({
        schedulingStrategy: "DAEMON",
        placementConstraints: [{ type: "memberOf", expression: "attribute:tier == web" }],
      })
      .chapter("one on the instance of the tier");
    story.call("PutAttributes", tier("other"));
    return story.chapter("the instance is of another tier");
  },
  "protected-tasks": () => {
    const story = onFargate().create({ desiredCount: 3 }).chapter("created with 3");
    story.call("UpdateTaskProtection", {
      cluster: "default",
      tasks: tasks(story).slice(0, 2),
      protectionEnabled: true,
      expiresInMinutes: 15,
    });
    return story.update({ desiredCount: 0 }).later("scaled to 0", 1_200_000);
  },
  "zones-evened-out": () => {
    const story = onFargate();
    capacity(story, false);
    story.create({ desiredCount: 4 }).chapter("one zone has capacity");
    capacity(story, true);
    return story.chapter("both have");
  },
  "zones-not-evened-out": () => {
    const story = onInstances(1, { memory: 1_200 });
    story.create({ desiredCount: 2 }).chapter("one instance");
    const subnets = [DEFAULT_SUBNETS["private-b"]];
    story.call("ProvideContainerInstances", { instanceType: "t3.micro", subnets }, "quayside");
    return story.chapter("one in the other zone, without room");
  },
  "rebalancing-given-up": () => {
    const story = onFargate();
    capacity(story, false);
    story.create({ desiredCount: 4 }).chapter("one zone has capacity");
    capacity(story, true);
    story.later("it begins to even out", 30_000);
    return story.update({ forceNewDeployment: true }).chapter("a deployment ends that");
  },
  "zone-without-capacity": () => {
    const story = onFargate();
    capacity(story, false);
    story.create({ desiredCount: 4 }).chapter("one zone has capacity");
    return story;
  },
  ...STRATEGY_STORIES,
};

describe("a service", () => {
  for (const [name, tell] of Object.entries(STORIES)) {
    test(name, async () => {
      await expect(tell().text).toMatchFileSnapshot(`services/${name}.txt`);
    });
  }
});

test("every row of the table of bounds", async () => {
  const rows = [
    [4, 100, 200],
    [4, 50, 200],
    [4, 50, 100],
    [10, 90, 110],
    [5, 50, 150],
    [3, 100, 150],
    [3, 100, 125],
    [2, 75, 100],
    [2, 50, 100],
    [1, 100, 200],
    [1, 100, 150],
    [1, 50, 100],
    [1, 0, 100],
  ].map(([desiredCount = 0, minimumHealthyPercent = 0, maximumPercent = 0]) => {
    const story = onFargate()
      .create({ desiredCount, deploymentConfiguration: { minimumHealthyPercent, maximumPercent } })
      .chapter("created")
      .update({ forceNewDeployment: true });
    const { session } = story;
    const [from, sinceMs] = [session.journal.records.length, session.nowMs];
    story.chapter("rolled out");
    const decisions = session.journal.records.slice(from).filter((record) => record.kind === "SERVICE_DECIDED");
    const acts = decisions.flatMap(({ facts, atMs }) =>
      facts.acts.map(({ does, count }) => `${((atMs - sinceMs) / 1000).toFixed(0)}s ${does} ${count}`),
    );
    const { lower = 0, upper = 0 } = decisions[0]?.facts ?? {};
    const isStuck = session.settled && !session.quiet;
    return [
      String(desiredCount),
      `${minimumHealthyPercent}/${maximumPercent}`,
      `${lower}..${upper}`,
      isStuck || acts.length === 0 ? "stuck" : acts.join(", "),
    ];
  });
  await expect(table(["DESIRED", "MIN/MAX", "BOUNDS", "WHAT HAPPENS"], rows)).toMatchFileSnapshot(
    "services/bounds-table.txt",
  );
});

test("everything that a service can say, and every reason for which it stops tasks, is met", () => {
  const met = Object.values({ ...STORIES, ...BALANCED_STORIES })
    .map((tell) => tell().session)
    .flatMap(({ journal, tables }) => [
      ...journal.records.flatMap((record) => {
        if (record.kind === "SERVICE_EVENT") return [record.facts.message];
        if (record.kind === "TASK_STOP_REQUESTED") return [record.facts.stoppedReason];
        return record.changes.flatMap(({ after }) => {
          const row = after as
            | { rolloutStateReason?: string; statusReason?: string; rollback?: { reason: string } }
            | undefined;
          return [row?.rolloutStateReason ?? "", row?.statusReason ?? "", row?.rollback?.reason ?? ""];
        });
      }),
      ...[...tables.tasks.values()].map((task) => task.stoppedReason ?? ""),
    ]);
  const said = CAUSE_TABLES.flatMap((rows) => Object.entries(rows))
    .filter(([id]) =>
      /^(service|rollout|service-deployment)\.|^stop\.(scaling|container-checks|target-checks|draining|daemon|rebalancing)/.test(
        id,
      ),
    )
    .map(([id, row]) => [id, pattern(row.text)] as const);
  expect(said.filter(([, words]) => !met.some((text) => words.test(text))).map(([id]) => id)).toEqual([]);
});

/** The words of a cause with anything in the places of its values. */
function pattern(text: (values: never) => string): RegExp {
  const anything = new Proxy({}, { get: (_, key) => (key === "taskIds" ? { length: "@", join: () => "@" } : "@") });
  const words = text(anything as never).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${words.replaceAll("@", ".+")}$`);
}
