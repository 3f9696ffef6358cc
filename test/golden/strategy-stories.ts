/**
 * Stories of services whose deployments shift traffic, told by services.test.ts with the others. Behind a load balancer the weights of
 * its rules move; without one ECS swaps tasks, and moves no traffic.
 */
import { DEFAULT_VPC_ID } from "@quayside/simulator";
import { CRASHES, type Options, ServiceStory } from "./service-story.ts";

const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:check";
const ROLE = "arn:aws:iam::123456789012:role/ecs-hooks";

const lambda = (...lifecycleStages: readonly string[]) => ({ hookTargetArn: FUNCTION, roleArn: ROLE, lifecycleStages });
const pause = (stage: string, timeoutConfiguration: object) => ({
  targetType: "PAUSE",
  lifecycleStages: [stage],
  timeoutConfiguration,
});

/** A service with two tasks and its first revision, rolled out with a strategy. */
function blue(deploymentConfiguration: Options, desiredCount = 2): ServiceStory {
  return new ServiceStory()
    .register()
    .create({ desiredCount, deploymentConfiguration })
    .chapter("the first revision: no traffic that could be shifted");
}

const green = (story: ServiceStory) => story.register().update({ taskDefinition: "web" });

const declare = (story: ServiceStory, answers: readonly string[], more: object = {}) =>
  story.call("DeclareHook", { function: FUNCTION, answers, ...more }, "quayside");

/** The newest service deployment. */
function newest(story: ServiceStory): { serviceDeploymentArn: string; lifecycleHookDetails?: { hookId: string }[] } {
  const { serviceDeployments: briefs } = story.call("ListServiceDeployments", { service: "web" }) as unknown as {
    serviceDeployments: { serviceDeploymentArn: string }[];
  };
  const { serviceDeployments } = story.call("DescribeServiceDeployments", {
    serviceDeploymentArns: [briefs[0]?.serviceDeploymentArn],
  }) as unknown as { serviceDeployments: ReturnType<typeof newest>[] };
  return serviceDeployments[0] as ReturnType<typeof newest>;
}

function continueWith(story: ServiceStory, action: string): void {
  const { serviceDeploymentArn, lifecycleHookDetails = [] } = newest(story);
  const { hookId } = lifecycleHookDetails[0] as { hookId: string };
  story.call("ContinueServiceDeployment", { serviceDeploymentArn, hookId, action });
}

/** A rule of the first listener for a host, forwarding to groups by weight. */
function rule(
  story: ServiceStory,
  priority: number,
  groups: readonly (readonly [arn: string, weight: number])[],
): string {
  const [ListenerArn] = story.session.tables.listeners.keys();
  const TargetGroups = groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
  const Conditions = [{ Field: "host-header", Values: [`h${priority}.example.com`] }];
  const Actions = [{ Type: "forward", ForwardConfig: { TargetGroups } }];
  story.call("CreateRule", { ListenerArn, Priority: priority, Conditions, Actions }, "elbv2");
  return [...story.session.tables.rules.keys()].at(-1) ?? "";
}

/** A service behind a load balancer with two groups, a production rule and a test rule. */
function balancedBlue(deploymentConfiguration: Options) {
  const story = new ServiceStory().register(SERVES).balance();
  const blue = story.group;
  const more = { Name: "green", Protocol: "HTTP", Port: 80, VpcId: DEFAULT_VPC_ID, TargetType: "ip" };
  story.call("CreateTargetGroup", more, "elbv2");
  const green = [...story.session.tables.targetGroups.keys()].at(-1) ?? "";
  const production = rule(story, 10, [
    [blue, 100],
    [green, 0],
  ]);
  const test = rule(story, 20, [
    [blue, 1],
    [green, 0],
  ]);
  const advancedConfiguration = {
    alternateTargetGroupArn: green,
    productionListenerRule: production,
    testListenerRule: test,
    roleArn: ROLE,
  };
  const [balancer] = story.loadBalancers;
  const loadBalancers = [{ ...balancer, advancedConfiguration }];
  story
    .create({ desiredCount: 1, loadBalancers, deploymentConfiguration })
    .chapter("the first revision takes the traffic at once");
  const withRules = (rules: object) => [{ ...balancer, advancedConfiguration: { ...advancedConfiguration, ...rules } }];
  return { story, blue, green, withRules };
}

const SERVES = { portMappings: [{ containerPort: 80 }] };
const next = (story: ServiceStory) => story.register(SERVES).update({ taskDefinition: "web" });

const WATCHED = { alarms: { alarmNames: ["errors"], enable: true, rollback: true } };

export const STRATEGY_STORIES: Readonly<Record<string, () => ServiceStory>> = {
  "blue-green": () =>
    green(blue({ strategy: "BLUE_GREEN" })).chapter("two revisions in full, then a quarter of an hour"),
  canary: () =>
    green(blue({ strategy: "CANARY", canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 } })).chapter(
      "5 %, ten minutes, the rest",
    ),
  linear: () =>
    green(blue({ strategy: "LINEAR", bakeTimeInMinutes: 1 })).chapter("ten steps of 10 %, nine bakes", "2 h"),
  "linear-30": () => {
    const linearConfiguration = { stepPercent: 30, stepBakeTimeInMinutes: 1 };
    return green(blue({ strategy: "LINEAR", linearConfiguration, bakeTimeInMinutes: 0 })).chapter("30, 60, 90, 100");
  },
  // Hardest case of the design: the production traffic never moves.
  "hook-of-the-test-traffic-fails": () => {
    const lifecycleHooks = [lambda("TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT")];
    const story = blue({ strategy: "BLUE_GREEN", lifecycleHooks });
    declare(story, ["IN_PROGRESS", "FAILED"]);
    return green(story).chapter("it says IN_PROGRESS, then FAILED");
  },
  "hook-without-a-status": () => {
    const story = blue({ strategy: "BLUE_GREEN", lifecycleHooks: [lambda("POST_SCALE_UP")] });
    declare(story, ["NO_STATUS"], { seconds: 20 });
    return green(story).chapter("a function that answers without a hookStatus");
  },
  "hook-times-out": () => {
    const hook = { ...lambda("PRE_SCALE_UP"), timeoutConfiguration: { timeoutInMinutes: 2 } };
    const story = blue({ strategy: "BLUE_GREEN", lifecycleHooks: [hook] });
    declare(story, ["IN_PROGRESS"]);
    return green(story).chapter("IN_PROGRESS for ever");
  },
  "pause-hook-continued": () => {
    const lifecycleHooks = [pause("POST_TEST_TRAFFIC_SHIFT", { timeoutInMinutes: 60 })];
    const story = green(new ServiceStory().register().create({ desiredCount: 1 }).chapter("ROLLING until now")).update({
      deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: 2, lifecycleHooks },
      forceNewDeployment: true,
    });
    story.chapter("it waits for somebody");
    continueWith(story, "CONTINUE");
    return story.chapter("ContinueServiceDeployment");
  },
  "pause-hook-rolled-back": () => {
    const story = blue({ strategy: "BLUE_GREEN" }, 1);
    const lifecycleHooks = [pause("POST_SCALE_UP", { timeoutInMinutes: 60, action: "CONTINUE" })];
    story.update({ deploymentConfiguration: { lifecycleHooks } });
    green(story).chapter("it waits for somebody");
    continueWith(story, "ROLLBACK");
    return story.chapter("ContinueServiceDeployment with ROLLBACK");
  },
  "pause-hook-times-out": () => {
    const story = blue({ strategy: "BLUE_GREEN" }, 1);
    const lifecycleHooks = [pause("PRE_PRODUCTION_TRAFFIC_SHIFT", { timeoutInMinutes: 5 })];
    story.update({ deploymentConfiguration: { lifecycleHooks } });
    return green(story).later("nobody comes", 600_000);
  },
  "alarm-while-both-run": () => {
    const story = green(blue({ strategy: "BLUE_GREEN", ...WATCHED })).later("ten minutes: it bakes", 600_000);
    story.call("SetAlarm", { name: "errors", state: "ALARM" }, "quayside");
    return story.chapter("an alarm, and back");
  },
  "shift-stopped-on-request": () => {
    const story = green(blue({ strategy: "LINEAR" })).later("ten minutes: the second step", 600_000);
    const { serviceDeploymentArn } = newest(story);
    story.call("StopServiceDeployment", { serviceDeploymentArn });
    return story.chapter("StopServiceDeployment");
  },
  "green-never-starts": () => {
    const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
    const story = blue({ strategy: "BLUE_GREEN", ...breaker });
    return story.register(CRASHES).update({ taskDefinition: "web" }).chapter("the circuit breaker");
  },
  "green-is-never-whole": () =>
    blue({ strategy: "BLUE_GREEN" })
      .register({ healthCheck: { command: ["CMD-SHELL", "exit 1"], interval: 300, retries: 10 } })
      .update({ taskDefinition: "web", healthCheckGracePeriodSeconds: 200_000 })
      .later("more than a day in which no task is healthy", 25 * 3_600_000),
  "first-shift-fails": () => {
    const story = new ServiceStory().register();
    declare(story, ["FAILED"]);
    const lifecycleHooks = [lambda("PRE_SCALE_UP")];
    return story
      .create({ desiredCount: 1, deploymentConfiguration: { strategy: "BLUE_GREEN", lifecycleHooks } })
      .later("nothing to roll back to", 120_000);
  },
  "update-during-a-shift": () =>
    green(green(blue({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 0 }, 1)).later("two minutes of it", 120_000)).chapter(
      "a third revision",
    ),
  "scale-out-during-a-shift": () =>
    green(blue({ strategy: "CANARY" }, 1))
      .later("the canary bakes", 300_000)
      .update({ desiredCount: 2 })
      .chapter("both revisions grow"),
  "blue-green-behind-a-balancer": () => {
    const { story } = balancedBlue({ strategy: "BLUE_GREEN", bakeTimeInMinutes: 5 });
    return next(next(story).chapter("the groups swap")).chapter("and swap back");
  },
  "canary-behind-a-balancer": () => {
    const canaryConfiguration = { canaryPercent: 2.5, canaryBakeTimeInMinutes: 1 };
    const { story } = balancedBlue({ strategy: "CANARY", canaryConfiguration, bakeTimeInMinutes: 0 });
    return next(story).chapter("2.5 %, then the rest");
  },
  // Hardest case of the design: the weights of the production rule never move.
  "test-traffic-goes-back": () => {
    const { story } = balancedBlue({ strategy: "BLUE_GREEN", lifecycleHooks: [lambda("TEST_TRAFFIC_SHIFT")] });
    declare(story, ["FAILED"]);
    return next(story).chapter("the hook of the test traffic fails");
  },
  "half-shifted-traffic-goes-back": () => {
    const { story } = balancedBlue({ strategy: "LINEAR", linearConfiguration: { stepPercent: 25 } });
    next(story).later("two steps", 600_000);
    story.call("StopServiceDeployment", { serviceDeploymentArn: newest(story).serviceDeploymentArn });
    return story.chapter("StopServiceDeployment");
  },
  "update-of-a-half-shifted-service": () => {
    const { story } = balancedBlue({
      strategy: "LINEAR",
      linearConfiguration: { stepPercent: 50 },
      bakeTimeInMinutes: 0,
    });
    next(story).later("half of the traffic", 300_000);
    return next(story).chapter("a third revision: the weights are brought in order first");
  },
  "traffic-that-cannot-be-shifted": () => {
    const { story, blue, green, withRules } = balancedBlue({ strategy: "BLUE_GREEN" });
    const half = rule(story, 30, [
      [blue, 50],
      [green, 50],
    ]);
    const wrong = rule(story, 40, [
      [blue, 0],
      [green, 1],
    ]);
    const alone = rule(story, 50, [[blue, 1]]);
    const lonely = rule(story, 70, [[blue, 1]]);
    const gone = rule(story, 60, [[blue, 1]]);
    story.call("DeleteRule", { RuleArn: gone }, "elbv2");
    const broken = (rules: object, title: string) =>
      story.update({ loadBalancers: withRules(rules), forceNewDeployment: true }).chapter(title);
    broken({ productionListenerRule: half }, "both groups serve");
    broken({ productionListenerRule: wrong }, "the other group serves");
    broken({ productionListenerRule: gone }, "a rule that was deleted");
    return broken({ productionListenerRule: alone, testListenerRule: lonely }, "no rule names the other group");
  },
};
