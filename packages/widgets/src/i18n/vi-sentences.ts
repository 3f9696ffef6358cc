/** Records of the journal as Vietnamese sentences, by kind and facts; the English ones are the simulator's own. */
import { type CallFacts, type FactsOf, type JournalRecord, type Sentences, sentenceFrom } from "@quayside/simulator";
import { BALANCING_SENTENCES } from "./vi-balancing-sentences.ts";
import { EVENT_SENTENCES } from "./vi-event-sentences.ts";
import { INSTANCE_SENTENCES } from "./vi-instance-sentences.ts";
import { SERVICE_SENTENCES } from "./vi-service-sentences.ts";
import { TRAFFIC_SENTENCES } from "./vi-traffic-sentences.ts";

type ExitFacts = FactsOf<"CONTAINER_EXITED">;

const SENTENCES: Sentences = {
  WORLD_BEGAN: () => "Thế giới bắt đầu.",
  CALL: (facts) => callSentence(facts),
  CLUSTER_CREATED: () => "Cluster đã được tạo.",
  CLUSTER_UPDATED: () => "Các thiết lập của cluster đã được thay đổi.",
  CLUSTER_DELETED: () => "Cluster đã bị xóa.",
  TASK_DEFINITION_REGISTERED: (_, { subject }) => `Đã đăng ký ${shortName(subject)}.`,
  TASK_DEFINITION_DEREGISTERED: (_, { subject }) => `Đã hủy đăng ký ${shortName(subject)}.`,
  TASK_DEFINITION_DELETE_REQUESTED: (_, { subject }) => `${shortName(subject)} sẽ bị xóa.`,
  PLACEMENT_DECIDED: (facts) => placementSentence(facts),
  TASK_CREATED: ({ containerInstanceArn, subnetId }) =>
    containerInstanceArn === undefined
      ? `ECS nhận task và đặt nó vào subnet ${subnetId}.`
      : `ECS nhận task và đặt nó lên container instance ${shortName(containerInstanceArn)}.`,
  ENI_CREATED: (facts) => `Một network interface nhận địa chỉ ${facts.privateIpv4Address}.`,
  ENI_FAILED: (facts) => `Không tạo được network interface: ${facts.reason}`,
  AGENT_CONNECTED: () => "Agent của Fargate đã kết nối với ECS.",
  ENI_ATTACHED: () => "Network interface đã gắn; task ở trạng thái PENDING.",
  RESOURCE_REQUESTED: ({ role, service, names }) =>
    role === undefined
      ? `Agent hỏi ${service} để lấy: ${names.join(", ")}.`
      : `Với execution role ${role}, agent hỏi ${service} để lấy: ${names.join(", ")}.`,
  ECR_AUTHORIZED: (facts) => `Amazon ECR cho agent vào ${facts.registries.join(", ")}.`,
  SECRETS_RESOLVED: (facts) =>
    `Đã đọc ${facts.names.join(", ")} cho ${facts.into.join(", ")}; thay đổi về sau sẽ không được thấy.`,
  ENVIRONMENT_FILES_READ: ({ names, into }) =>
    into.length === 0
      ? `Đã đọc ${names.join(", ")}, và không dòng nào có dạng NAME=VALUE.`
      : `Đã đọc ${names.join(", ")} cho ${into.join(", ")}; thay đổi về sau sẽ không được thấy.`,
  REGISTRY_CREDENTIALS_READ: (facts) => `Đã đọc tên đăng nhập và mật khẩu từ ${facts.names.join(", ")}.`,
  FILE_SYSTEMS_MOUNTED: (facts) => `Đã mount ${facts.names.join(", ")} qua ${facts.availabilityZone}.`,
  RESOURCE_FAILED: (facts) => `Task không lấy được thứ nó cần: ${facts.reason}`,
  DEPENDENCY_MET: () => "Điều container chờ đã có; tiếp theo container được tạo.",
  DEPENDENCY_AWAITED: (facts) => `Container chờ ${facts.waitsFor}.`,
  PULL_STARTED: ({ image, timesSlower }) =>
    `Bắt đầu kéo image ${image}.${timesSlower === undefined ? "" : ` Registry đang chậm: mất thời gian gấp ${timesSlower} lần.`}`,
  PULL_STOPPED: (facts) => `Image đã về (${facts.sizeMB} MB).`,
  PULL_FAILED: (facts) => `Không kéo được image: ${facts.reason}`,
  START_FAILED: (facts) => `Container không khởi động được: ${facts.reason}`,
  LOG_GROUP_CREATED: (_, { subject }) => `Log group ${subject} đã được tạo.`,
  LOG_GROUP_DELETED: (_, { subject }) => `Log group ${subject} đã bị xóa cùng mọi thứ bên trong.`,
  LOG_RETENTION_SET: (facts, { subject }) => `${subject} giữ các event trong ${facts.retentionInDays} ngày.`,
  LOG_STREAM_CREATED: (facts, { subject }) => `Log stream ${subject} đã được tạo trong ${facts.logGroupName}.`,
  CONTAINER_CREATED: () => "Container đã được tạo.",
  CONTAINER_STARTED: () => "Tiến trình của container đã chạy.",
  EXEC_AGENT_STARTED: () => "Agent của ECS Exec chạy bên cạnh tiến trình của container: có thể mở phiên.",
  EXEC_AGENT_FAILED: ({ reason }) =>
    `Agent của ECS Exec không chạy được: root file system của container chỉ đọc (readonlyRootFilesystem), mà agent phải ghi. ${reason}`,
  EXEC_SESSION_OPENED: ({ command }) => `Có người mở một phiên trong container bằng ECS Exec: ${command}.`,
  EXEC_LINE_RUN: ({ line, exitCode }) => `Trong container, với quyền root: ${line} (mã thoát ${exitCode}).`,
  PROCESS_RESUMED: () => "Chương trình chạy tiếp sau một lần sleep.",
  TASK_ACTIVATING: () => "Mọi container đã chạy; tiếp theo service đăng ký task với load balancer.",
  TASK_RUNNING: () => "Mọi container đã chạy; task ở trạng thái RUNNING.",
  HEALTH_CHANGED: (facts) => `Health check ${facts.passed ? "đạt" : "không đạt"}: container là ${facts.healthStatus}.`,
  CONTAINER_STOP_BY_HAND: () =>
    "Có người dừng container ngay trên instance bằng docker stop: ECS không hề yêu cầu việc đó.",
  CONTAINER_HANGS: () => "Tiến trình của container bị treo: nó vẫn chạy và giữ cổng, nhưng ai hỏi cũng chờ vô ích.",
  CONTAINER_KILLED: () => "Có người giết tiến trình của container từ bên ngoài ECS: SIGKILL, không kịp dọn dẹp gì.",
  CONTAINER_EXITED: (facts) =>
    `Container ${facts.essential ? "essential" : "không essential"} thoát với mã ${facts.exitCode}${facts.reason === undefined ? "" : ` (${facts.reason})`}.${memorySentence(facts.memory)}${restartSentence(facts.restart)}`,
  CONTAINER_RESTARTED: (facts) => `Restart policy đã khởi động lại container (lần ${facts.restartCount}).`,
  CONTAINER_ABANDONED: () => "Container bị bỏ trước khi chạy.",
  TASK_STOP_REQUESTED: (facts) => `Task sẽ dừng (${facts.stopCode}): ${facts.stoppedReason}`,
  TASK_STOP_STARTED: ({ lastStatus }) =>
    lastStatus === "RUNNING" || lastStatus === "PENDING"
      ? `Agent của Fargate bắt đầu dừng task; ECS vẫn hiện ${lastStatus} cho đến khi biết mọi container đã dừng.`
      : `ECS bắt đầu dừng task: trạng thái là ${lastStatus}.`,
  EXIT_REPORTED: ({ containers }) => `ECS đã biết ${containers.join(", ")} đã dừng.`,
  TASK_DEACTIVATED: () => "Không còn gì phải hủy đăng ký; tiếp theo các container được dừng.",
  SIGTERM_SENT: ({ signal = "SIGTERM", stopTimeoutMs }) =>
    `Container nhận ${signal} và có ${stopTimeoutMs / 1000} giây trước SIGKILL.`,
  SIGKILL_SENT: () => "Hết thời gian chờ dừng: container nhận SIGKILL.",
  CONTAINERS_STOPPED: () => "ECS biết mọi container đã dừng; tiếp theo network interface được gỡ.",
  TASK_STOPPED: ({ hadInterface }) =>
    hadInterface === false
      ? "Mọi container đã dừng và không còn gì phải gỡ; task ở trạng thái STOPPED."
      : "Network interface đã gỡ; task ở trạng thái STOPPED.",
  TASK_EXPIRED: () => "Đã qua một giờ: ECS không còn hiện task đã dừng.",
  IMAGE_DECLARED: ({ image, behavesLike }) => `Từ giờ ${image} tồn tại và hoạt động như ${behavesLike}.`,
  IMAGE_PUSHED: (facts, { subject }) =>
    `Có người đẩy lên một bản build mới: từ giờ ${subject}:${facts.tag} là ${facts.imageDigest.slice(0, 19)}.`,
  LOG_LINES_LOST: ({ lost, bufferBytes }) =>
    `${lost} dòng log bị mất: bộ đệm ${bufferBytes} byte đã đầy, và ở chế độ non-blocking driver bỏ những gì không vừa. CloudWatch Logs chỉ có một khoảng trống.`,
  OBJECT_PUT: (_, { subject }) => `Có người đặt một văn bản vào Amazon S3: ${subject}.`,
  REGISTRY_SPEED_CHANGED: ({ timesSlower }, { subject }) =>
    timesSlower === 1
      ? `Việc kéo image từ ${placeOf(subject)} lại nhanh như thường.`
      : `Từ giờ, kéo image từ ${placeOf(subject)} mất thời gian gấp ${timesSlower} lần.`,
  PULLS_BROKEN: ({ why, count }, { subject }) =>
    `${count === undefined ? "Mọi lần" : `${count} lần tới`} kéo image từ ${placeOf(subject)} sẽ thất bại: ${FAULTS[why]}.`,
  PULLS_MENDED: (_, { subject }) => `Việc kéo image từ ${placeOf(subject)} lại thành công.`,
  CONNECTION_TESTED: ({ from, to, port, reaches, sentence }) =>
    `${from} ${reaches ? "đến được" : "không đến được"} ${to} qua cổng ${port}. ${sentence}`,
  SECURITY_GROUP_CREATED: ({ groupName }) => `Đã tạo security group ${groupName}: không ai vào, ai cũng ra được.`,
  SECURITY_GROUP_DELETED: ({ groupName }) => `Đã xóa security group ${groupName}.`,
  SECURITY_GROUP_RULES_ADDED: (facts, { subject }) => `${subject} cho phép thêm: ${rulesOf(facts)}.`,
  SECURITY_GROUP_RULES_REMOVED: (facts, { subject }) => `${subject} không còn cho phép: ${rulesOf(facts)}.`,
  ROUTE_CREATED: ({ destination, target }, { subject }) => `${subject} gửi ${destination} đến ${target}.`,
  ROUTE_REPLACED: ({ destination, target, before }, { subject }) =>
    `${subject} gửi ${destination} đến ${target} thay cho ${before}.`,
  ROUTE_DELETED: ({ destination, target }, { subject }) => `${subject} không còn gửi ${destination} đến ${target}.`,
  NAT_GATEWAY_CREATED: ({ subnetId }, { subject }) => `NAT gateway ${subject} đang được dựng trong subnet ${subnetId}.`,
  NAT_GATEWAY_AVAILABLE: (_, { subject }) => `NAT gateway ${subject} đã sẵn sàng.`,
  NAT_GATEWAY_DELETING: (_, { subject }) => `NAT gateway ${subject} đang bị xóa: các route đến nó không dẫn tới đâu.`,
  NAT_GATEWAY_DELETED: (_, { subject }) => `NAT gateway ${subject} đã biến mất, địa chỉ của nó được trả lại.`,
  NAT_GATEWAY_EXPIRED: (_, { subject }) => `EC2 không còn hiện NAT gateway ${subject}.`,
  VPC_ENDPOINT_CREATED: ({ serviceName }, { subject }) => `Đã tạo endpoint ${subject} cho ${serviceName}.`,
  VPC_ENDPOINT_AVAILABLE: ({ serviceName }, { subject }) => `Từ giờ endpoint ${subject} dẫn đến ${serviceName}.`,
  VPC_ENDPOINT_MODIFIED: (_, { subject }) => `Endpoint ${subject} đã được thay đổi.`,
  VPC_ENDPOINT_DELETING: (_, { subject }) => `Endpoint ${subject} đang bị xóa.`,
  VPC_ENDPOINT_DELETED: ({ serviceName }, { subject }) => `Endpoint ${subject} cho ${serviceName} đã biến mất.`,
  FARGATE_CAPACITY_GONE: ({ availabilityZones }) =>
    `Từ giờ Fargate không còn chỗ cho task mới ở ${availabilityZones.join(", ")}.`,
  FARGATE_CAPACITY_BACK: ({ availabilityZones }) => `Fargate lại có chỗ ở ${availabilityZones.join(", ")}.`,
  ALARM_STATE_CHANGED: ({ stateValue }, { subject }) => `Alarm ${subject} đang ở trạng thái ${stateValue}.`,
  RESOURCE_TAGGED: () => "Đã thêm tag.",
  RESOURCE_UNTAGGED: () => "Đã bỏ tag.",
  ...INSTANCE_SENTENCES,
  ...SERVICE_SENTENCES,
  ...BALANCING_SENTENCES,
  ...EVENT_SENTENCES,
  ...TRAFFIC_SENTENCES,
};

const FAULTS: Readonly<Record<FactsOf<"PULLS_BROKEN">["why"], string>> = {
  unreachable: "không ai trả lời",
  "server-error": "registry trả lời 503 Service Unavailable",
  "rate-limit": "đã chạm giới hạn kéo image không đăng nhập của Docker Hub",
};

function placeOf(scope: string): string {
  return scope === "*" ? "mọi registry" : scope;
}

/** One sentence about a record. */
export function vietnameseSentence(record: JournalRecord): string {
  return sentenceFrom(SENTENCES, record);
}

function callSentence({ service, operation, outcome }: CallFacts): string {
  const call = service === "quayside" ? `Từ bên ngoài ECS: ${operation}` : `Bạn gọi ${operation}`;
  return outcome.ok ? `${call}.` : `${call}; lời gọi bị từ chối: ${outcome.error.code}: ${outcome.error.message}`;
}

function placementSentence(facts: FactsOf<"PLACEMENT_DECIDED">): string {
  if (facts.placed) return `Placement chọn container instance ${shortName(facts.containerInstanceArn)}.`;
  const reasons = new Set(facts.failures.map(({ reason }) => reason));
  return `Placement không tìm được container instance nào cho task${reasons.size === 0 ? "" : `: ${[...reasons].join(", ")}`}.`;
}

function memorySentence(memory: ExitFacts["memory"]): string {
  if (memory === undefined) return "";
  return ` Nó bị kill ở mức ${memory.limitMiB} MiB, ${memory.limit === "task" ? "là bộ nhớ của cả task" : "là hard limit của chính nó"}.`;
}

function restartSentence(verdict: ExitFacts["restart"]): string {
  if (verdict === undefined) return "";
  if (verdict.restarts) return " Restart policy sẽ khởi động lại nó.";
  if (verdict.because === "ignored-exit-code") return " Restart policy bỏ qua exit code này.";
  const ranFor = Math.floor(verdict.ranForMs / 1000);
  return ` Nó chạy được ${ranFor} giây; restart policy đòi ${verdict.restartAttemptPeriod} giây.`;
}

function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Rules of a security group in few words: `tcp 80 ← 0.0.0.0/0`. */
function rulesOf({ rules, direction }: FactsOf<"SECURITY_GROUP_RULES_ADDED">): string {
  const arrow = direction === "ingress" ? "←" : "→";
  return rules
    .map(({ protocol, fromPort, toPort, peer }) => {
      const ports = fromPort === toPort ? String(fromPort) : `${fromPort}-${toPort}`;
      return `${protocol === "-1" ? "mọi thứ" : `${protocol} ${ports}`} ${arrow} ${peer}`;
    })
    .join(", ");
}
