/** Hints, and feedback on mistakes, of lab 06/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Khi nào service hỏi registry xem một tag nghĩa là gì: cho từng task, hay cho từng deployment?",
    "docker push dời tag. Những gì được khởi động cho một deployment đã bắt đầu thì giữ digest của nó. aws ecs describe-tasks cho thấy imageDigest. Deployment mới có khi definition khác, hoặc khi bạn ép.",
    "aws ecs update-service --service shop --force-new-deployment. Để quay lại, viết digest đầu vào shop.json sau quayside/shop@, đăng ký, rồi nêu family trong update-service. Với kiosk: 50 và 100 phần trăm, không rebalancing.",
  ],
  mistakes: {
    "only-pushed":
      "Task cứ việc tới rồi đi: deployment đã ghi lại một digest, và task nào cũng chạy digest đó. Không có deployment mới thì không có bản build mới.",
    "forced-too-early": "Deployment bị ép trước khi có ai push. Nó tra tag, và thấy bản build đang có lúc đó.",
    "run-by-hand":
      "Task từ RunTask tra tag mỗi lần, và không task nào của bạn thuộc về service. Ba task của service vẫn như cũ.",
    "back-by-number":
      "shop:1 viết latest, mà latest giờ là bản build vừa push. Số revision không phải đường về khi chữ trong đó là một tag biết dời.",
    "two-more-than-two":
      "Lần ép triển khai đã khởi động task mới trước khi task cũ đi. Với mức tối đa nào thì nó phải dừng trước?",
  },
};
