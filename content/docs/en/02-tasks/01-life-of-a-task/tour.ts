/** Tour of lab 02/01: one task through every status, and who does what in each. */
import { defineTour, runTask, stopTask, text } from "@quayside/grader";

const family = "webserver";

export default defineTour({
  title: text("One task, from first to last status", "Một task, từ trạng thái đầu tới trạng thái cuối"),
  stops: [
    {
      does: [runTask({ family })],
      until: { kind: "TASK_CREATED", family },
      shows: "status:PROVISIONING",
      says: text(
        "`PROVISIONING`. `createdAt` is there and `desiredStatus` is already `RUNNING`: that is where ECS wants the task. The subnet is known, the address is not.",
        "`PROVISIONING`. Đã có `createdAt`, và `desiredStatus` đã là `RUNNING`: đó là nơi ECS muốn task tới. Đã biết subnet, chưa biết địa chỉ.",
      ),
    },
    {
      until: { kind: "AGENT_CONNECTED", family },
      shows: "task",
      says: text(
        "Fargate has found a machine, and the agent on it has reported: `connectivity` is `CONNECTED`.",
        "Fargate đã tìm được máy, và agent trên đó đã báo về: `connectivity` là `CONNECTED`.",
      ),
    },
    {
      until: { kind: "ENI_ATTACHED", family },
      shows: "eni",
      says: text(
        "The network interface is attached, and the task goes on to `PENDING`. From here on the agent works: images, containers.",
        "Network interface đã gắn xong và task sang `PENDING`. Từ đây là việc của agent: image, rồi container.",
      ),
    },
    {
      until: { kind: "PULL_STOPPED", family },
      shows: "container",
      says: text(
        "`pullStoppedAt`: the image is here. A task that hangs in `PENDING` mostly hangs in front of this: no route to the registry, or no right to pull.",
        "`pullStoppedAt`: image đã về. Task kẹt ở `PENDING` phần lớn là kẹt trước chỗ này: không có đường tới registry, hoặc không có quyền kéo.",
      ),
    },
    {
      until: { kind: "TASK_RUNNING", family },
      shows: "status:RUNNING",
      says: text(
        "`RUNNING`, and `startedAt` is written. For once `lastStatus` and `desiredStatus` say the same.",
        "`RUNNING`, và `startedAt` được ghi lại. Lúc này `lastStatus` và `desiredStatus` mới nói cùng một điều.",
      ),
    },
    {
      does: [stopTask(family)],
      until: { kind: "TASK_STOP_STARTED", family },
      shows: "status:DEACTIVATING",
      says: text(
        "`StopTask` sets `desiredStatus` to `STOPPED` at once; `lastStatus` follows. `DEACTIVATING` is where a task behind a load balancer leaves its target group.",
        "`StopTask` đặt ngay `desiredStatus` thành `STOPPED`; `lastStatus` đi theo sau. `DEACTIVATING` là lúc task đứng sau load balancer rời target group.",
      ),
    },
    {
      until: { kind: "SIGTERM_SENT", family },
      shows: "status:STOPPING",
      says: text(
        "`STOPPING`: the container gets SIGTERM and has `stopTimeout`, 30 seconds by default, to end. nginx needs a moment. Who does not listen gets SIGKILL.",
        "`STOPPING`: container nhận SIGTERM và có `stopTimeout`, mặc định 30 giây, để kết thúc. nginx chỉ cần một lát. Ai không nghe sẽ nhận SIGKILL.",
      ),
    },
    {
      until: { kind: "CONTAINERS_STOPPED", family },
      shows: "status:DEPROVISIONING",
      says: text(
        "`DEPROVISIONING`: no container runs any more, but the network interface still has to be removed. Its address is taken until then.",
        "`DEPROVISIONING`: không còn container nào chạy, nhưng network interface vẫn phải được gỡ. Tới lúc đó địa chỉ của nó vẫn bị chiếm.",
      ),
    },
    {
      until: { kind: "TASK_STOPPED", family },
      shows: "tray",
      says: text(
        "`STOPPED`, for good. The record stays for about an hour: `stopCode`, `stoppedReason` and the exit codes tell why.",
        "`STOPPED`, không quay lại nữa. Hồ sơ còn chừng một giờ: `stopCode`, `stoppedReason` và exit code cho biết vì sao.",
      ),
    },
    {
      shows: "lab:inspector",
      says: text(
        "In the inspector, each of these moments is a timestamp. Your lab waits untouched: run the job `hello` as well, and compare who was first.",
        "Trong bảng chi tiết, mỗi thời điểm ấy là một mốc thời gian. Lab của bạn vẫn còn nguyên: hãy chạy cả job `hello` rồi so xem ai dừng trước.",
      ),
    },
  ],
});
