/** Answers of lab 05/04: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  not,
  PRIVATE_SUBNET,
  placementFailed,
  placeTasks,
  refused,
  stopTask,
  taskReached,
  taskStopped,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { CLUSTER, NO_ADDRESS, ROOMY_SUBNET } from "./lab.ts";

const run = (options: { subnet?: string; count?: number; more?: string } = {}) => {
  const { subnet = PRIVATE_SUBNET, count = 1, more = "" } = options;
  const words = count === 1 ? "" : ` --count ${count}`;
  return {
    aws: `aws ecs run-task --task-definition shop --launch-type FARGATE${words} --network-configuration "awsvpcConfiguration={subnets=[${subnet}]${more}}"`,
  };
};
const work = (count: number, subnet = ROOMY_SUBNET, launchType = "EC2") => ({
  aws: `aws ecs run-task --cluster ${CLUSTER} --task-definition worker --launch-type ${launchType} --count ${count} --network-configuration "awsvpcConfiguration={subnets=[${subnet}]}"`,
});
const bridge = placeTasks({ family: "worker-bridge", cluster: CLUSTER });
/** Until the interface of a task that stops now is deleted. */
const DELETED = { advanceMs: 60_000 };

const fill = [run({ count: 10 }), UNTIL_SETTLED];
const machine = [work(3), UNTIL_SETTLED, bridge, UNTIL_SETTLED];

export default defineAnswers({
  hints: [
    text(
      "A /28 has sixteen addresses. Who has some of them already, before you run anything?",
      "Một /28 có mười sáu địa chỉ. Trước khi bạn chạy gì, ai đã giữ một phần trong số đó?",
    ),
    text(
      "aws ec2 describe-subnets shows AvailableIpAddressCount. After stop-task watch it together with the status of the task. For the workers read failures in the answer of run-task.",
      "aws ec2 describe-subnets cho thấy AvailableIpAddressCount. Sau stop-task, hãy theo dõi nó cùng với trạng thái của task. Với worker, hãy đọc failures trong câu trả lời của run-task.",
    ),
    text(
      `aws ecs run-task --task-definition shop --launch-type FARGATE --count ... --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]}", then one more, then stop-task; for the workers subnets=[${ROOMY_SUBNET}] and --cluster ${CLUSTER}`,
      `aws ecs run-task --task-definition shop --launch-type FARGATE --count ... --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]}", rồi thêm một task nữa, rồi stop-task; với worker là subnets=[${ROOMY_SUBNET}] và --cluster ${CLUSTER}`,
    ),
  ],
  solution: [
    ...fill,
    run(),
    UNTIL_SETTLED,
    stopTask("shop"),
    DELETED,
    run(),
    run({ subnet: ROOMY_SUBNET }),
    UNTIL_SETTLED,
    ...machine,
  ],
  routes: [
    // The machine first, the subnet in two halves; the task more asks for a public address.
    [
      bridge,
      UNTIL_SETTLED,
      work(2),
      UNTIL_SETTLED,
      work(1),
      run({ subnet: ROOMY_SUBNET }),
      run({ count: 5 }),
      run({ count: 5 }),
      UNTIL_SETTLED,
      run({ more: ",assignPublicIp=ENABLED" }),
      UNTIL_SETTLED,
      stopTask("shop"),
      DELETED,
      stopTask("shop"),
      DELETED,
      run({ count: 2 }),
      UNTIL_SETTLED,
    ],
    // Twelve tasks in a row for ten places; a task that comes too early does no harm.
    [
      run({ count: 6 }),
      run({ count: 6 }),
      UNTIL_SETTLED,
      stopTask("shop"),
      run(),
      DELETED,
      run({ count: 2 }),
      run({ count: 2, subnet: ROOMY_SUBNET }),
      UNTIL_SETTLED,
      ...machine,
    ],
  ],
  mistakes: [
    {
      id: "eleven-at-once",
      commands: [run({ count: 11 })],
      fails: "full",
      seen: refused({ operation: "RunTask", input: ({ count }) => Number(count) > 10 }),
      feedback: text(
        "One call of RunTask starts ten tasks at most, whatever room there is. Call it a second time for more.",
        "Một lời gọi RunTask khởi động tối đa mười task, dù còn chỗ hay không. Cần nhiều hơn thì gọi lần nữa.",
      ),
    },
    {
      id: "too-soon",
      commands: [...fill, stopTask("shop"), run(), { advanceMs: 15_000 }],
      fails: "back",
      seen: all(
        taskToldToStop({ family: "shop", stopCode: "UserInitiated" }),
        taskToldToStop({ family: "shop", stopCode: "TaskFailedToStart", why: NO_ADDRESS }),
      ),
      feedback: text(
        "You have stopped a task, and no new one has its address yet. The interface is deleted only at the end of DEPROVISIONING, about half a minute after the container has ended. Wait until the old task is STOPPED, then run the new one.",
        "Bạn đã dừng một task nhưng chưa task mới nào có địa chỉ của nó. Interface chỉ bị xóa ở cuối DEPROVISIONING, khoảng nửa phút sau khi container kết thúc. Hãy chờ task cũ STOPPED rồi mới chạy task mới.",
      ),
    },
    {
      id: "public-address",
      commands: [...fill, run({ more: ",assignPublicIp=ENABLED" }), UNTIL_SETTLED],
      fails: "second",
      seen: taskStopped({ family: "shop", why: "interface.no-address-public" }),
      feedback: text(
        "A public address comes on top of the private one, it does not replace it. The task needs a subnet that has a private address left: private-b.",
        "Địa chỉ công khai là thêm vào, không thay cho địa chỉ riêng. Task cần một subnet còn địa chỉ riêng: private-b.",
      ),
    },
    {
      id: "other-zone",
      commands: [work(3, PRIVATE_SUBNET)],
      fails: "slots",
      seen: placementFailed({ reason: "LOCATION", cluster: CLUSTER }),
      feedback: text(
        "The machine stands in private-b, in us-east-1b. An interface can only be attached to a machine in its own Availability Zone, so give the call a subnet of that zone.",
        "Máy nằm ở private-b, trong us-east-1b. Interface chỉ gắn được vào máy cùng Availability Zone, nên hãy đưa cho lời gọi một subnet của zone đó.",
      ),
    },
    {
      id: "on-fargate",
      commands: [work(1, ROOMY_SUBNET, "FARGATE")],
      fails: "slots",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
      feedback: text(
        "worker is written for EC2. Slots for interfaces are a matter of machines; on Fargate nobody counts them but AWS.",
        "worker được viết cho EC2. Chỗ cho interface là chuyện của máy; trên Fargate chỉ AWS mới phải đếm.",
      ),
    },
    {
      id: "two-only",
      commands: [work(2), UNTIL_SETTLED, bridge, UNTIL_SETTLED],
      fails: "slots",
      seen: all(
        tasksLie({ family: "worker", cluster: CLUSTER, perInstance: [2] }),
        taskReached({ family: "worker-bridge", cluster: CLUSTER, status: "RUNNING" }),
        not(placementFailed({ reason: "RESOURCE:ENI", cluster: CLUSTER })),
      ),
      feedback: text(
        "Two workers run, and the machine has plenty of CPU and memory left. Is there room for a third? Ask ECS: run one more.",
        "Hai worker đang chạy và máy còn nhiều CPU, bộ nhớ. Còn chỗ cho task thứ ba không? Hãy hỏi ECS: chạy thêm một task.",
      ),
    },
    {
      id: "network-for-bridge",
      commands: [
        {
          aws: `aws ecs run-task --cluster ${CLUSTER} --task-definition worker-bridge --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${ROOMY_SUBNET}]}"`,
        },
      ],
      fails: "bridge",
      seen: all(
        refused({ operation: "RunTask", input: ({ networkConfiguration }) => networkConfiguration !== undefined }),
        not(accepted({ operation: "RunTask", input: ({ taskDefinition }) => taskDefinition === "worker-bridge" })),
      ),
      feedback: text(
        "In bridge mode a task has no interface, so there is no subnet to choose. Leave the network configuration out.",
        "Ở chế độ bridge, task không có interface nên không có subnet để chọn. Hãy bỏ network configuration.",
      ),
    },
  ],
});
