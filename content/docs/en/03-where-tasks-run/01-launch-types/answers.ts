/** Answers of lab 03/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  field,
  instancesOf,
  type LabCommand,
  leftRunning,
  noLaunchType,
  noPublicIp,
  not,
  PRIVATE_SUBNET,
  placeTasks,
  refused,
  registered,
  registerFile,
  runningTask,
  runTask,
  stopTask,
  taskReached,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { nginx, PORTABLE, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const both = {
  family: "web",
  requiresCompatibilities: ["EC2", "FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ ...nginx, portMappings: [{ containerPort: 80, protocol: "tcp" }] }],
};

/** On the container instance, with an interface of its own in the instance's zone. */
const onInstance = (more = "", family = "web"): LabCommand => ({
  aws: `aws ecs run-task --task-definition ${family} --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]${more}}"`,
});

/** The steps of the solution, so that mistakes can leave one out. */
const register = registerFile("web.json");
const first = [placeTasks({ family: "web" }), UNTIL_SETTLED];
const again = [placeTasks({ family: "web" }), UNTIL_SETTLED];
const portable = [editJson("web.json", both), register];
const fargate = [runTask({ family: "web", cluster: "bare" }), UNTIL_SETTLED];
const stopOne = (cluster: string): LabCommand => ({
  aws: `aws ecs stop-task --cluster ${cluster} --task ${runningTask("web", cluster)}`,
});
const stopAll = [...["default", "default", "default", "bare", "bare"].map(stopOne), UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...first, ...again, ...portable, ...fargate, ...fargate, onInstance(), UNTIL_SETTLED, ...stopAll],
  exercise: [
    editJson("web.json", { ...both, family: "api", cpu: "512", memory: "1024" }),
    register,
    runTask({ family: "api", cluster: "bare", network: "private" }),
    onInstance("", "api"),
    UNTIL_SETTLED,
    ...["bare", "default"].map((cluster) => stopTask("api", { cluster })),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      ...portable,
      onInstance(",assignPublicIp=DISABLED"),
      UNTIL_SETTLED,
      onInstance(),
      runTask({ family: "web", cluster: "bare", zone: "b", count: 2 }),
      UNTIL_SETTLED,
      ...["default", "default", "bare", "bare"].map(stopOne),
      UNTIL_SETTLED,
    ],
    [
      ...first,
      { aws: `aws ecs start-task --task-definition web --container-instances ${instancesOf("default")}` },
      UNTIL_SETTLED,
      editJson("web.json", { ...both, cpu: "1 vCPU", memory: "2 GB" }),
      register,
      onInstance(),
      ...fargate,
      stopOne("bare"),
      ...fargate,
      ...["default", "default", "default", "bare"].map(stopOne),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "still-privileged",
      commands: [
        ...first,
        editJson("web.json", { ...web, ...both, containerDefinitions: web.containerDefinitions }),
        register,
      ],
      fails: "portable",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-priv" }),
    },
    {
      id: "still-bridge",
      commands: [...first, editJson("web.json", { ...both, networkMode: "bridge" }), register],
      fails: "portable",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-network" }),
    },
    {
      id: "no-size",
      commands: [...first, editJson("web.json", { ...both, cpu: undefined, memory: undefined }), register],
      fails: "portable",
      seen: refused({ operation: "RegisterTaskDefinition", id: ["fargate-cpu", "fargate-mem"] }),
    },
    {
      id: "ec2-revision-on-fargate",
      commands: [...first, runTask({ family: "web", cluster: "bare" })],
      fails: "on-fargate",
      seen: refused({ operation: "RunTask", id: "task-definition.launch-type" }),
    },
    noLaunchType({ fails: "on-fargate", family: "web", cluster: "bare", before: portable }),
    noPublicIp({ fails: "on-fargate", family: "web", cluster: "bare", before: portable }),
    {
      id: "public-ip-on-ec2",
      commands: [...portable, onInstance(",assignPublicIp=ENABLED")],
      fails: "same-revision",
      seen: refused({ operation: "RunTask", id: "network.public-address" }),
    },
    {
      id: "no-subnet-on-ec2",
      commands: [...portable, placeTasks({ family: "web" })],
      fails: "same-revision",
      seen: refused({ operation: "RunTask", id: "network.missing" }),
    },
    {
      id: "old-revision-again",
      commands: [...first, ...portable, ...fargate, placeTasks({ family: "web:1" }), UNTIL_SETTLED],
      fails: "same-revision",
      seen: all(
        taskReached({
          family: "web",
          launchType: "EC2",
          definition: [field("networkMode", "bridge")],
          status: "RUNNING",
        }),
        registered({ family: "web", where: PORTABLE }),
        not(taskReached({ family: "web", launchType: "EC2", definition: PORTABLE, status: "RUNNING" })),
      ),
    },
    leftRunning({ fails: "idle", family: "web", cluster: "bare", before: portable }),
  ],
});
