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
  text,
  UNTIL_SETTLED,
  until,
  waitedForHost,
} from "@quayside/grader";
import { AMI, definition, FILE, USER_DATA } from "./lab.ts";

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

export default defineAnswers({
  hints: [
    text(
      "Is there a task at all? If not, the answer of the call names the reason for each instance. If there is, its status says how far it came.",
      "Có task nào không? Nếu không, câu trả lời của lời gọi nêu lý do của từng instance. Nếu có, trạng thái của nó cho biết nó đi được tới đâu.",
    ),
    text(
      "ATTRIBUTE: compare requiresAttributes with list-attributes. RESOURCE: compare remainingResources. AGENT: agentConnected, then systemctl on the machine. No instances: ssh onto the machine that was launched for it. Task failed to start: containers[].reason.",
      "ATTRIBUTE: so requiresAttributes với list-attributes. RESOURCE: so remainingResources. AGENT: agentConnected, rồi systemctl trên máy. Không có instance: ssh vào máy đã được khởi chạy cho nó. Task failed to start: containers[].reason.",
    ),
    text(
      "report: a driver that the agent announces, such as json-file. gateway: hostPort 0. payments: nginx:1.29. orders: start the agent of the machine that is silent. annex: launch again, with --iam-instance-profile Name=ecsInstanceRole.",
      "report: một driver mà agent công bố, chẳng hạn json-file. gateway: hostPort 0. payments: nginx:1.29. orders: khởi động agent của máy đang im lặng. annex: khởi chạy lại, với --iam-instance-profile Name=ecsInstanceRole.",
    ),
  ],
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
      feedback: text(
        "The cluster has no container instance, though a machine was launched for it. EC2 says that it runs, so ask its agent: systemctl status ecs on the machine.",
        "Cluster không có container instance nào, dù đã có một máy được khởi chạy cho nó. EC2 nói máy đang chạy, vậy hãy hỏi agent: systemctl status ecs ngay trên máy.",
      ),
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
      feedback: text(
        "The new machine has its role, and asks for a cluster that does not exist. Its user data names the cluster, and is read at the first boot only.",
        "Máy mới có role, nhưng xin vào một cluster không tồn tại. User data của nó nêu tên cluster và chỉ được đọc ở lần boot đầu.",
      ),
    },
    {
      id: "report-again",
      commands: [UNTIL_SETTLED, run("report"), run("report")],
      fails: "report",
      seen: placementFailed({ cluster: "shop", reason: "ATTRIBUTE" }),
      feedback: text(
        "Room is not the problem. The definition requires an attribute that no agent here announces. Look at requiresAttributes of the definition: one of them names a log driver.",
        "Không phải thiếu chỗ. Definition đòi một attribute mà không agent nào ở đây công bố. Hãy xem requiresAttributes của definition: một mục trong đó nêu tên log driver.",
      ),
    },
    {
      id: "port-again",
      commands: [UNTIL_SETTLED, run("gateway")],
      fails: "gateway",
      seen: placementFailed({ cluster: "shop", reason: "RESOURCE:PORTS" }),
      feedback: text(
        "Port 8080 of that machine belongs to another task. A static host port exists once on each machine. Who has it, and does gateway really need that one?",
        "Cổng 8080 của máy đó đã thuộc về task khác. Mỗi cổng tĩnh của host chỉ có một trên mỗi máy. Ai đang giữ nó, và gateway có thật sự cần đúng cổng đó không?",
      ),
    },
    {
      id: "orders-again",
      commands: [UNTIL_SETTLED, run("orders"), { advanceMs: 600_000 }, run("orders")],
      fails: "orders",
      seen: placementFailed({ cluster: "shop", reason: "RESOURCE:MEMORY" }),
      feedback: text(
        "Two instances, two reasons: one has no room for 2,600 MiB, the other one is silent. Waiting changes neither. Which of the two has the room?",
        "Hai instance, hai lý do: một máy không đủ 2.600 MiB, máy kia im lặng. Chờ không thay đổi được gì. Máy nào trong hai máy còn chỗ?",
      ),
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
      feedback: text(
        "It runs, on the machine that was all right anyway, and with a fraction of the memory that it needs. The machine that is silent is still lost to the cluster.",
        "Nó chạy, nhưng trên cái máy vốn không hỏng, và với một phần nhỏ bộ nhớ nó cần. Cái máy im lặng vẫn mất khỏi cluster.",
      ),
    },
    {
      id: "payments-again",
      commands: [UNTIL_SETTLED, run("payments"), UNTIL_SETTLED],
      fails: "payments",
      seen: taskStopped({ family: "payments", started: false, why: "pull.not-found" }),
      feedback: text(
        "The task was placed, so no instance is to blame. It stopped before it ran; on EC2 stoppedReason only says Task failed to start. The container itself says why.",
        "Task đã được xếp chỗ, nên không instance nào có lỗi. Nó dừng trước khi chạy; trên EC2, stoppedReason chỉ nói Task failed to start. Chính container nói lý do.",
      ),
    },
    {
      id: "worker-beside",
      commands: [UNTIL_SETTLED, run("worker", "solo")],
      fails: "waits",
      seen: placementFailed({ cluster: "solo", reason: "RESOURCE:CPU" }),
      feedback: text(
        "While the old worker is meant to run, ECS counts its share as taken, and there is no second one. Stop the old worker first, and run the new one while it still stops.",
        "Khi worker cũ vẫn phải chạy, ECS tính phần của nó là đã dùng, và không có phần thứ hai. Hãy dừng worker cũ trước, rồi chạy worker mới trong lúc nó còn đang dừng.",
      ),
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
      feedback: text(
        "You waited until the old worker was STOPPED, so the new one found an empty host. Do both at once: stop, and run in the same moment.",
        "Bạn đã chờ tới khi worker cũ STOPPED, nên worker mới gặp một host trống. Hãy làm cùng lúc: dừng, rồi chạy ngay.",
      ),
    },
  ],
});
