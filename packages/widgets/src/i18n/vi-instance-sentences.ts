/** What happens to EC2 instances and container instances as Vietnamese sentences, by the kind of the record. */
import type { InstanceKind, Sentences } from "@quayside/simulator";

const last = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

export const INSTANCE_SENTENCES: Sentences<InstanceKind> = {
  ACCOUNT_SETTING_PUT: ({ value }, { subject }) => `Từ giờ account setting ${subject} là ${value}.`,
  ACCOUNT_SETTING_DELETED: (_, { subject }) => `Account setting ${subject} trở lại giá trị mặc định.`,
  INSTANCE_LAUNCHED: ({ instanceType }, { subject }) => `EC2 khởi chạy ${subject}, loại ${instanceType}; máy tự boot.`,
  INSTANCE_STARTING: (_, { subject }) => `EC2 bật lại ${subject}.`,
  INSTANCE_RUNNING: (_, { subject }) => `${subject} đang chạy; ECS agent bắt đầu khi hệ thống đã boot xong.`,
  INSTANCE_STOPPING: (_, { subject }) => `EC2 dừng ${subject}.`,
  INSTANCE_STOPPED: (_, { subject }) => `${subject} đã dừng. ECS vẫn giữ container instance và sắp thấy mất agent.`,
  INSTANCE_SHUTTING_DOWN: (_, { subject }) => `EC2 hủy (terminate) ${subject}.`,
  INSTANCE_TERMINATED: (_, { subject }) => `${subject} đã bị terminate.`,
  INSTANCE_EXPIRED: (_, { subject }) => `EC2 không còn hiện ${subject} đã terminate.`,
  AGENT_PROBLEM: ({ problem }, { subject }) => `ECS agent trên ${subject} không đăng ký được: ${problem}`,
  AGENT_RESTARTED: (_, { subject }) => `ECS agent trên ${subject} được khởi động lại và thử đăng ký.`,
  CONTAINER_INSTANCE_REGISTERED: ({ ec2InstanceId }, { subject }) =>
    `ECS agent trên ${ec2InstanceId} đã đăng ký container instance ${last(subject)}; có thể đặt task lên đó.`,
  CONTAINER_INSTANCE_DRAINING: (_, { subject }) =>
    `Container instance ${last(subject)} ở trạng thái DRAINING: không task nào được đặt thêm, task độc lập ở lại.`,
  CONTAINER_INSTANCE_ACTIVE: (_, { subject }) =>
    `Container instance ${last(subject)} lại ACTIVE: nó nhận task trở lại.`,
  CONTAINER_INSTANCE_DEREGISTERED: (_, { subject }) => `Container instance ${last(subject)} đã rời cluster.`,
  CONTAINER_INSTANCE_EXPIRED: (_, { subject }) =>
    `ECS không còn hiện container instance ${last(subject)} đã hủy đăng ký.`,
  ATTRIBUTES_PUT: ({ attributes }, { subject }) =>
    `Container instance ${last(subject)} từ giờ mang ${attributes.join(", ")}; việc xếp chỗ đọc nó từ task tiếp theo.`,
  ATTRIBUTES_DELETED: ({ attributes }, { subject }) =>
    `Container instance ${last(subject)} không còn mang ${attributes.join(", ")}; task đang chạy ở đó vẫn ở lại.`,
  AGENT_UPDATE_MOVED: ({ status, agentVersion }, { subject }) =>
    status === "UPDATED"
      ? `Agent của container instance ${last(subject)} đã cập nhật: giờ là phiên bản ${agentVersion}.`
      : `Việc cập nhật agent của container instance ${last(subject)} đang ${status}.`,
  AGENT_DISCONNECTED: (_, { subject }) =>
    `ECS mất liên lạc với agent của container instance ${last(subject)}: container vẫn chạy nhưng không ai thấy, không task nào được đặt lên đó.`,
  AGENT_RECONNECTED: (_, { subject }) => `Agent của container instance ${last(subject)} đã kết nối lại.`,
  AGENT_AWAITED: () => "Agent của instance không nghe được rằng task phải dừng; nó sẽ được báo khi kết nối lại.",
  HOST_RESOURCES_AWAITED: ({ agentConnected }) =>
    agentConnected === false
      ? "Task chờ agent của instance kết nối."
      : "Task chờ trên instance: ECS đã coi phần của task đang dừng là trống, nhưng máy thì chưa.",
  HOST_RESOURCES_TAKEN: () => "Máy đã có chỗ: agent bắt đầu với task.",
  HOST_LOST: ({ stoppedReason }) => `Task mất cùng với máy của nó: ${stoppedReason}`,
};
