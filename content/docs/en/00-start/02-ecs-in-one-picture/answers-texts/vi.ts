/** Hints, and feedback on mistakes, of lab 00/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Trong ba thứ này, cái nào là nơi chốn, cái nào là bản kế hoạch, và cái nào thực sự chạy?",
    "Ba thao tác lần lượt là CreateCluster, RegisterTaskDefinition và RunTask. Một revision có thể chạy bao nhiêu lần tùy ý; RunTask có tham số count.",
    "aws ecs create-cluster --cluster-name TÊN, tiếp theo aws ecs register-task-definition --cli-input-json file://app.json, rồi aws ecs run-task --cluster TÊN --count 2 ... kèm launch type và mạng.",
  ],
  mistakes: {
    "cluster-missing":
      "RunTask không tìm thấy cluster. Khi không có --cluster, nó tìm cluster tên default; trong tài khoản mới thì chưa có cluster nào cho tới khi bạn tạo.",
    "two-revisions":
      "Có hai task đang chạy, nhưng từ hai revision khác nhau. Đăng ký lần nữa luôn tạo revision mới dù không đổi gì; muốn có bản sao thì chạy lại cùng một revision.",
    "one-after-another":
      "Bản sao đầu đã bị dừng trước khi bản thứ hai chạy. Các task của cùng một revision không thay thế nhau: cả hai có thể cùng chạy.",
  },
};
