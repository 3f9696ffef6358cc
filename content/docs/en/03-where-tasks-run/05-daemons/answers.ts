/** Answers of lab 03/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editText,
  instanceReached,
  type LabCommand,
  not,
  placeTasks,
  refused,
  stopTask,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { FILE, USER_DATA } from "./lab.ts";

const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
const launch: LabCommand = {
  aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t3.medium --subnet-id subnet-0ddd1111222233334 --iam-instance-profile Name=ecsInstanceRole --user-data file://${FILE}`,
};
const DISTINCT = "type=distinctInstance";
const collect = (count: number, constraints: readonly string[] = [DISTINCT]) =>
  placeTasks({ family: "collector", cluster: "fleet", count, constraints });

/** ARNs of the instances that an expression leaves. */
const instances = (filter: string) =>
  `$(aws ecs list-container-instances --cluster fleet --filter "${filter}" --query "containerInstanceArns" --output text)`;
const startMissing: LabCommand = {
  aws: `aws ecs start-task --cluster fleet --task-definition collector --container-instances ${instances("not(task:group == family:collector)")}`,
};
const FIRST = '$(aws ecs list-container-instances --cluster fleet --query "containerInstanceArns[0]" --output text)';
const drainFirst: LabCommand = {
  aws: `aws ecs update-container-instances-state --cluster fleet --container-instances ${FIRST} --status DRAINING`,
};
const DRAINING =
  '$(aws ecs list-container-instances --cluster fleet --status DRAINING --query "containerInstanceArns[0]" --output text)';
const stopOnDraining = (family: string): LabCommand => ({
  aws: `aws ecs stop-task --cluster fleet --task $(aws ecs list-tasks --cluster fleet --container-instance ${DRAINING} --family ${family} --query "taskArns[0]" --output text)`,
});

/** The steps of the solution, so that mistakes can leave one out. */
const oneEach = [collect(4), UNTIL_SETTLED];
const registered = until({ instanceRegistered: "fleet" }, "10 min");
const joined = [launch, registered];
const lost = [stopTask("collector", { cluster: "fleet" }), UNTIL_SETTLED];
const emptied = [drainFirst, stopOnDraining("web"), UNTIL_SETTLED, stopOnDraining("collector"), UNTIL_SETTLED];

export default defineAnswers({
  hints: [
    text(
      "How do you find the instances on which no task of a group runs?",
      "Làm sao tìm những instance không có task nào của một nhóm?",
    ),
    text(
      "distinctInstance allows one task of the group on each instance. list-container-instances takes a --filter with task:group. start-task takes the ARNs of instances and asks no strategy.",
      "distinctInstance cho phép mỗi instance một task của nhóm. list-container-instances nhận --filter với task:group. start-task nhận ARN của instance và không hỏi chiến lược nào.",
    ),
    text(
      'The filter: "not(task:group == family:collector)". To see what runs on a draining instance: aws ecs list-tasks --cluster fleet --container-instance ARN.',
      'Bộ lọc: "not(task:group == family:collector)". Để xem gì đang chạy trên instance đang drain: aws ecs list-tasks --cluster fleet --container-instance ARN.',
    ),
  ],
  solution: [
    UNTIL_SETTLED,
    ...oneEach,
    ...joined,
    startMissing,
    UNTIL_SETTLED,
    ...lost,
    startMissing,
    UNTIL_SETTLED,
    ...emptied,
  ],
  routes: [
    [
      UNTIL_SETTLED,
      startMissing,
      UNTIL_SETTLED,
      collect(1),
      ...joined,
      collect(1),
      UNTIL_SETTLED,
      ...lost,
      collect(1),
      UNTIL_SETTLED,
      ...emptied,
    ],
    [
      launch,
      placeTasks({ family: "collector", cluster: "fleet", count: 3, strategies: ["type=spread,field=instanceId"] }),
      UNTIL_SETTLED,
      registered,
      collect(2),
      UNTIL_SETTLED,
      ...emptied,
    ],
  ],
  mistakes: [
    {
      id: "left-to-chance",
      commands: [UNTIL_SETTLED, collect(3, []), UNTIL_SETTLED],
      fails: "one-each",
      seen: tasksLie({ family: "collector", strategies: ["random"], instances: 2, tasks: 3 }),
      feedback: text(
        "Without a constraint RunTask draws lots, and one instance got two while another has none. Stop them, and forbid the second one.",
        "Không có ràng buộc, RunTask bốc thăm: một instance được hai bản còn một instance không có bản nào. Hãy dừng chúng, rồi cấm bản thứ hai.",
      ),
    },
    {
      id: "spread-four",
      commands: [
        UNTIL_SETTLED,
        placeTasks({ family: "collector", cluster: "fleet", count: 4, strategies: ["type=spread,field=instanceId"] }),
        UNTIL_SETTLED,
      ],
      fails: "no-second",
      seen: tasksLie({ family: "collector", strategies: ["spread(instanceId)"], perInstance: [2, 1, 1] }),
      feedback: text(
        "Spread is a wish: with four tasks for three instances, one got two. A daemon is a rule, one and no more.",
        "Spread là một mong muốn: bốn task cho ba instance thì một instance được hai. Daemon là một luật, đúng một, không hơn.",
      ),
    },
    {
      id: "waits-for-a-daemon",
      commands: [UNTIL_SETTLED, ...oneEach, ...joined, { advanceMs: 1_800_000 }],
      fails: "covered",
      seen: all(
        instanceReached({ cluster: "fleet", registeredByYou: true }),
        tasksLie({ family: "collector", perInstance: [1, 1, 1] }),
        not(tasksLie({ family: "collector", perInstance: [1, 1, 1, 1] })),
      ),
      feedback: text(
        "The new machine stays without. RunTask was over when it had answered; nobody remembers that there was to be one on each. That is what a daemon service adds.",
        "Máy mới vẫn không có. RunTask xong việc ngay khi trả lời; không ai nhớ rằng mỗi máy phải có một bản. Đó chính là điều daemon service thêm vào.",
      ),
    },
    {
      id: "wrong-cluster",
      commands: [
        UNTIL_SETTLED,
        editText(FILE, USER_DATA.replace("fleet", "default")),
        launch,
        until({ instanceRegistered: "default" }, "10 min"),
      ],
      fails: "joined",
      seen: instanceReached({ cluster: "default", registeredByYou: true }),
      feedback: text(
        "The machine registered in another cluster. Its user data says where it belongs.",
        "Máy đã đăng ký vào cluster khác. User data của nó nói nó thuộc về đâu.",
      ),
    },
    {
      id: "fargate-daemon",
      commands: [
        {
          aws: "aws ecs run-task --cluster fleet --task-definition collector --launch-type FARGATE --count 3",
        },
      ],
      fails: "one-each",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
      feedback: text(
        "On Fargate each task has a machine of its own that you never see. There is nothing that could be one on each.",
        "Trên Fargate mỗi task có máy riêng mà bạn không thấy. Không có gì để mỗi máy một bản.",
      ),
    },
    {
      id: "collector-first",
      commands: [
        UNTIL_SETTLED,
        ...oneEach,
        drainFirst,
        stopOnDraining("collector"),
        UNTIL_SETTLED,
        stopOnDraining("web"),
        UNTIL_SETTLED,
      ],
      fails: "last",
      seen: all(
        instanceReached({ status: "DRAINING", emptied: true }),
        taskToldToStop({ family: "web" }),
        taskToldToStop({ family: "collector" }),
      ),
      feedback: text(
        "The collector went while web was still writing, so the last lines of web reached nobody. Set the instance ACTIVE again, or take another one, and let the collector go last.",
        "Collector đi trong lúc web còn đang ghi, nên những dòng cuối của web không tới được ai. Hãy đặt instance về ACTIVE, hoặc lấy instance khác, và để collector đi sau cùng.",
      ),
    },
  ],
});
