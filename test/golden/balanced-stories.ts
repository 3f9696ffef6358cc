/** Stories of services behind a load balancer, in the shapes that were recorded of AWS or are documented. */
import { DEFAULT_SUBNETS } from "@quayside/simulator";
import { type BalancedGroup, BREAKER, CHECKED, type Container, ServiceStory } from "./service-story.ts";

const SERVES: Container = { portMappings: [{ containerPort: 80 }] };
/** It runs, and nothing listens on port 80. */
const DEAF: Container = { ...SERVES, image: "busybox:1.37", command: ["sleep", "86400"] };
const ON_HOST: Container = { portMappings: [{ containerPort: 80, hostPort: 8080 }] };

const balanced = (group: BalancedGroup = {}, container: Container = {}, seed = 1) =>
  new ServiceStory("FARGATE", seed).register({ ...SERVES, ...container }).balance(group);
const onInstances = (count: number, container: Container) => {
  const story = new ServiceStory("EC2");
  story.call("ProvideContainerInstances", { count, instanceType: "t3.medium" }, "quayside");
  return story.register(container).balance();
};
const serving = (story: ServiceStory, options: Readonly<Record<string, unknown>> = {}) =>
  story.create({ desiredCount: 1, loadBalancers: story.loadBalancers, ...options }).chapter("created");
const tasksOf = ({ session }: ServiceStory) =>
  [...session.tables.tasks.values()]
    .filter(({ desiredStatus }) => desiredStatus === "RUNNING")
    .map(({ taskArn }) => taskArn);

export const BALANCED_STORIES: Readonly<Record<string, () => ServiceStory>> = {
  "rollout-with-targets": () =>
    serving(balanced({}, {}, 67).draining(30))
      .update({ forceNewDeployment: true })
      .chapter("a new deployment"),
  "target-hangs": () => {
    const story = serving(balanced({ UnhealthyThresholdCount: 3 }, {}, 56), { desiredCount: 2 });
    // So long after a check as in the recording.
    story.later("25 seconds go by", 25_400);
    story.call("HangContainer", { task: tasksOf(story)[0] }, "quayside");
    return story.chapter("one hangs");
  },
  "deaf-revision-with-breaker": () =>
    serving(balanced(), { deploymentConfiguration: BREAKER })
      .register(DEAF)
      .update({ taskDefinition: "web" })
      .chapter("nothing listens in the new revision"),
  "grace-period-with-breaker": () =>
    balanced()
      .register(DEAF)
      .balancedCreate({ deploymentConfiguration: BREAKER, healthCheckGracePeriodSeconds: 120 })
      .chapter("the first deployment is never healthy"),
  "host-port-rollout-with-targets": () =>
    serving(onInstances(2, ON_HOST), { desiredCount: 2, deploymentConfiguration: { minimumHealthyPercent: 50 } })
      .update({ forceNewDeployment: true })
      .chapter("one port after the other is freed"),
  "no-room-above-with-targets": () =>
    serving(balanced(), {
      desiredCount: 2,
      deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
    })
      .update({ forceNewDeployment: true })
      .chapter("whole delays between the tasks"),
  "target-taken-out-by-hand": () => {
    const story = serving(balanced());
    const [target] = story.session.tables.targets.values();
    const Targets = [{ Id: target?.id }];
    story.call("DeregisterTargets", { TargetGroupArn: story.group, Targets }, "elbv2");
    return story.chapter("somebody has deregistered its target");
  },
  "instance-target-hangs": () => {
    const story = serving(onInstances(2, { portMappings: [{ containerPort: 80 }] }), { desiredCount: 2 });
    story.call("HangContainer", { task: tasksOf(story)[0] }, "quayside");
    return story.chapter("one hangs on its instance");
  },
  "task-with-target-stopped-by-hand": () => {
    const story = serving(balanced());
    story.call("StopTask", { task: tasksOf(story)[0] });
    return story.chapter("its task is stopped by a user");
  },
  "container-with-target-killed": () => {
    const story = serving(balanced());
    story.call("KillContainer", { task: tasksOf(story)[0] }, "quayside");
    return story.chapter("its process dies");
  },
  "scale-in-with-targets": () =>
    serving(balanced(), { desiredCount: 2 }).update({ desiredCount: 0 }).chapter("scaled to 0"),
  "deleted-with-targets": () => {
    const story = serving(balanced());
    story.call("DeleteService", { service: "web", force: true });
    return story.chapter("deleted by force");
  },
  "instance-drains-with-targets": () => {
    const story = serving(onInstances(2, { portMappings: [{ containerPort: 80 }] }), { desiredCount: 2 });
    const containerInstances = [...story.session.tables.containerInstances.values()]
      .slice(0, 1)
      .map((row) => row.containerInstanceArn);
    story.call("UpdateContainerInstancesState", { containerInstances, status: "DRAINING" });
    return story.chapter("an instance drains");
  },
  "wrong-health-path": () =>
    balanced({ HealthCheckPath: "/health" }).balancedCreate({}).later("fifteen minutes of it", 900_000),
  "checked-twice": () => serving(balanced({}, CHECKED)),
  "balancer-changes": () => serving(balanced()).update({ loadBalancers: [] }).chapter("no load balancer any more"),
  "zone-that-is-not-enabled": () => {
    const subnets = [DEFAULT_SUBNETS["private-b"]];
    const networkConfiguration = { awsvpcConfiguration: { subnets } };
    const oneZone = { Type: "network", Subnets: [DEFAULT_SUBNETS["public-a"]] };
    return new ServiceStory()
      .register(SERVES)
      .balance({ Protocol: "TCP" }, oneZone)
      .balancedCreate({ networkConfiguration })
      .later("ten minutes of it", 600_000);
  },
};
