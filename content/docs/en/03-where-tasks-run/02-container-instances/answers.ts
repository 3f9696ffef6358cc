/** Answers of lab 03/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editText,
  instanceReached,
  type LabCommand,
  machineReached,
  not,
  placeTasks,
  refused,
  runningTask,
  taskStopped,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { FILE, script } from "./lab.ts";

const configure = (...lines: string[]) => editText(FILE, script(...lines));
const RIGHT = configure("ECS_CLUSTER=fleet", "ECS_RESERVED_MEMORY=256");

const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
const PROFILE = "--iam-instance-profile Name=ecsInstanceRole";
const launch = (profile: string, more = ""): LabCommand => ({
  aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t3.medium --subnet-id subnet-0ccc1111222233334 ${profile} --user-data file://${FILE} ${more}`.trim(),
});

/** The EC2 instance that was there first, and its container instance. */
const OLD_MACHINE =
  '$(aws ec2 describe-instances --filters Name=instance-state-name,Values=running --query "Reservations[0].Instances[0].InstanceId" --output text)';
const OLD_INSTANCE =
  '$(aws ecs list-container-instances --cluster fleet --filter "agentVersion < 1.95.0" --query "containerInstanceArns" --output text)';
const systemctl = (verb: string): LabCommand => ({ aws: `ssh ec2-user@${OLD_MACHINE} sudo systemctl ${verb} ecs` });
const DRAIN: LabCommand = {
  aws: `aws ecs update-container-instances-state --cluster fleet --container-instances ${OLD_INSTANCE} --status DRAINING`,
};
const STOP_ONE: LabCommand = { aws: `aws ecs stop-task --cluster fleet --task ${runningTask("web", "fleet")}` };
/** Terminates the machine at this place in the list of those that run. */
const terminate = (index: number): LabCommand => ({
  aws: `aws ec2 terminate-instances --instance-ids ${OLD_MACHINE.replace("Reservations[0]", `Reservations[${index}]`)}`,
});

const run = (count: number) => placeTasks({ family: "web", cluster: "fleet", count });
/** From the beginning to a new machine in the cluster. */
const joined = [RIGHT, launch(PROFILE), UNTIL_SETTLED];
const silenced = [systemctl("stop"), run(1), systemctl("start")];

export default defineAnswers({
  hints: [
    text(
      "Who tells ECS that a machine is there, and with whose permission?",
      "Ai báo cho ECS biết có một cái máy, và với quyền của ai?",
    ),
    text(
      "The agent reads /etc/ecs/ecs.config when it starts; user data writes that file. ssh onto a machine and ask systemctl status ecs why its agent does not register. Draining keeps new tasks away and leaves standalone tasks alone.",
      "Agent đọc /etc/ecs/ecs.config lúc khởi động; user data ghi file đó. Hãy ssh vào máy và hỏi systemctl status ecs vì sao agent không đăng ký. Drain chặn task mới và không đụng tới task độc lập.",
    ),
    text(
      "In user-data.sh: ECS_CLUSTER=fleet and a second line with ECS_RESERVED_MEMORY. Launch once with --iam-instance-profile Name=ecsInstanceRole and once without. The oldest machine comes first in aws ec2 describe-instances.",
      "Trong user-data.sh: ECS_CLUSTER=fleet và dòng thứ hai với ECS_RESERVED_MEMORY. Khởi chạy một lần với --iam-instance-profile Name=ecsInstanceRole và một lần không có. Máy cũ nhất đứng đầu trong aws ec2 describe-instances.",
    ),
  ],
  solution: [
    UNTIL_SETTLED,
    ...silenced,
    ...joined,
    launch(""),
    UNTIL_SETTLED,
    DRAIN,
    run(2),
    UNTIL_SETTLED,
    STOP_ONE,
    STOP_ONE,
    UNTIL_SETTLED,
    terminate(2),
    terminate(0),
    { advanceMs: 120_000 },
  ],
  routes: [
    [
      editText(
        FILE,
        '#!/bin/bash\ncat <<\'EOF\' >> /etc/ecs/ecs.config\nECS_CLUSTER=fleet\nECS_RESERVED_MEMORY=256\nECS_INSTANCE_ATTRIBUTES={"stack":"prod"}\nEOF\n',
      ),
      UNTIL_SETTLED,
      ...silenced,
      launch("", "--count 1"),
      launch(PROFILE),
      UNTIL_SETTLED,
      DRAIN,
      run(1),
      run(1),
      STOP_ONE,
      STOP_ONE,
      UNTIL_SETTLED,
      { aws: `aws ecs deregister-container-instance --cluster fleet --container-instance ${OLD_INSTANCE}` },
      terminate(1),
      terminate(0),
      { advanceMs: 120_000 },
    ],
    [
      UNTIL_SETTLED,
      systemctl("stop"),
      run(2),
      { advanceMs: 300_000 },
      systemctl("restart"),
      RIGHT,
      launch(""),
      launch(PROFILE, "--tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=new}]'"),
      UNTIL_SETTLED,
      DRAIN,
      STOP_ONE,
      STOP_ONE,
      run(2),
      { advanceMs: 120_000 },
      terminate(1),
      UNTIL_SETTLED,
      terminate(0),
      { advanceMs: 120_000 },
    ],
  ],
  mistakes: [
    {
      id: "wrong-cluster",
      commands: [launch(PROFILE), UNTIL_SETTLED],
      fails: "joined",
      seen: instanceReached({ cluster: "default", registeredByYou: true }),
      feedback: text(
        "It registered, but in the cluster default. Nobody says in which cluster a machine is to be but its own configuration: what does your user data write?",
        "Nó đã đăng ký, nhưng vào cluster default. Chỉ cấu hình của chính máy nói nó thuộc cluster nào: user data của bạn ghi gì?",
      ),
    },
    {
      id: "cluster-misspelt",
      commands: [configure("ECS_CLUSTER=fleets", "ECS_RESERVED_MEMORY=256"), launch(PROFILE), UNTIL_SETTLED],
      fails: "joined",
      seen: machineReached({ why: "agent.no-cluster" }),
      feedback: text(
        "The machine runs, and its agent asks for a cluster that does not exist. User data runs at the first boot only, so launch a new machine with the right name.",
        "Máy chạy, nhưng agent của nó xin vào một cluster không tồn tại. User data chỉ chạy ở lần boot đầu, nên hãy khởi chạy máy mới với tên đúng.",
      ),
    },
    {
      id: "no-way-out",
      commands: [
        RIGHT,
        {
          aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t3.medium --subnet-id subnet-0aaa1111222233334 --no-associate-public-ip-address ${PROFILE} --user-data file://${FILE}`,
        },
        UNTIL_SETTLED,
      ],
      fails: "joined",
      seen: machineReached({ why: "agent.no-route" }),
      feedback: text(
        "The agent cannot reach ECS: a public subnet leads out only with a public address. A private subnet with a NAT gateway, or VPC endpoints for ecs, ecs-agent and ecs-telemetry, would do.",
        "Agent không tới được ECS: subnet công khai chỉ dẫn ra ngoài khi máy có địa chỉ công khai. Subnet riêng có NAT gateway, hoặc VPC endpoint cho ecs, ecs-agent và ecs-telemetry, thì được.",
      ),
    },
    {
      id: "nothing-reserved",
      commands: [configure("ECS_CLUSTER=fleet"), launch(PROFILE), UNTIL_SETTLED],
      fails: "reserved",
      seen: instanceReached({ cluster: "fleet", status: "ACTIVE", registeredByYou: true }),
      feedback: text(
        "It joined, and offers tasks everything that its system sees. The agent reads its configuration when it registers; a line that comes later changes nothing of what is registered.",
        "Nó đã vào, và dành cho task toàn bộ bộ nhớ mà hệ thống thấy. Agent đọc cấu hình lúc đăng ký; dòng thêm sau đó không đổi được phần đã đăng ký.",
      ),
    },
    {
      id: "arm-machine",
      commands: [
        RIGHT,
        {
          aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t4g.medium ${PROFILE} --user-data file://${FILE}`,
        },
      ],
      fails: "joined",
      seen: refused({ operation: "RunInstances", id: "run-instances.architecture" }),
      feedback: text(
        "t4g machines have Arm processors, and this AMI is for x86_64. Each architecture has an ECS-optimized AMI of its own.",
        "Máy t4g dùng bộ xử lý Arm, còn AMI này dành cho x86_64. Mỗi kiến trúc có AMI tối ưu cho ECS riêng.",
      ),
    },
    {
      id: "deregistered-with-tasks",
      commands: [
        ...joined,
        { aws: `aws ecs deregister-container-instance --cluster fleet --container-instance ${OLD_INSTANCE}` },
      ],
      fails: "drained",
      seen: refused({ operation: "DeregisterContainerInstance", id: "container-instance.has-tasks" }),
      feedback: text(
        "Tasks still run there, so ECS refuses. With --force it would let go of them, running. Drain the instance first, and empty it.",
        "Ở đó vẫn còn task chạy nên ECS từ chối. Với --force thì ECS buông chúng trong khi chúng đang chạy. Hãy drain instance trước và dọn trống nó.",
      ),
    },
    {
      id: "waits-for-draining",
      commands: [...joined, DRAIN, { advanceMs: 3_600_000 }],
      fails: "drained",
      seen: all(
        instanceReached({ cluster: "fleet", status: "DRAINING", runningTasks: 1 }),
        not(instanceReached({ cluster: "fleet", status: "DRAINING", emptied: true })),
      ),
      feedback: text(
        "Draining moves tasks of services. These two were started by hand and belong to nobody, so they stay for ever. You have to stop them, once their successors run.",
        "Drain chỉ chuyển task của service. Hai task này do người chạy tay, không thuộc về ai, nên chúng ở lại mãi. Bạn phải tự dừng chúng khi bản thay thế đã chạy.",
      ),
    },
    {
      id: "terminated-with-tasks",
      commands: [UNTIL_SETTLED, ...joined, terminate(0), { advanceMs: 300_000 }],
      fails: "drained",
      seen: taskStopped({ family: "web", stopCode: "TerminationNotice" }),
      feedback: text(
        "The machine went with its tasks on it: no SIGTERM, no exit code, and nothing ran in their place. Drain first, then stop what is left, then terminate.",
        "Máy đi mất cùng các task trên nó: không SIGTERM, không exit code, và không có gì chạy thay. Hãy drain trước, dừng những gì còn lại, rồi mới terminate.",
      ),
    },
    {
      id: "drained-all",
      commands: [
        ...joined,
        {
          aws: 'aws ecs update-container-instances-state --cluster fleet --container-instances $(aws ecs list-container-instances --cluster fleet --query "containerInstanceArns" --output text) --status DRAINING',
        },
        run(2),
        UNTIL_SETTLED,
      ],
      fails: "moved",
      seen: instanceReached({ cluster: "fleet", status: "DRAINING", registeredByYou: true }),
      feedback: text(
        "You drained the new instance as well, so no task can go there. Set it back to ACTIVE.",
        "Bạn đã drain cả instance mới, nên không task nào vào được. Hãy đưa nó về ACTIVE.",
      ),
    },
    {
      id: "only-stopped",
      commands: [
        UNTIL_SETTLED,
        ...joined,
        DRAIN,
        STOP_ONE,
        STOP_ONE,
        UNTIL_SETTLED,
        { aws: `aws ec2 stop-instances --instance-ids ${OLD_MACHINE}` },
        { advanceMs: 600_000 },
      ],
      fails: "gone",
      seen: machineReached({ launchedByYou: false, state: "stopped" }),
      feedback: text(
        "A stopped machine stays registered, with agentConnected false, and its disk is still billed. Terminate it. If its agent is silent by then, you have to deregister the container instance yourself.",
        "Máy bị stop vẫn còn đăng ký, với agentConnected là false, và ổ đĩa vẫn bị tính tiền. Hãy terminate nó. Nếu khi đó agent đã im lặng, bạn phải tự hủy đăng ký container instance.",
      ),
    },
  ],
});
