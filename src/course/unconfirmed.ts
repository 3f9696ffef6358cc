// Facts that the simulator had to decide although AWS does not document them, or documents them in two ways. The
// coverage page lists them, and no lesson or question depends on one.

import type { CourseText } from "./course.ts";

/** What is not confirmed, in both languages. */
export const unconfirmed: readonly CourseText[] = [
  {
    en: "Which texts AWS's newest documentation means by ACTIVATING. Its task lifecycle page says that images are pulled there; records of real tasks and the agent's source show the pull under PENDING. Here the pull happens under PENDING.",
    vi: "Tài liệu mới nhất của AWS hiểu ACTIVATING là gì. Trang vòng đời task nói image được kéo về ở đó; hồ sơ các task thật và mã nguồn của agent cho thấy việc kéo image diễn ra trong PENDING. Ở đây image được kéo trong PENDING.",
  },
  {
    en: "Whether a task on an EC2 instance without load balancer and service discovery shows DEACTIVATING and STOPPING. Here it does, DEACTIVATING for one second. Recorded answers of Fargate tasks show neither, so they have neither here.",
    vi: "Task trên máy EC2, không có load balancer hay service discovery, có qua DEACTIVATING và STOPPING hay không. Ở đây là có, DEACTIVATING trong một giây. Câu trả lời đã ghi lại của task Fargate không cho thấy trạng thái nào trong hai trạng thái đó, nên ở đây chúng cũng không có.",
  },
  {
    en: "How long each state lasts. AWS promises nothing; the durations follow published records of real Fargate tasks and vary with the seed.",
    vi: "Mỗi trạng thái kéo dài bao lâu. AWS không hứa gì; thời lượng ở đây theo hồ sơ đã công bố của các task Fargate thật và thay đổi theo seed.",
  },
  {
    en: "The wording of some refusals, above all about dependsOn cycles, tags, and ports with the network mode none. The rule is right, the sentence is ours.",
    vi: "Lời văn của một vài thông báo từ chối, nhất là về vòng lặp dependsOn, tag và cổng khi dùng network mode none. Quy tắc thì đúng, câu chữ là của chúng tôi.",
  },
  {
    en: "What RunTask answers to a count above 10. It is refused; the exact sentence of AWS is not known to us.",
    vi: "RunTask trả lời gì khi count lớn hơn 10. Nó bị từ chối; chúng tôi chưa biết nguyên văn câu của AWS.",
  },
  {
    en: "Whether a network interface that cannot be created leaves the containers of the task in PENDING or in STOPPED.",
    vi: "Khi không tạo được giao diện mạng, container của task nằm lại ở PENDING hay ở STOPPED.",
  },
  {
    en: "Which container the kernel kills when all of them together have filled the task. AWS promises nothing; here it is the one that holds most memory.",
    vi: "Khi tất cả container cùng làm đầy bộ nhớ của task, kernel kill cái nào. AWS không hứa gì; ở đây là container đang giữ nhiều bộ nhớ nhất.",
  },
  {
    en: "How Fargate words a dependency that timed out. A failed one was recorded: the task says Task failed to start, the container nothing. Here a timeout says the same.",
    vi: "Fargate viết thế nào khi một dependency hết thời gian chờ. Trường hợp thất bại đã có bản ghi: task ghi Task failed to start, container không ghi gì. Ở đây hết thời gian chờ cũng ghi như vậy.",
  },
  {
    en: "In which order Fargate mounts file systems and pulls images. Here file systems come first; if several things are wrong, only the first shows.",
    vi: "Fargate mount file system và kéo image theo thứ tự nào. Ở đây file system đến trước; nếu có nhiều chỗ sai thì chỉ chỗ đầu tiên lộ ra.",
  },
  {
    en: "What Fargate does when a container that is not essential never starts. Here its task ends when the image cannot be pulled or the log cannot be opened, and goes on when the program cannot start or a dependency has failed. On EC2 the source of the agent says it.",
    vi: "Fargate làm gì khi một container không phải essential chẳng bao giờ khởi động. Ở đây task kết thúc nếu image không kéo được hoặc log không mở được, và chạy tiếp nếu chương trình không khởi động được hoặc dependency đã hỏng. Với EC2, mã nguồn của agent cho biết điều đó.",
  },
  {
    en: "Who wins when placement strategies find several instances equal. Here it is the one that registered first.",
    vi: "Khi các chiến lược xếp chỗ thấy nhiều instance ngang nhau thì instance nào thắng. Ở đây là instance đăng ký trước nhất.",
  },
  {
    en: "How many entries failures has when RunTask finds no container instance, and which reason comes first when several apply. Here each ACTIVE instance has one entry, with constraints last.",
    vi: "Khi RunTask không tìm được container instance, failures có bao nhiêu mục, và nếu có nhiều lý do thì nêu lý do nào. Ở đây mỗi instance ACTIVE có một mục, ràng buộc xét sau cùng.",
  },
  {
    en: "How much memory each instance type registers, and how long a machine takes from RunInstances to ACTIVE. The shares follow published figures (3788 of 4096 MiB), the times user reports of one to three minutes.",
    vi: "Mỗi loại instance đăng ký bao nhiêu bộ nhớ, và máy mất bao lâu từ RunInstances tới ACTIVE. Tỉ lệ ở đây theo các số liệu đã công bố (3788 trên 4096 MiB), thời gian theo người dùng kể: một tới ba phút.",
  },
  {
    en: "What becomes of tasks when an instance is deregistered by force. One page says that they run on without ECS, another that they are stopped. Here they are STOPPED, with the code UserInitiated.",
    vi: "Task ra sao khi instance bị hủy đăng ký bằng force. Một trang nói chúng chạy tiếp ngoài ECS, trang khác nói chúng bị dừng. Ở đây chúng là STOPPED, với mã UserInitiated.",
  },
  {
    en: "Whether StartTask takes an instance that is DRAINING, and what RunTask says when every instance drains. Here StartTask takes it, and RunTask finds no container instances in the cluster.",
    vi: "StartTask có nhận instance đang DRAINING không, và RunTask nói gì khi mọi instance đều đang drain. Ở đây StartTask nhận, còn RunTask báo cluster không có container instance.",
  },
  {
    en: "Whether networkBindings of a container outlive it. Here they stay in the answer of DescribeTasks until the task is gone.",
    vi: "networkBindings của container có còn sau khi nó dừng không. Ở đây chúng vẫn nằm trong câu trả lời của DescribeTasks cho tới khi task biến mất.",
  },
  {
    en: "What EventBridge makes of a RunTask that answers with failures, and whether PutTargets looks at the trust of a target's role. Here a rule calls once and nobody tries again, and a role that EventBridge cannot assume shows when the rule calls.",
    vi: "EventBridge làm gì khi RunTask trả về failures, và PutTargets có xem trust policy của role hay không. Ở đây rule chỉ gọi một lần và không ai thử lại, còn role mà EventBridge không assume được chỉ lộ ra khi rule gọi.",
  },
  {
    en: "How long the scheduler waits for a new task behind a load balancer. Published logs differ: 50 s from “registered” to the end of the old task in a rollout, 18 s when an unhealthy one is replaced. Here one model gives both: the state of a target is seen when it is 8 s old, and the first tasks of a deployment must have run for 40 s.",
    vi: "Scheduler chờ bao lâu với một task mới sau load balancer. Các log đã công bố khác nhau: 50 s từ “registered” tới khi task cũ bị dừng trong một rollout, 18 s khi thay một task unhealthy. Ở đây một mô hình cho ra cả hai: trạng thái của target được thấy khi nó đã 8 s tuổi, và các task đầu tiên của một deployment phải chạy được 40 s.",
  },
  {
    en: "Whether tasks that drain count against maximumPercent. Here they do until they have STOPPED, which makes a rollout without room wait for whole deregistration delays.",
    vi: "Task đang draining có tính vào maximumPercent hay không. Ở đây là có cho tới khi chúng STOPPED, nên một rollout hết chỗ phải chờ trọn deregistration delay.",
  },
];
