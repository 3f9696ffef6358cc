/** Lab 02/02: the same web server in two ways. Three standalone tasks that nobody looks after, and a service that keeps three. */
import {
  all,
  type CheckView,
  type Condition,
  copiesRunning,
  defineLab,
  eventually,
  failed,
  inTurn,
  jsonFile,
  noTaskLeft,
  passed,
  taskStopped,
  tasksMatching,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "webserver";
export const STANDALONE = `family:${web}`;
export const OF_SERVICE = "service:web";
const definition = (family: string, image: string) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: family, image, essential: true }],
});
const webDefinition = definition(web, "nginx:1.29");

/** So many tasks that a service started were RUNNING at the same moment. */
const keptByService = (count: number, wanted: { readonly family: string; readonly group?: string }): Condition =>
  eventually({
    holds: ({ rows }) => {
      const groups = rows("tasks")
        .filter(({ lastStatus, spec }) => lastStatus === "RUNNING" && spec.group.startsWith("service:"))
        .filter(({ spec }) => spec.taskDefinitionArn.includes(`/${wanted.family}:`))
        .map(({ spec }) => spec.group);
      const group = groups.find((each) => each === (wanted.group ?? each) && countOf(groups, each) >= count);
      return group === undefined ? undefined : (lang) => texts(lang)?.kept(group, count) ?? "";
    },
    otherwise: (lang) => texts(lang)?.notKept(wanted.family, count) ?? "",
  });

const countOf = (groups: readonly string[], group: string): number => groups.filter((each) => each === group).length;

/** A task of the service was stopped by hand, and one that the service started afterwards ran. */
const replaced: Condition = (view: CheckView) => {
  const tasks = tasksMatching(view, { taskGroup: OF_SERVICE });
  for (const { latest } of tasks) {
    const { stopCode, startedAtMs, stoppingAtMs, spec } = latest.row;
    if (stopCode !== "UserInitiated" || startedAtMs === undefined || stoppingAtMs === undefined) continue;
    const heir = tasks.find(
      ({ latest: { row } }) => row.spec.createdAtMs > stoppingAtMs && row.startedAtMs !== undefined,
    );
    if (heir === undefined) continue;
    const [gone, came] = [spec.taskId.slice(0, 8), heir.latest.row.spec.taskId.slice(0, 8)];
    return passed((lang) => texts(lang)?.replaced(gone, came) ?? "", [latest.seq, heir.latest.seq]);
  }
  return failed((lang) => texts(lang)?.notReplaced ?? "");
};

/** The service was deleted, whether or not its tasks are over. */
const deleted: Condition = (view: CheckView) => {
  for (const { versions } of view.history.stories("services")) {
    const version = versions.find(({ row }) => row.serviceName === "web" && row.status !== "ACTIVE");
    if (version !== undefined) return passed((lang) => texts(lang)?.deleted ?? "", [version.seq]);
  }
  return failed((lang) => texts(lang)?.notDeleted ?? "");
};

export default defineLab(texts, {
  id: "02/02",
  seed: 22,
  scenario: {
    id: "two-servers-and-a-job",
    title: "A cluster, two servers and a job, all three registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: webDefinition },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("clock", "httpd:2.4") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("hello", "quayside/hello:1") },
    ],
  },
  files: [jsonFile("webserver.json", webDefinition)],
  checks: [
    {
      id: "three",
      test: copiesRunning(3),
    },
    {
      id: "stays-stopped",
      test: taskStopped({ taskGroup: STANDALONE, stopCode: "UserInitiated", started: true }),
    },
    {
      id: "service",
      test: keptByService(3, { family: web, group: OF_SERVICE }),
    },
    {
      id: "replaced",
      test: replaced,
    },
    {
      id: "deleted",
      test: deleted,
    },
    {
      id: "nothing-left",
      test: inTurn(deleted, noTaskLeft({ family: web })),
    },
    {
      id: "exercise",
      test: all(
        keptByService(2, { family: "clock" }),
        taskStopped({ family: "hello", taskGroup: "family:hello", exitCode: 0 }),
      ),
    },
  ],
});
