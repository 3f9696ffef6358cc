/** Lab 06/01: a number that somebody keeps. A service over two zones is scaled out and in, loses all its tasks, and comes back. */
import {
  type Condition,
  defineLab,
  eventually,
  fargateDefinition,
  jsonFile,
  type Moment,
  type TaskRow,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const GROUP = "service:web";
const webDefinition = fargateDefinition("webserver", "nginx:1.29");

const isThere = ({ lastStatus, desiredStatus }: TaskRow): boolean =>
  lastStatus === "RUNNING" && desiredStatus === "RUNNING";
const tasksOf = ({ rows }: Moment, group: string): TaskRow[] =>
  rows("tasks").filter(({ spec }) => spec.group === group);
const stoppedBy = (tasks: readonly TaskRow[], code: "ServiceSchedulerInitiated" | "UserInitiated"): TaskRow[] =>
  tasks.filter(({ stopCode, startedAtMs }) => stopCode === code && startedAtMs !== undefined);
const zonesOf = (tasks: readonly TaskRow[]): readonly number[] =>
  [...Map.groupBy(tasks, ({ spec }) => spec.availabilityZone).values()].map(({ length }) => length);

/** So many tasks of the service ran at the same moment, evenly in two zones; `scaledIn`: after it had stopped others. */
const evenly = (count: number, scaledIn = false): Condition =>
  eventually({
    holds: (moment) => {
      const tasks = tasksOf(moment, GROUP);
      const zones = zonesOf(tasks.filter(isThere));
      const isEven = zones.length === 2 && zones.every((each) => each === count / 2);
      const isIn = stoppedBy(tasks, "ServiceSchedulerInitiated").length > 0;
      return isEven && (!scaledIn || isIn) ? (lang) => texts(lang)?.even(count) ?? "" : undefined;
    },
    otherwise: (lang) => texts(lang)?.notEven(count, scaledIn) ?? "",
  });

/** Tasks were stopped by hand until none ran, and two that were started afterwards ran. */
const cameBack: Condition = (view) => {
  let hadNone = false;
  return eventually({
    holds: (moment) => {
      const tasks = tasksOf(moment, GROUP);
      const stopped = stoppedBy(tasks, "UserInitiated");
      const last = Math.max(...stopped.map(({ stoppingAtMs = 0 }) => stoppingAtMs));
      const there = tasks.filter(isThere);
      hadNone ||= stopped.length >= 2 && there.length === 0;
      const isBack = hadNone && there.filter(({ spec }) => spec.createdAtMs > last).length >= 2;
      return isBack ? (lang) => texts(lang)?.cameBack ?? "" : undefined;
    },
    otherwise: (lang) => texts(lang)?.notLost(hadNone) ?? "",
  })(view);
};

/** A service of the family clock that does not rebalance had three tasks, and then one, because it was scaled in. */
const exercise: Condition = (view) => {
  let hadThree = false;
  return eventually({
    holds: (moment) => {
      for (const { serviceName, availabilityZoneRebalancing } of moment.rows("services")) {
        if (availabilityZoneRebalancing !== "DISABLED") continue;
        const tasks = tasksOf(moment, `service:${serviceName}`);
        const there = tasks.filter((task) => isThere(task) && task.spec.taskDefinitionArn.includes("/clock:"));
        hadThree ||= there.length === 3 && zonesOf(there).length === 2;
        const isIn = stoppedBy(tasks, "ServiceSchedulerInitiated").length >= 2;
        if (hadThree && isIn && there.length === 1) return (lang) => texts(lang)?.clock(serviceName) ?? "";
      }
      return undefined;
    },
    otherwise: (lang) => texts(lang)?.noClock(hadThree) ?? "",
  })(view);
};

export default defineLab(texts, {
  id: "06/01",
  seed: 61,
  scenario: {
    id: "two-servers",
    title: "A cluster and two servers, both registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: webDefinition },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition("clock", "httpd:2.4") },
    ],
  },
  files: [jsonFile("webserver.json", webDefinition)],
  checks: [
    { id: "two-zones", test: evenly(4) },
    { id: "scaled-out", test: evenly(6) },
    { id: "scaled-in", test: evenly(2, true) },
    { id: "came-back", test: cameBack },
    { id: "exercise", test: exercise },
  ],
});
