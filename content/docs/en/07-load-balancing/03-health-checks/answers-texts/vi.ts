/** Hints, and feedback on mistakes, of lab 07/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Health check hỏi gì, ở port nào, và phải nhận lại gì? Và khi không nhận được thì ai ra tay?",
    "describe-target-health nêu lý do: sai status code, không trả lời kịp, hay không ai nghe. modify-target-group đổi điều được hỏi. Service nhìn đi chỗ khác trong bao lâu là cài đặt của riêng nó: health check grace period.",
    'aws elbv2 modify-target-group --target-group-arn "$WEB" --health-check-path /health, rồi đổi lại. aws ecs update-service --service api --health-check-grace-period-seconds 120. Với clock, hãy đọc HealthCheckPort và HealthCheckPath của group.',
  ],
  mistakes: {
    "only-waited":
      "Task mới nào cũng đi theo task trước: nó bị phán xét trước khi kịp trả lời. Chờ thêm không làm nó nhanh hơn.",
    "too-short":
      "Server trả lời sau 40 giây, nhưng lúc ấy target của nó đã thất bại và phải đạt năm check liên tiếp. Grace period phải kéo dài tới đó.",
    "nobody-listens":
      "Health checks failed, không kèm status code: ở port được hỏi không ai nghe. Hãy so nó với port của container.",
    "other-page":
      "Giờ đã có người trả lời, nhưng bằng status code khác với cái được chờ. Server không có trang được hỏi.",
  },
};
