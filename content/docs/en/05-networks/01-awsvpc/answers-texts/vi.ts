/** Hints, and feedback on mistakes, of lab 05/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Địa chỉ mà web trả lời thuộc về ai: container, task hay máy?",
    "quayside connect TỪ ĐẾN:PORT thử một kết nối. TỪ có thể là tên container (web, visitor) hoặc một container instance. Với bản thứ ba, hãy đọc failures trong câu trả lời của run-task.",
    'aws ecs run-task --task-definition shop --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334],securityGroups=[...]}"; rồi quayside connect web localhost:...',
  ],
  mistakes: {
    "no-network":
      "Ở chế độ awsvpc, task được cấp một interface và ECS phải biết tạo nó trong subnet nào. Trên EC2 cũng như Fargate, đó là network configuration của lời gọi.",
    "public-address":
      "Task trên EC2 không bao giờ có địa chỉ công khai riêng. Hãy bỏ assignPublicIp: subnet này có NAT gateway để đi ra.",
    "on-fargate":
      "awsvpc là chế độ duy nhất của Fargate, nhưng không có chiều ngược lại: definition này dành cho EC2, và bài này cũng vậy.",
    "by-name":
      "Gói tin tới nơi, nhưng chỉ vì công cụ này biết tên container. Chương trình trong web không có cái tên nào như thế để gọi: awsvpc không có link. Hai container dùng chung địa chỉ nào?",
    "too-early":
      "localhost là đúng, nhưng cache chưa sẵn sàng: nó tự nạp trong mười hai giây sau khi khởi động. Hãy để thời gian trôi một chút rồi thử lại.",
    "default-group":
      "Task đứng sau group mặc định của VPC vì lời gọi không nêu group nào: group đó chỉ cho thành viên của nó vào, và các máy là thành viên. Hãy chạy task với group shop.",
    "made-room":
      "Bạn đã dừng bản đầu trước khi chạy bản thứ hai. Cả hai đều dùng port 80 nhưng không chung địa chỉ: hãy để chúng chạy song song.",
  },
};
