/** Lab 03/05: one collector on each machine, kept by hand, and then by a daemon service that takes over. */
import {
  all,
  type CheckView,
  type Condition,
  defineLab,
  failed,
  instanceReached,
  noTaskLeft,
  passed,
  placementFailed,
  serviceSteady,
  taskStopped,
  tasksLie,
  textFile,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

const definition = (family: string, image: string) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [{ name: family, image, essential: true, cpu: 128, memory: 256 }],
});
export const FILE = "user-data.sh";
/** Where the exercise wants its daemon. */
export const ZONE = "us-east-1b";
export const USER_DATA = "#!/bin/bash\necho ECS_CLUSTER=fleet >> /etc/ecs/ecs.config\n";

/** On an instance that drained, web went before its collector, and then the collector went. */
const leftLast: Condition = (view: CheckView) => {
  for (const { versions } of view.history.stories("containerInstances")) {
    const draining = versions.filter(({ row }) => row.status === "DRAINING");
    const has = draining.map(({ row }) => ["web", "collector"].map((name) => row.tasksByGroup[`family:${name}`]));
    const alone = has.findIndex(([web, collector], at) => has[at - 1]?.[0] && !web && collector);
    const empty = has.findIndex(([web, collector], at) => alone > 0 && at > alone && !web && !collector);
    const [first, last] = [draining[alone], draining[empty]];
    if (first === undefined || last === undefined) continue;
    const name = last.row.spec.ec2InstanceId;
    return passed((lang) => texts(lang)?.lastToGo(name) ?? "", [first.seq, last.seq]);
  }
  return failed((lang) => texts(lang)?.notYetEmptied ?? "");
};

export default defineLab(texts, {
  id: "03/05",
  seed: 53,
  scenario: {
    id: "three-machines-and-a-web-server",
    title: "Three machines with a web server each, and a collector that runs nowhere yet",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "fleet" } },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { cluster: "fleet", instanceType: "t3.medium", count: 3 },
      },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("web", "nginx:1.29") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("collector", "nginx:1.29") },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          cluster: "fleet",
          taskDefinition: "web",
          launchType: "EC2",
          count: 3,
          placementConstraints: [{ type: "distinctInstance" }],
        },
      },
    ],
  },
  files: [textFile(FILE, USER_DATA)],
  checks: [
    {
      id: "one-each",
      test: tasksLie({ family: "collector", cluster: "fleet", perInstance: [1, 1, 1] }),
    },
    {
      id: "no-second",
      test: placementFailed({ cluster: "fleet", reason: "DistinctInstance placement constraint unsatisfied." }),
    },
    {
      id: "joined",
      test: instanceReached({ cluster: "fleet", status: "ACTIVE", registeredByYou: true }),
    },
    {
      id: "covered",
      test: tasksLie({ family: "collector", cluster: "fleet", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "lost",
      test: taskStopped({ family: "collector", cluster: "fleet", stopCode: "UserInitiated", started: true }),
    },
    {
      id: "last",
      test: leftLast,
    },
    {
      id: "daemon",
      test: tasksLie({ family: "collector", cluster: "fleet", service: true, perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "handed-over",
      test: noTaskLeft({ taskGroup: "family:collector", cluster: "fleet" }),
    },
    {
      id: "exercise",
      test: all(
        serviceSteady({ family: "watcher", cluster: "fleet", schedulingStrategy: "DAEMON", tasks: 2 }),
        tasksLie({ family: "watcher", cluster: "fleet", service: true, perInstance: [1, 1], availabilityZone: ZONE }),
      ),
    },
  ],
});
