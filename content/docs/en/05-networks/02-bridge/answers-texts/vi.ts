/** Hints, and feedback on mistakes, of lab 05/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Ba chương trình cùng nghe ở port 80, mà máy chỉ có một port 80. Hai phía gặp nhau ở đâu?",
    "networkBindings trong describe-tasks, docker ps và ss trên máy đều cho thấy host port. runtimeId của container trong describe-tasks chính là id trong Docker.",
    "aws ecs run-task --task-definition web --launch-type EC2 --count 3 --placement-strategy type=binpack,field=memory; rồi ssh ec2-user@INSTANCE docker ps; rồi quayside connect INSTANCE-KIA INSTANCE:PORT",
  ],
  mistakes: {
    "spread-out":
      "Ba bản đang chạy, nhưng trên hai máy. Hãy yêu cầu một máy: binpack lấp đầy một máy rồi mới sang máy khác.",
    "with-a-subnet":
      "Task ở chế độ bridge không có interface nào để chọn subnet. Nó đứng ở nơi máy của nó đứng. Hãy bỏ network configuration.",
    "only-port-80": "80 là port bên trong container, và không ai ở ngoài gọi được. Hãy tìm port của máy dẫn tới đó.",
    "stopped-by-ecs":
      "Bạn đã nhờ ECS dừng task. Lần này hãy làm sau lưng nó: dừng container ngay trên máy, và xem ECS xử lý ra sao.",
    "own-port": "Đó chính là app, trên port của nó. Cache nghe ở 6379: nó có ở đó không?",
    "outside-again":
      "Bạn đã gọi từ máy kia, mà cache không publish gì cả. Hãy gọi từ app, nơi cùng chung docker0 với nó.",
    "two-fit": "Hai máy, mỗi máy có một port 80, nên hai bản vừa đủ chỗ. Thêm một bản nữa thì sao?",
  },
};
