/** Hints, and feedback on mistakes, of lab 05/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Một /28 có mười sáu địa chỉ. Trước khi bạn chạy gì, ai đã giữ một phần trong số đó?",
    "aws ec2 describe-subnets cho thấy AvailableIpAddressCount. Sau stop-task, hãy theo dõi nó cùng với trạng thái của task. Với worker, hãy đọc failures trong câu trả lời của run-task.",
    'aws ecs run-task --task-definition shop --launch-type FARGATE --count ... --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334]}", rồi thêm một task nữa, rồi stop-task; với worker là subnets=[subnet-0ddd1111222233334] và --cluster machines',
  ],
  mistakes: {
    "eleven-at-once":
      "Một lời gọi RunTask khởi động tối đa mười task, dù còn chỗ hay không. Cần nhiều hơn thì gọi lần nữa.",
    "too-soon":
      "Bạn đã dừng một task nhưng chưa task mới nào có địa chỉ của nó. Interface chỉ bị xóa ở cuối DEPROVISIONING, khoảng nửa phút sau khi container kết thúc. Hãy chờ task cũ STOPPED rồi mới chạy task mới.",
    "public-address":
      "Địa chỉ công khai là thêm vào, không thay cho địa chỉ riêng. Task cần một subnet còn địa chỉ riêng: private-b.",
    "other-zone":
      "Máy nằm ở private-b, trong us-east-1b. Interface chỉ gắn được vào máy cùng Availability Zone, nên hãy đưa cho lời gọi một subnet của zone đó.",
    "on-fargate": "worker được viết cho EC2. Chỗ cho interface là chuyện của máy; trên Fargate chỉ AWS mới phải đếm.",
    "two-only":
      "Hai worker đang chạy và máy còn nhiều CPU, bộ nhớ. Còn chỗ cho task thứ ba không? Hãy hỏi ECS: chạy thêm một task.",
    "network-for-bridge":
      "Ở chế độ bridge, task không có interface nên không có subnet để chọn. Hãy bỏ network configuration.",
  },
};
