/** What happens to services and their deployments as Vietnamese sentences, by the kind of the record. */
import type { FactsOf, Sentences, ServiceKind } from "@quayside/simulator";
import { VI_BOUND_WORDS } from "./vi-bound-words.ts";

const last = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

type Decision = FactsOf<"SERVICE_DECIDED">;
type Motive = Decision["acts"][number]["motive"];

const MOTIVES: { readonly [Each in Motive]: string } = {
  "scale-out": "đang chạy ít hơn số mong muốn",
  "scale-in": "đang chạy nhiều hơn số mong muốn",
  rollout: "một revision mới đang được triển khai",
  replace: "những task khác unhealthy",
  daemon: "mỗi instance phù hợp có một task",
  drain: "instance của chúng đang DRAINING",
  deleted: "service bị xóa",
  rebalance: "các zone không đều nhau",
};

const actText = ({ does, count, motive }: Decision["acts"][number]): string =>
  `${does === "start" ? "khởi chạy" : "dừng"} ${count} (${MOTIVES[motive]})`;

function targetTexts({ deregistered = 0, drained = 0, registered = 0 }: Partial<Decision["targets"]> = {}): string[] {
  return [
    ...(deregistered > 0 ? [`hủy đăng ký target của ${deregistered}`] : []),
    ...(drained > 0 ? [`cho dừng container của ${drained} đã draining xong`] : []),
    ...(registered > 0 ? [`đăng ký target của ${registered}`] : []),
  ];
}

function decisionText({ desired, healthy, total, acts, targets, bounds }: Decision): string {
  const seen = `Service scheduler thấy ${healthy} healthy trên ${total}, cần ${desired}`;
  const done = [...targetTexts(targets), ...acts.map(actText)];
  const does = done.length === 0 ? "nó không làm gì" : `nó ${done.join(" và ")}`;
  const held = bounds.length === 0 ? "" : `: ${bounds.map((bound) => VI_BOUND_WORDS[bound]).join("; ")}`;
  return `${seen}; ${does}${held}.`;
}

export const SERVICE_SENTENCES: Sentences<ServiceKind> = {
  SERVICE_CREATED: ({ desiredCount }, { subject }) =>
    `Service ${last(subject)} đã được tạo; nó phải giữ cho ${desiredCount} task luôn chạy.`,
  SERVICE_UPDATED: ({ changed }, { subject }) =>
    changed.length === 0
      ? `Service ${last(subject)} giữ nguyên.`
      : `Service ${last(subject)} đã đổi: ${changed.join(", ")}.`,
  SERVICE_DELETE_REQUESTED: ({ force }, { subject }) =>
    `Service ${last(subject)} sẽ bị xóa${force ? " cùng các task của nó" : ""}: nó đang DRAINING.`,
  SERVICE_INACTIVE: (_, { subject }) => `Service ${last(subject)} đã INACTIVE: không còn task nào của nó.`,
  SERVICE_EXPIRED: (_, { subject }) => `ECS không còn hiện service ${last(subject)}.`,
  SERVICE_DECIDED: (facts) => decisionText(facts),
  SERVICE_RESTS: (_, { subject }) => `Scheduler nhìn vào ${last(subject)} và không có gì phải làm.`,
  SERVICE_BAKES: ({ forMs }) =>
    `Đã đủ số task healthy cần có; deployment được theo dõi ${forMs / 60_000} phút trước khi được coi là COMPLETED.`,
  SERVICE_STEADY: ({ desiredCount }, { subject }) =>
    desiredCount === 0
      ? `${last(subject)} không cần task nào, và không còn task nào cần chạy: steady state.`
      : `${last(subject)} có đủ ${desiredCount} task, tất cả đều healthy: steady state.`,
  SERVICE_EVENT: ({ message }) => `Event: ${message}`,
  DEPLOYMENT_STARTED: ({ taskDefinitionArn }, { subject }) =>
    `Deployment ${subject} bắt đầu, với ${last(taskDefinitionArn)}.`,
  DEPLOYMENT_COMPLETED: ({ enough }, { subject }) =>
    `Deployment ${subject} đã COMPLETED${enough === undefined ? "" : `: theo earlySuccessCriteria, ${enough} task healthy là đủ`}.`,
  DEPLOYMENT_FAILED: ({ why, failedTasks, threshold, alarmNames, reason = "" }, { subject }) =>
    ({
      breaker: `Deployment ${subject} đã FAILED: ${failedTasks} task thất bại, circuit breaker cho phép ít hơn ${threshold}.`,
      alarm: `Deployment ${subject} đã FAILED: ${alarmNames.join(", ")} chuyển sang ALARM khi đợt triển khai còn đang chạy.`,
      asked: `Deployment ${subject} bị bỏ: StopServiceDeployment yêu cầu rollback.`,
      hook: `Deployment ${subject} đã FAILED: ${reason}`,
      stage: `Deployment ${subject} đã FAILED: ${reason}`,
      network: `Deployment ${subject} đã FAILED: ${reason}`,
    })[why],
  ROLLBACK_STARTED: ({ from }, { subject }) => `Service quay từ ${from} về deployment ${subject}.`,
  STOP_DEPLOYMENT_REQUESTED: () => "Đợt triển khai sẽ dừng và được rollback.",
  STAGE_ENTERED: ({ stage, isRollback, step, steps, testWeight, productionWeight, movesTraffic }) => {
    const at = steps > 1 && stage === "PRODUCTION_TRAFFIC_SHIFT" && !isRollback ? `, bước ${step} trên ${steps}` : "";
    const weights = movesTraffic
      ? `revision mới phải nhận ${testWeight} % lưu lượng thử và ${productionWeight} % lưu lượng thật`
      : "không có load balancer: ECS không chuyển lưu lượng";
    return `${isRollback ? "Quay lại" : "Giai đoạn"}: ${stage}${at}; ${weights}.`;
  },
  STAGE_WAITS: ({ stage, untilMs, waitsFor }) =>
    `${stage} ${waitsFor === "hooks" ? "đang chờ các hook của nó" : untilMs === undefined ? "không đi tiếp" : "còn kéo dài"}: các task đã đúng như cần có.`,
  HOOK_CALLED: ({ stage, functionArn, invocation }) =>
    `${stage} gọi hook ${functionArn}${invocation === 1 ? "" : `, lần thứ ${invocation}`}.`,
  HOOK_AWAITING_ACTION: ({ stage, hookId }) =>
    `${stage} tạm dừng: ContinueServiceDeployment với ${hookId} sẽ cho đi tiếp hoặc rollback.`,
  HOOK_ANSWERED: ({ stage, functionArn, answer }) =>
    answer === "NO_STATUS"
      ? `Hook ${functionArn} của ${stage} trả lời mà không có hookStatus.`
      : `Hook ${functionArn} của ${stage} trả lời ${answer}.`,
  HOOK_TIMED_OUT: ({ stage, timeoutAction }) =>
    `Một hook của ${stage} không xong kịp giờ: ${timeoutAction === "CONTINUE" ? "deployment đi tiếp" : "deployment được rollback"}.`,
  HOOK_CONTINUED: ({ stage, action }) =>
    action === "CONTINUE"
      ? `Tạm dừng ở ${stage} đã hết: deployment đi tiếp.`
      : `Tạm dừng ở ${stage} đã hết: deployment được rollback.`,
  HOOK_DECLARED: ({ answers, seconds }, { subject }) =>
    `Hàm ${subject} sẽ trả lời ${answers.join(", rồi ")}, ${seconds} giây sau mỗi lần gọi.`,
  TASK_SET_CREATED: ({ taskDefinitionArn, scale }, { subject }) =>
    `Task set ${subject} đã được tạo, với ${last(taskDefinitionArn)} và ${scale} % số task mà service cần.`,
  TASK_SET_SCALED: ({ scale }, { subject }) => `Task set ${subject} phải có ${scale} % số task mà service cần.`,
  TASK_SET_MADE_PRIMARY: (_, { subject }) => `Task set ${subject} giờ là PRIMARY.`,
  TASK_SET_DELETE_REQUESTED: ({ force }, { subject }) =>
    `Task set ${subject} sẽ bị xóa${force ? " cùng các task của nó" : ""}: nó đang DRAINING.`,
  TASK_SET_STABILITY_CHANGED: ({ stabilityStatus }, { subject }) =>
    `Task set ${subject} ở trạng thái ${stabilityStatus}.`,
  TASK_SET_GONE: (_, { subject }) => `Task set ${subject} đã biến mất: không còn task nào của nó.`,
  TASK_PROTECTION_CHANGED: ({ expiresAtMs }, { subject }) =>
    expiresAtMs === undefined
      ? `Task ${last(subject)} không còn được bảo vệ khỏi scale-in.`
      : `Task ${last(subject)} được bảo vệ khỏi scale-in và deployment trong một thời gian.`,
};
