/** What the tour says in lab 02/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một task, từ trạng thái đầu tới trạng thái cuối",
  stops: [
    "`PROVISIONING`. Đã có `createdAt`, và `desiredStatus` đã là `RUNNING`: đó là nơi ECS muốn task tới. Đã biết subnet, chưa biết địa chỉ.",
    "Fargate đã tìm được máy, và agent trên đó đã báo về: `connectivity` là `CONNECTED`.",
    "Network interface đã gắn xong và task sang `PENDING`. Từ đây là việc của agent: image, rồi container.",
    "`pullStoppedAt`: image đã về. Task kẹt ở `PENDING` phần lớn là kẹt trước chỗ này: không có đường tới registry, hoặc không có quyền kéo.",
    "`RUNNING`, và `startedAt` được ghi lại. Lúc này `lastStatus` và `desiredStatus` mới nói cùng một điều.",
    "`StopTask` đặt ngay `desiredStatus` thành `STOPPED`; `lastStatus` vẫn là `RUNNING`. Chỉ task đứng sau load balancer hay có trong service discovery mới có chỗ để rời: lúc này nó sẽ ở `DEACTIVATING`.",
    "Container đã nhận tín hiệu dừng, có `stopTimeout`, mặc định 30 giây, để kết thúc, và nginx chỉ cần một lát. Ai không nghe sẽ nhận SIGKILL. ECS chưa biết: mười giây nữa mới được báo.",
    "`DEPROVISIONING`: giờ ECS biết không còn container nào chạy, nhưng network interface vẫn phải được gỡ. Tới lúc đó địa chỉ của nó vẫn bị chiếm.",
    "`STOPPED`, không quay lại nữa. Hồ sơ còn chừng một giờ: `stopCode`, `stoppedReason` và exit code cho biết vì sao.",
    "Trong bảng chi tiết, mỗi thời điểm ấy là một mốc thời gian. Lab của bạn vẫn còn nguyên: hãy chạy cả job `hello` rồi so xem ai dừng trước.",
  ],
};
