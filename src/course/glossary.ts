// The words that lessons explain on the spot. One entry a word, in AWS's spelling, with one or two plain sentences, and
// what of it is on the lab's map.

import type { ObjectKind } from "@quayside/widgets/object-look";

interface GlossaryEntry {
  /** The word as AWS writes it, the same in every language. */
  word: string;
  meaning: { en: string; vi: string };
  /** The mark on the map that stands for it; none for what the map does not show. */
  mark?: ObjectKind;
}

export const glossary = {
  agent: {
    word: "ECS agent",
    meaning: {
      en: "The program beside your containers that pulls images, starts and stops containers, and reports to ECS. On Fargate AWS runs it for you.",
      vi: "Chương trình chạy cạnh container của bạn: kéo image, khởi động và dừng container, báo cáo về ECS. Trên Fargate, AWS chạy nó cho bạn.",
    },
  },
  attribute: {
    word: "Attribute",
    meaning: {
      en: "A name, often with a value, that a container instance carries: its zone and type, what its agent can do, or a word of your own. Placement reads it.",
      vi: "Một cái tên, thường kèm giá trị, gắn trên container instance: zone và loại máy, điều agent làm được, hay từ do bạn đặt. Việc xếp chỗ đọc nó.",
    },
  },
  awsvpc: {
    word: "awsvpc",
    mark: "eni",
    meaning: {
      en: "The network mode in which each task gets a network interface and a private address of its own. Fargate always uses it.",
      vi: "Chế độ mạng mà mỗi task có giao diện mạng và địa chỉ riêng. Fargate luôn dùng chế độ này.",
    },
  },
  cluster: {
    word: "Cluster",
    mark: "cluster",
    meaning: {
      en: "A name that groups tasks and services, and the capacity they may run on. By itself it runs nothing and costs nothing.",
      vi: "Một cái tên gom nhóm các task, service và nơi chúng được phép chạy. Tự nó không chạy gì và không tốn tiền.",
    },
  },
  container: {
    word: "Container",
    mark: "container",
    meaning: {
      en: "One running process tree started from an image. ECS never runs a container alone: it always belongs to a task.",
      vi: "Một nhóm tiến trình đang chạy, khởi động từ một image. ECS không chạy container lẻ: nó luôn thuộc về một task.",
    },
  },
  containerInstance: {
    word: "Container instance",
    mark: "instance",
    meaning: {
      en: "An EC2 machine (or a server of yours) that runs the ECS agent and has registered with a cluster.",
      vi: "Một máy EC2 (hoặc máy chủ của bạn) chạy ECS agent và đã đăng ký vào một cluster.",
    },
  },
  deregistrationDelay: {
    word: "Deregistration delay",
    meaning: {
      en: "How long a target drains after it was deregistered: it gets no new request, and those under way may end. 300 seconds unless its target group says otherwise; ECS sends the stop signal only afterwards.",
      vi: "Thời gian một target draining sau khi bị deregister: nó không nhận request mới, còn request đang dở được làm cho xong. 300 giây nếu target group không đặt khác; ECS chỉ gửi tín hiệu dừng sau đó.",
    },
  },
  desiredStatus: {
    word: "desiredStatus",
    meaning: {
      en: "Where ECS wants the task to be: RUNNING or STOPPED. The task's lastStatus follows it.",
      vi: "Trạng thái mà ECS muốn task đạt tới: RUNNING hoặc STOPPED. lastStatus của task đi theo nó.",
    },
  },
  eni: {
    word: "ENI",
    mark: "eni",
    meaning: {
      en: "Elastic network interface: the task's own network card in a subnet, with a private address and security groups.",
      vi: "Elastic network interface: card mạng riêng của task trong một subnet, có địa chỉ riêng và security group.",
    },
  },
  essential: {
    word: "essential",
    mark: "essential",
    meaning: {
      en: "A container marked essential takes its task with it: when it stops, the whole task stops. It is the default.",
      vi: "Container được đánh dấu essential sẽ kéo cả task theo: nó dừng thì cả task dừng. Đây là mặc định.",
    },
  },
  executionRole: {
    word: "Execution role",
    meaning: {
      en: "The IAM role with which ECS prepares a task: it pulls images, fetches secrets and writes logs. Your own code never gets it.",
      vi: "IAM role mà ECS dùng để chuẩn bị task: kéo image, lấy secret, ghi log. Mã của bạn không bao giờ có role này.",
    },
  },
  family: {
    word: "Family",
    meaning: {
      en: "The name under which the revisions of one task definition are counted: webserver:1, webserver:2.",
      vi: "Tên chung để đánh số các revision của một task definition: webserver:1, webserver:2.",
    },
  },
  fargate: {
    word: "AWS Fargate",
    meaning: {
      en: "Capacity without machines of yours: you say how much CPU and memory a task needs, and AWS finds the place to run it.",
      vi: "Năng lực chạy mà bạn không có máy nào: bạn nói task cần bao nhiêu CPU và bộ nhớ, AWS lo chỗ chạy.",
    },
  },
  lastStatus: {
    word: "lastStatus",
    meaning: {
      en: "Where the task was when ECS last heard of it.",
      vi: "Trạng thái của task ở lần gần nhất ECS nhận được tin về nó.",
    },
  },
  restartPolicy: {
    word: "restartPolicy",
    meaning: {
      en: "Lets the agent start a container again inside its task when it exits, if it has run for the restartAttemptPeriod: 300 seconds unless you say otherwise.",
      vi: "Cho phép agent khởi động lại container ngay trong task khi nó thoát, nếu nó đã chạy đủ restartAttemptPeriod: 300 giây nếu bạn không đặt khác.",
    },
  },
  revision: {
    word: "Revision",
    meaning: {
      en: "One registered version of a task definition. It never changes: an edit is registered as the next revision.",
      vi: "Một phiên bản đã đăng ký của task definition. Nó không bao giờ đổi: sửa gì thì đăng ký thành revision tiếp theo.",
    },
  },
  service: {
    word: "Service",
    mark: "service",
    meaning: {
      en: "Keeps a number of copies of a task running: it starts replacements, rolls out new revisions and registers tasks with load balancers.",
      vi: "Giữ cho một số bản sao của task luôn chạy: khởi động bản thay thế, đưa revision mới ra, đăng ký task với load balancer.",
    },
  },
  sidecar: {
    word: "Sidecar",
    meaning: {
      en: "A container that helps the main one of the same task: a proxy, a log router, a cache.",
      vi: "Container phụ giúp container chính trong cùng một task: proxy, bộ chuyển log, cache.",
    },
  },
  stopTimeout: {
    word: "stopTimeout",
    meaning: {
      en: "How long a container may take to end after SIGTERM before it is killed: 30 seconds unless you say otherwise.",
      vi: "Thời gian container được phép tự kết thúc sau SIGTERM trước khi bị kill: 30 giây nếu bạn không đặt khác.",
    },
  },
  subnet: {
    word: "Subnet",
    mark: "subnet",
    meaning: {
      en: "A range of addresses of the VPC in one Availability Zone. In a public one a public address leads to the internet; a private one goes out through a NAT gateway, if at all.",
      vi: "Một dải địa chỉ của VPC trong một Availability Zone. Subnet công khai ra internet bằng địa chỉ công khai; subnet riêng ra bằng NAT gateway, nếu có.",
    },
  },
  task: {
    word: "Task",
    mark: "task",
    meaning: {
      en: "One running copy of a task definition: its containers, started together in the same place.",
      vi: "Một bản đang chạy của task definition: các container của nó, được khởi động cùng nhau ở cùng một chỗ.",
    },
  },
  taskDefinition: {
    word: "Task definition",
    mark: "definition",
    meaning: {
      en: "The blueprint of a task, written as JSON: which containers, how much CPU and memory, which network mode, which roles.",
      vi: "Bản thiết kế của task, viết bằng JSON: những container nào, bao nhiêu CPU và bộ nhớ, chế độ mạng nào, role nào.",
    },
  },
  taskGroup: {
    word: "Task group",
    meaning: {
      en: "A name that tasks share: family:NAME for tasks that you run, service:NAME for those of a service, or what RunTask is given as group. Placement counts by it.",
      vi: "Cái tên mà nhiều task dùng chung: family:TÊN với task bạn tự chạy, service:TÊN với task của service, hoặc giá trị group trong RunTask. Việc xếp chỗ đếm theo nó.",
    },
  },
  taskRole: {
    word: "Task role",
    meaning: {
      en: "The IAM role that the programs in your containers use for their own calls to AWS. ECS itself never uses it.",
      vi: "IAM role mà các chương trình trong container dùng khi chính chúng gọi AWS. Bản thân ECS không dùng role này.",
    },
  },
} as const satisfies Record<string, GlossaryEntry>;

/** A word of the glossary. */
export type GlossaryKey = keyof typeof glossary;
