/** Hints, and feedback on mistakes, of lab 01/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Khi không ai chỉ định, những gì chương trình in ra sẽ đi đâu? Và ai, ở bên ngoài container, phải mang nó đi?",
    "Container cần logConfiguration với logDriver và ba option; definition cần execution role; log group phải tồn tại khi container được tạo. Khi task dừng trước khi chạy, stoppedReason cho biết còn thiếu thứ nào.",
    "Tạo /ecs/report bằng aws logs create-log-group. Chạy job rồi xem stream của nó bằng aws logs get-log-events hoặc trong inspector, thẻ Log. Dòng cuối nêu tên một biến môi trường.",
  ],
  mistakes: {
    "no-execution-role":
      "Phải có ai đó được quyền ghi vào log group, và đó không phải chương trình của bạn: driver làm việc bên ngoài container. Role nào hành động thay task ở trước và xung quanh các container?",
    "no-prefix":
      "Trên Fargate, prefix là phần đầu trong tên của stream và bắt buộc phải có. Thiếu nó, nhìn tên sẽ không biết container nào của task nào đang nói.",
    "driver-of-docker":
      "json-file giữ các dòng log trên đĩa của host, nơi docker logs đọc được. Trên Fargate không có host nào để bạn đăng nhập, nên chỉ dùng được những driver gửi log đi nơi khác.",
    "create-group-false": 'Option này chỉ có một giá trị là chuỗi "true". Nếu không muốn tạo group, hãy bỏ option đi.',
    "other-region":
      "Driver tìm group ở Region ghi trong awslogs-region, bất kể task chạy ở đâu. Mỗi log group chỉ tồn tại trong một Region.",
    "no-group":
      "Task dừng trước khi container chạy vì log group không tồn tại. Khi đăng ký, ECS không tìm group; driver mới tìm, lúc container sắp được tạo. Hãy tạo group, hoặc để driver tạo.",
    "create-group-denied":
      "Option này bảo driver tạo group, và driver dùng execution role để xin. Managed policy AmazonECSTaskExecutionRolePolicy cho phép tạo stream và ghi event, nhưng không cho tạo group. Hãy dùng role được phép, hoặc tự tạo group.",
    "log-not-read":
      "Đã có log mà job vẫn lỗi. Hãy đọc dòng cuối của stream: nó nêu tên thứ mà chương trình tìm không thấy.",
  },
};
