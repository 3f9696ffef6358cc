/** Hints, and feedback on mistakes, of lab 06/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ai đếm những task thất bại, và khi tới con số thì chuyện gì xảy ra?",
    "aws ecs list-service-deployments nêu deployment đang diễn ra, stop-service-deployment quay lại từ nó. Circuit breaker là một phần của deployment configuration và có hai công tắc: enable và rollback.",
    'aws ecs update-service --service web --task-definition webserver:2 --deployment-configuration "deploymentCircuitBreaker={enable=true,rollback=true}". Với clock hãy thêm thresholdConfiguration={type=COUNT,value=2}, và bắt đầu bằng một revision chạy được.',
  ],
  mistakes: {
    "only-waited":
      "Có người đếm: hãy xem failedTasks. Nhưng không có circuit breaker thì con số ấy không dẫn tới đâu. Service khởi động task kế tiếp, rồi kế tiếp nữa, cho tới khi có ai kết thúc deployment.",
    "stopped-tasks": "Bạn dừng gì thì service thay nấy, từ cùng revision. Thứ phải dừng là deployment.",
    "no-rollback":
      "Deployment đã FAILED và không gì được khởi động nữa, nhưng không ai quay lại: cái thất bại vẫn là PRIMARY. Đó là công tắc kia.",
    "nothing-to-go-back-to":
      "Deployment đầu tiên của một service không có cái nào trước nó từng COMPLETED. Nó thất bại, và service không có task nào.",
    "three-by-default":
      "Một nửa của hai task là một, nhưng ngưỡng thông thường ít nhất là ba. Ngưỡng của riêng bạn còn nói nó đếm thế nào.",
  },
};
