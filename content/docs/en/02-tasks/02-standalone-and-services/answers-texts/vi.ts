/** Hints, and feedback on mistakes, of lab 02/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ai biết phải có bao nhiêu task: ECS, hay chỉ mình bạn?",
    "RunTask có count rồi quên nó; CreateService có desired count và giữ đúng nó. aws ecs describe-services cho thấy trong events service đã làm gì. Service ra đi khi không còn ai cần gì ở nó.",
    "aws ecs create-service --service-name web --task-definition webserver --desired-count 3 --launch-type FARGATE --network-configuration ..., với mạng của lệnh run-task. Để kết thúc: update-service --desired-count 0, delete-service, và stop-task cho những task chưa bao giờ thuộc service.",
  ],
  mistakes: {
    "counts-the-others":
      "Service chỉ đếm những task do chính nó khởi động. Những task bạn chạy có cùng definition nhưng khác group: chúng không phải của nó.",
    "replaced-by-hand":
      "Vừa rồi chính bạn là scheduler: bạn thấy thiếu một bản và khởi động nó. Bản tiếp theo có thể mất giữa đêm. Thứ so sánh và khởi động thay bạn là service.",
    "stopped-one-by-one":
      "Mỗi task bạn dừng làm service thiếu một bản, và nó khởi động bản khác. Nó chỉ thôi khi desired count bảo thế, không phải khi task của nó dừng.",
    "not-at-zero":
      "DeleteService bảo vệ những gì còn được cần. Trước hết hãy nói rằng không còn cần gì nữa, hoặc nói rõ rằng bạn thật sự muốn xóa.",
    "forgot-the-others":
      "Service đã mang theo task của nó. Những task độc lập chưa bao giờ là của nó, và chúng chạy tiếp tới khi bạn dừng.",
    "job-in-a-service":
      "hello tự kết thúc khi xong việc. Service coi mỗi lần kết thúc là một lần mất và khởi động lại mãi. Thứ chỉ cần chạy một lần thì chạy bằng RunTask.",
  },
  facts: "Điều đã xảy ra với các task.",
};
