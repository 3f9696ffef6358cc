/** Hints, and feedback on mistakes, of lab 06/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Hãy tính cả hai mức trước khi gọi: phải có bao nhiêu task khỏe, được có bao nhiêu task? Với bốn task, scheduler được làm gì?",
    "Mức dưới làm tròn lên, mức trên làm tròn xuống. Deployment bắt đầu khi có task definition khác hoặc --force-new-deployment; chỉ đổi phần trăm thì đổi deployment đang diễn ra.",
    'aws ecs update-service --service web --force-new-deployment --deployment-configuration "minimumHealthyPercent=...,maximumPercent=...". Với mức tối đa 100, hãy thêm --availability-zone-rebalancing DISABLED. Với clock: 80 phần trăm của năm là bốn.',
  ],
  mistakes: {
    "only-registered":
      "Revision mới chỉ là văn bản trong một danh sách. Service giữ revision mà nó được giao, cho tới khi UpdateService nêu revision khác.",
    "one-hundred-twice":
      "Với 100 và 100 thì không bao giờ khởi động hay dừng được gì. AWS từ chối đúng cặp này; những cặp khác cho cùng kết quả thì nó nhận.",
    "zones-need-room":
      "Availability Zone rebalancing khởi động một task trước khi dừng một task, nên không sống được với mức tối đa 100. Hãy tắt nó trong cùng lời gọi.",
    "not-forced":
      "Phần trăm nói deployment diễn ra thế nào; nó không phải lý do để bắt đầu một deployment. Definition vẫn thế, nên không gì bị thay.",
    "forced-again": "Deployment tiếp theo có cùng phần trăm, và kẹt ở cùng chỗ. Deployment bị kẹt đã bị bỏ dở vì nó.",
    "only-waited":
      "Không có gì đang trên đường tới để thay đổi tình thế: bốn task không được ít đi, cũng không được nhiều lên. Bạn chờ bao lâu, AWS chờ bấy lâu.",
    "rounded-away": "119 phần trăm của năm là 5,95, và mức trên được làm tròn xuống: năm. Không có chỗ thứ sáu.",
  },
};
