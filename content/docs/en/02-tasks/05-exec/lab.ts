/** Lab 02/05: look into a container that runs, with ECS Exec; change something in it, and see what becomes of the change. */
import {
  type CheckView,
  type Condition,
  defineLab,
  execAgentRunning,
  execLineRun,
  failed,
  jsonFile,
  PUBLIC_SUBNET,
  passed,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "webserver";
export const PAGE = "/usr/share/nginx/html/index.html";
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const webDefinition = {
  family: web,
  ...fargate,
  taskRoleArn: roleArn("execTaskRole"),
  containerDefinitions: [
    { name: "web", image: "nginx:1.29", essential: true, environment: [{ name: "COLOUR", value: "blue" }] },
  ],
};
const ordersDefinition = {
  family: "orders",
  ...fargate,
  taskRoleArn: roleArn("shopTaskRole"),
  containerDefinitions: [
    {
      name: "api",
      image: "quayside/shop:1.0",
      essential: true,
      environment: [{ name: "TABLE", value: "orders-2026" }],
    },
  ],
};

/** Somebody wrote the page anew in a session: its text lies in the layer of a container. */
const changed: Condition = (view) => {
  const written = writtenPages(view).at(0);
  if (written === undefined) return failed((lang) => texts(lang)?.notChanged ?? "");
  return passed((lang) => texts(lang)?.changed ?? "", [written.latest.seq]);
};

/** Somebody looked at the page of another container after that, where nobody has written it. */
const gone: Condition = (view) => {
  const written = writtenPages(view);
  const layers = written.map(({ latest }) => latest.row.volume);
  const [first] = written.map(({ versions, latest }) => versions[0]?.seq ?? latest.seq);
  const look = view.journal.find(
    ({ seq, kind, subject, facts }) =>
      kind === "EXEC_LINE_RUN" &&
      first !== undefined &&
      seq > first &&
      facts.exitCode === 0 &&
      /curl|index\.html/.test(facts.line) &&
      !layers.includes(subject),
  );
  if (look === undefined) return failed((lang) => texts(lang)?.notGone ?? "");
  return passed((lang) => texts(lang)?.gone ?? "", [look.seq]);
};

function writtenPages({ history }: CheckView) {
  return history.stories("files").filter(({ latest }) => latest.row.path === PAGE);
}

export default defineLab(texts, {
  id: "02/05",
  seed: 25,
  scenario: {
    id: "look-inside",
    title: "A web server that runs, and an API whose task role may open no session",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: webDefinition },
      { service: "ecs", operation: "RegisterTaskDefinition", input: ordersDefinition },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          taskDefinition: web,
          launchType: "FARGATE",
          networkConfiguration: { awsvpcConfiguration: { subnets: [PUBLIC_SUBNET], assignPublicIp: "ENABLED" } },
        },
      },
    ],
  },
  files: [jsonFile("webserver.json", webDefinition)],
  checks: [
    { id: "agent", test: execAgentRunning({ family: web }) },
    { id: "inside", test: execLineRun({ family: web, line: "curl", exitCode: 0 }) },
    { id: "changed", test: changed },
    { id: "gone", test: gone },
    { id: "exercise", test: execLineRun({ family: "orders", line: "env", exitCode: 0 }) },
  ],
});
