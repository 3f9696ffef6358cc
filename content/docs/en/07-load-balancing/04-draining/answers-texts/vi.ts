/** Hints, and feedback on mistakes, of lab 07/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Giữa lúc task được bảo dừng và lúc tiến trình của nó hay tin, ai chờ, và chờ điều gì?",
    "Delay là một attribute của target group. Nó có hiệu lực với target kế tiếp bị deregister, nên phải có một task ra đi thì mới thấy. Một deployment mới thay mọi task; một desired count nhỏ hơn lấy bớt vài task.",
    'aws elbv2 modify-target-group-attributes --target-group-arn "$TG" --attributes Key=deregistration_delay.timeout_seconds,Value=SECONDS, rồi aws ecs update-service --service web --force-new-deployment. Với orders, hãy lấy ARN của group riêng của nó, và chọn số giây theo request dài nhất.',
  ],
  mistakes: {
    "no-delay":
      "Với 0 giây thì không có gì draining: target biến mất ngay, và mọi request đang dở kết thúc bằng lỗi. Hãy để cho request vài giây.",
    "only-changed": "Attribute đã được đặt. Nó lộ ra ở target kế tiếp bị deregister: hãy thay task lần nữa.",
    "too-short":
      "Task nhận tín hiệu dừng khi request dài nhất của nó còn chưa thể xong. Ai đang chờ câu trả lời ấy sẽ nhận 502.",
    "usual-delay": "Task đã chờ lâu hơn mức nó cần: delay của group vẫn dài hơn request dài nhất rất nhiều.",
    "by-hand":
      "Task này draining vì bạn dừng nó. Hãy để service của nó lấy đi một task: bằng một deployment, hay bằng một con số nhỏ hơn.",
  },
};
