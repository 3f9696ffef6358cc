/** Hints, and feedback on mistakes, of lab 02/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ai quyết định một web server đã xong việc, và với một job thì ai quyết định?",
    "Sau khi yêu cầu dừng, task còn qua ba trạng thái nữa mới tới STOPPED; hãy để thời gian trôi và đọc lastStatus, stopCode, stoppedReason cùng các mốc thời gian trong inspector hoặc bằng aws ecs describe-tasks.",
    "Chỉ dùng aws ecs stop-task --task ... cho web server, sau khi nó đã RUNNING. Với hello thì chỉ cần chạy: nó thoát sau khi khởi động năm giây. Sau đó chờ khoảng một phút.",
  ],
  mistakes: {
    "not-over-yet":
      "StopTask chỉ đặt desiredStatus. Task đang trên đường dừng: các container dừng trước, sau đó network interface bị gỡ. Hãy để thời gian trôi tiếp.",
    "stopped-the-job":
      "Bạn đã dừng job trước khi nó kịp xong, nên ECS ghi nguyên nhân là bạn. Hãy so exit code của nó với một job được để yên.",
    "second-web-server":
      "Một web server đã dừng, nhưng một cái khác vẫn chạy. Dừng một task không ảnh hưởng gì đến các bản sao của nó.",
  },
};
