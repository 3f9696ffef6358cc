/** Hints, and feedback on mistakes, of lab 03/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ai báo cho ECS biết có một cái máy, và với quyền của ai?",
    "Agent đọc /etc/ecs/ecs.config lúc khởi động; user data ghi file đó. Hãy ssh vào máy và hỏi systemctl status ecs vì sao agent không đăng ký. Drain chặn task mới và không đụng tới task độc lập.",
    "Trong user-data.sh: ECS_CLUSTER=fleet và dòng thứ hai với ECS_RESERVED_MEMORY. Khởi chạy một lần với --iam-instance-profile Name=ecsInstanceRole và một lần không có. Máy cũ nhất đứng đầu trong aws ec2 describe-instances.",
  ],
  mistakes: {
    "wrong-cluster":
      "Nó đã đăng ký, nhưng vào cluster default. Chỉ cấu hình của chính máy nói nó thuộc cluster nào: user data của bạn ghi gì?",
    "cluster-misspelt":
      "Máy chạy, nhưng agent của nó xin vào một cluster không tồn tại. User data chỉ chạy ở lần boot đầu, nên hãy khởi chạy máy mới với tên đúng.",
    "no-way-out":
      "Agent không tới được ECS: subnet công khai chỉ dẫn ra ngoài khi máy có địa chỉ công khai. Subnet riêng có NAT gateway, hoặc VPC endpoint cho ecs, ecs-agent và ecs-telemetry, thì được.",
    "nothing-reserved":
      "Nó đã vào, và dành cho task toàn bộ bộ nhớ mà hệ thống thấy. Agent đọc cấu hình lúc đăng ký; dòng thêm sau đó không đổi được phần đã đăng ký.",
    "arm-machine": "Máy t4g dùng bộ xử lý Arm, còn AMI này dành cho x86_64. Mỗi kiến trúc có AMI tối ưu cho ECS riêng.",
    "deregistered-with-tasks":
      "Ở đó vẫn còn task chạy nên ECS từ chối. Với --force thì ECS buông chúng trong khi chúng đang chạy. Hãy drain instance trước và dọn trống nó.",
    "waits-for-draining":
      "Drain chỉ chuyển task của service. Hai task này do người chạy tay, không thuộc về ai, nên chúng ở lại mãi. Bạn phải tự dừng chúng khi bản thay thế đã chạy.",
    "terminated-with-tasks":
      "Máy đi mất cùng các task trên nó: không SIGTERM, không exit code, và không có gì chạy thay. Hãy drain trước, dừng những gì còn lại, rồi mới terminate.",
    "drained-all": "Bạn đã drain cả instance mới, nên không task nào vào được. Hãy đưa nó về ACTIVE.",
    "only-stopped":
      "Máy bị stop vẫn còn đăng ký, với agentConnected là false, và ổ đĩa vẫn bị tính tiền. Hãy terminate nó. Nếu khi đó agent đã im lặng, bạn phải tự hủy đăng ký container instance.",
  },
};
