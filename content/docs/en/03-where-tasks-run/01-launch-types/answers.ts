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
  taskReached,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { nginx, PORTABLE, web } from "./lab.ts";

const both = {
  family: "web",
  requiresCompatibilities: ["EC2", "FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ ...nginx, portMappings: [{ containerPort: 80, protocol: "tcp" }] }],
};

/** On the container instance, with an interface of its own in the instance's zone. */
const onInstance = (more = ""): LabCommand => ({
  aws: `aws ecs run-task --task-definition web --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]${more}}"`,
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

export default defineAnswers({
  hints: [
    text(
      "Which fields of web.json speak of a machine that Fargate does not give you, and which one does Fargate need that EC2 can do without?",
      "Những trường nào trong web.json nói về một cái máy mà Fargate không giao cho bạn, và Fargate cần trường nào mà EC2 không bắt buộc?",
    ),
    text(
      "AWS names one problem at a time: privileged, networkMode, then cpu and memory of the task. A task in awsvpc mode needs --network-configuration on EC2 as well, and there without a public address.",
      "AWS mỗi lần chỉ nêu một vấn đề: privileged, networkMode, rồi cpu và memory của task. Task ở chế độ awsvpc cần --network-configuration cả trên EC2, và ở đó không có địa chỉ công khai.",
    ),
    text(
      'In web.json: "requiresCompatibilities": ["EC2", "FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", and no privileged. On Fargate: --cluster bare --launch-type FARGATE.',
      'Trong web.json: "requiresCompatibilities": ["EC2", "FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", và bỏ privileged. Trên Fargate: --cluster bare --launch-type FARGATE.',
    ),
  ],
  solution: [...first, ...again, ...portable, ...fargate, ...fargate, onInstance(), UNTIL_SETTLED, ...stopAll],
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
      feedback: text(
        "privileged gives a container the rights of root on its host. On Fargate the host belongs to AWS, so the setting is refused, whatever else the definition says.",
        "privileged cho container quyền root trên host của nó. Trên Fargate host là của AWS, nên thiết lập này bị từ chối, bất kể definition còn nói gì khác.",
      ),
    },
    {
      id: "still-bridge",
      commands: [...first, editJson("web.json", { ...both, networkMode: "bridge" }), register],
      fails: "portable",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-network" }),
      feedback: text(
        "bridge and host share the network of a machine. A task on Fargate shares its machine with nobody, so there is only awsvpc.",
        "bridge và host dùng chung mạng của một cái máy. Task trên Fargate không chung máy với ai, nên chỉ có awsvpc.",
      ),
    },
    {
      id: "no-size",
      commands: [...first, editJson("web.json", { ...both, cpu: undefined, memory: undefined }), register],
      fails: "portable",
      seen: refused({ operation: "RegisterTaskDefinition", id: ["fargate-cpu", "fargate-mem"] }),
      feedback: text(
        "On EC2 the sum of the containers is enough. On Fargate the task itself needs cpu and memory, since that is the size of the machine that AWS starts for it, and what you pay.",
        "Trên EC2, cộng các container lại là đủ. Trên Fargate chính task phải có cpu và memory, vì đó là kích thước cái máy AWS khởi động cho nó, và là thứ bạn trả tiền.",
      ),
    },
    {
      id: "ec2-revision-on-fargate",
      commands: [...first, runTask({ family: "web", cluster: "bare" })],
      fails: "on-fargate",
      seen: refused({ operation: "RunTask", id: "task-definition.launch-type" }),
      feedback: text(
        "This revision was registered for EC2 only. The launch type of a call chooses among those that the definition is compatible with; it does not change the definition.",
        "Revision này chỉ đăng ký cho EC2. Launch type trong lời gọi chọn trong số những nơi mà definition tương thích; nó không đổi được definition.",
      ),
    },
    noLaunchType({ fails: "on-fargate", family: "web", cluster: "bare", before: portable }),
    noPublicIp({ fails: "on-fargate", family: "web", cluster: "bare", before: portable }),
    {
      id: "public-ip-on-ec2",
      commands: [...portable, onInstance(",assignPublicIp=ENABLED")],
      fails: "same-revision",
      seen: refused({ operation: "RunTask", id: "network.public-address" }),
      feedback: text(
        "On EC2 the interface of a task never gets a public address. Only Fargate takes assignPublicIp=ENABLED; leave it out here, and let the task go out through a NAT gateway.",
        "Trên EC2, interface của task không bao giờ có địa chỉ công khai. Chỉ Fargate nhận assignPublicIp=ENABLED; ở đây hãy bỏ nó đi và để task ra ngoài qua NAT gateway.",
      ),
    },
    {
      id: "no-subnet-on-ec2",
      commands: [...portable, placeTasks({ family: "web" })],
      fails: "same-revision",
      seen: refused({ operation: "RunTask", id: "network.missing" }),
      feedback: text(
        "The new revision is in awsvpc mode, and such a task gets a network interface of its own on EC2, too. ECS must be told in which subnet.",
        "Revision mới ở chế độ awsvpc, và task như vậy có network interface riêng cả trên EC2. Phải cho ECS biết trong subnet nào.",
      ),
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
      feedback: text(
        "What runs on the instance is the old revision in bridge mode. Run the one that runs on Fargate, too: web without a number is the newest.",
        "Thứ đang chạy trên instance là revision cũ ở chế độ bridge. Hãy chạy đúng revision cũng chạy trên Fargate: web không kèm số là bản mới nhất.",
      ),
    },
    leftRunning({ fails: "idle", family: "web", cluster: "bare", before: portable }),
  ],
});
