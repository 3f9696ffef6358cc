/** Answers of lab 03/06: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  editText,
  hasContainer,
  type LabCommand,
  machineReached,
  not,
  placementFailed,
  placeTasks,
  refused,
  registerFile,
  runningTask,
  stopTask,
  taskReached,
  taskStopped,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  until,
  waitedForHost,
} from "@quayside/grader";
import { AMI, archive, definition, FILE, USER_DATA } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

/** Mended definitions. */
const reportFixed = definition("report", { logConfiguration: { logDriver: "json-file" } });
const gatewayFixed = definition("gateway", { portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }] });
const paymentsFixed = definition("payments", {});

const run = (family: string, cluster = "shop") => placeTasks({ family, cluster });
const mended = (family: string, value: object) => [
  editJson(`${family}.json`, value),
  registerFile(`${family}.json`),
  run(family),
  UNTIL_SETTLED,
];
const PROFILE = "--iam-instance-profile Name=ecsInstanceRole";
const launch = (profile: string): LabCommand => ({
  aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t3.medium --subnet-id subnet-0ccc1111222233334 ${profile} --user-data file://${FILE}`,
});
const SILENT_MACHINE =
  '$(aws ecs describe-container-instances --cluster shop --container-instances $(aws ecs list-container-instances --cluster shop --filter "agentConnected == false" --query "containerInstanceArns" --output text) --query "containerInstances[0].ec2InstanceId" --output text)';

/** The steps of the solution, so that mistakes can leave one out. */
const startAgent: LabCommand = { aws: `ssh ec2-user@${SILENT_MACHINE} sudo systemctl start ecs` };
const replaceWorker = [stopTask("worker", { cluster: "solo" }), run("worker", "solo"), UNTIL_SETTLED];
const annexJoined = until({ instanceRegistered: "annex" }, "10 min");
const annex = [launch(PROFILE), annexJoined, run("catalog", "annex"), UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    UNTIL_SETTLED,
    ...annex,
    ...mended("report", reportFixed),
    ...mended("gateway", gatewayFixed),
    startAgent,
    run("orders"),
    UNTIL_SETTLED,
    ...mended("payments", paymentsFixed),
    ...replaceWorker,
  ],
  exercise: mended("archive", {
    ...archive,
    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == t3.medium" }],
  }),
  routes: [
    [
      UNTIL_SETTLED,
      ...replaceWorker,
      startAgent,
      run("orders"),
      ...mended("report", definition("report", {})),
      ...mended("gateway", definition("gateway", { portMappings: [{ containerPort: 80, hostPort: 8081 }] })),
      ...mended("payments", definition("payments", { image: "nginx:latest" })),
      ...annex,
    ],
    [
      UNTIL_SETTLED,
      editText(FILE, "#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n"),
      launch(PROFILE),
      editText(FILE, USER_DATA),
      launch(PROFILE),
      annexJoined,
      until({ instanceRegistered: "shop" }, "10 min"),
      run("orders"),
      run("catalog", "annex"),
      stopTask("legacy", { cluster: "shop" }),
      stopTask("legacy", { cluster: "shop" }),
      run("gateway"),
      ...mended("report", reportFixed),
      ...mended("payments", paymentsFixed),
      { aws: `aws ecs stop-task --cluster solo --task ${runningTask("worker", "solo")}` },
      run("worker", "solo"),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "nobody-there",
      commands: [
        UNTIL_SETTLED,
        { aws: "aws ecs run-task --cluster annex --task-definition catalog --launch-type EC2" },
      ],
      fails: "catalog",
      seen: refused({ operation: "RunTask", id: "run-task.no-instances" }),
    },
    {
      id: "wrong-cluster-name",
      commands: [
        UNTIL_SETTLED,
        editText(FILE, USER_DATA.replace("annex", "anex")),
        launch(PROFILE),
        { advanceMs: 180_000 },
      ],
      fails: "catalog",
      seen: machineReached({ why: "agent.no-cluster" }),
    },
    {
      id: "report-again",
      commands: [UNTIL_SETTLED, run("report"), run("report")],
      fails: "report",
      seen: placementFailed({ cluster: "shop", reason: "ATTRIBUTE" }),
    },
    {
      id: "port-again",
      commands: [UNTIL_SETTLED, run("gateway")],
      fails: "gateway",
      seen: placementFailed({ cluster: "shop", reason: "RESOURCE:PORTS" }),
    },
    {
      id: "orders-again",
      commands: [UNTIL_SETTLED, run("orders"), { advanceMs: 600_000 }, run("orders")],
      fails: "orders",
      seen: placementFailed({ cluster: "shop", reason: "RESOURCE:MEMORY" }),
    },
    {
      id: "smaller-orders",
      commands: [
        UNTIL_SETTLED,
        editJson("report.json", definition("orders", { memory: 256 })),
        registerFile("report.json"),
        run("orders"),
        UNTIL_SETTLED,
      ],
      fails: "orders",
      seen: taskReached({
        family: "orders",
        definition: [hasContainer({ memory: 256 })],
        status: "RUNNING",
      }),
    },
    {
      id: "payments-again",
      commands: [UNTIL_SETTLED, run("payments"), UNTIL_SETTLED],
      fails: "payments",
      seen: taskStopped({ family: "payments", started: false, why: "pull.not-found" }),
    },
    {
      id: "worker-beside",
      commands: [UNTIL_SETTLED, run("worker", "solo")],
      fails: "waits",
      seen: placementFailed({ cluster: "solo", reason: "RESOURCE:CPU" }),
    },
    {
      id: "worker-later",
      commands: [
        UNTIL_SETTLED,
        stopTask("worker", { cluster: "solo" }),
        { advanceMs: 60_000 },
        run("worker", "solo"),
        UNTIL_SETTLED,
      ],
      fails: "waits",
      seen: all(taskToldToStop({ family: "worker", cluster: "solo" }), not(waitedForHost({ cluster: "solo" }))),
    },
  ],
});
