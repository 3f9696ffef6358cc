/** Hints, and feedback on mistakes, of lab 03/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Làm sao tìm những instance không có task nào của một nhóm?",
    "distinctInstance cho phép mỗi instance một task của nhóm. list-container-instances nhận --filter với task:group. start-task nhận ARN của instance và không hỏi chiến lược nào. Service nhận --scheduling-strategy DAEMON thay cho desired count.",
    'Bộ lọc: "not(task:group == family:collector)". Để xem gì đang chạy trên instance đang drain: aws ecs list-tasks --cluster fleet --container-instance ARN.',
  ],
  mistakes: {
    "counted-daemon": "Daemon không có con số riêng. Mỗi lần nhìn, nó đếm những instance phù hợp.",
    "not-adopted":
      "Giờ mỗi instance có hai bản. Service đếm những gì nó tự khởi động; những bản của bạn không thuộc về nó, và phải đi.",
    everywhere:
      "Không có ràng buộc thì nó ở trên mọi instance ACTIVE. Hãy nói instance nào: zone của chúng là một attribute.",
    "left-to-chance":
      "Không có ràng buộc, RunTask bốc thăm: một instance được hai bản còn một instance không có bản nào. Hãy dừng chúng, rồi cấm bản thứ hai.",
    "spread-four":
      "Spread là một mong muốn: bốn task cho ba instance thì một instance được hai. Daemon là một luật, đúng một, không hơn.",
    "waits-for-a-daemon":
      "Máy mới vẫn không có. RunTask xong việc ngay khi trả lời; không ai nhớ rằng mỗi máy phải có một bản. Đó chính là điều daemon service thêm vào.",
    "wrong-cluster": "Máy đã đăng ký vào cluster khác. User data của nó nói nó thuộc về đâu.",
    "fargate-daemon": "Trên Fargate mỗi task có máy riêng mà bạn không thấy. Không có gì để mỗi máy một bản.",
    "collector-first":
      "Collector đi trong lúc web còn đang ghi, nên những dòng cuối của web không tới được ai. Hãy đặt instance về ACTIVE, hoặc lấy instance khác, và để collector đi sau cùng.",
  },
};
