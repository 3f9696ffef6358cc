/** Answers of lab 01/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  any,
  defineAnswers,
  editJson,
  hasContainer,
  noLaunchType,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  requiresCompatibility,
  runTask,
  taskHasPublicAddress,
  taskReached,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { container, family, file, nginxOn80, onFargate, sized, start } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const complete = {
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [container],
};
const requiresSomething = (["FARGATE", "EC2"] as const).map((launchType) =>
  registered({ family, where: [requiresCompatibility(launchType)] }),
);
const repaired = [editJson(file, complete), registerFile(file)];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...repaired, runTask({ family }), UNTIL_SETTLED],
  exercise: [
    editJson(file, {
      ...complete,
      family: "site",
      cpu: "512",
      memory: "1024",
      containerDefinitions: [{ ...container, name: "site", image: "httpd:2.4" }],
    }),
    registerFile(file),
    runTask({ family: "site", network: "private" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      editJson(file, { ...complete, cpu: ".25 vCPU", memory: "0.5GB" }),
      registerFile(file),
      runTask({ family: `${family}:1` }),
      { advanceMs: 60_000 },
    ],
    [
      editJson(file, {
        ...complete,
        containerDefinitions: [{ ...container, name: "my-web", image: "public.ecr.aws/nginx/nginx:latest" }],
      }),
      registerFile(file),
      { aws: "aws ecs describe-task-definition --task-definition webserver" },
      runTask({ family, count: 2 }),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "nothing-repaired",
      commands: [registerFile(file)],
      fails: "registered",
      seen: refused({
        operation: "RegisterTaskDefinition",
        id: "mem-missing",
      }),
    },
    {
      id: "no-task-memory",
      commands: [
        editJson(file, {
          ...start,
          requiresCompatibilities: ["FARGATE"],
          containerDefinitions: [{ ...container, memory: 512 }],
        }),
        registerFile(file),
      ],
      fails: "registered",
      seen: refused({
        operation: "RegisterTaskDefinition",
        id: ["fargate-cpu", "fargate-mem"],
      }),
    },
    {
      id: "pair-that-does-not-exist",
      commands: [editJson(file, { ...complete, memory: "4096" }), registerFile(file)],
      fails: "registered",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-pair" }),
    },
    {
      id: "other-family",
      commands: [editJson(file, { ...complete, family: "web-server" }), registerFile(file)],
      fails: "registered",
      seen: all(registered(), not(registered({ family }))),
    },
    {
      id: "registered-for-ec2",
      commands: [editJson(file, { ...complete, requiresCompatibilities: ["EC2"] }), registerFile(file)],
      fails: "fargate-size",
      seen: all(
        registered({ family, where: [requiresCompatibility("EC2")] }),
        not(registered({ family, where: [requiresCompatibility("FARGATE")] })),
      ),
    },
    {
      id: "fargate-not-required",
      commands: [editJson(file, { ...start, memory: "512" }), registerFile(file)],
      fails: "fargate-size",
      seen: all(registered({ family }), not(any(...requiresSomething))),
    },
    {
      id: "other-size",
      commands: [editJson(file, { ...complete, memory: "1024" }), registerFile(file)],
      fails: "fargate-size",
      seen: all(registered({ family, where: onFargate }), not(registered({ family, where: sized }))),
    },
    {
      id: "other-port",
      commands: [
        editJson(file, {
          ...complete,
          containerDefinitions: [{ ...container, portMappings: [{ containerPort: 8080 }] }],
        }),
        registerFile(file),
      ],
      fails: "nginx-80",
      seen: all(
        registered({ family, where: [hasContainer({ officialImage: "nginx" })] }),
        not(registered({ family, where: [nginxOn80] })),
      ),
    },
    {
      id: "wrong-tag",
      commands: [
        editJson(file, { ...complete, containerDefinitions: [{ ...container, image: "nginx:lastest" }] }),
        registerFile(file),
        runTask({ family }),
        UNTIL_SETTLED,
      ],
      fails: "running",
      seen: taskStopped({ family, started: false, why: "pull.not-found" }),
    },
    noPublicIp({ fails: "running", family, before: repaired }),
    noLaunchType({ fails: "running", family, before: repaired }),
    {
      id: "private-subnet",
      commands: [...repaired, runTask({ family, network: "private" }), UNTIL_SETTLED],
      fails: "public-ip",
      seen: all(taskReached({ family, status: "RUNNING" }), not(taskHasPublicAddress({ family }))),
    },
  ],
});
