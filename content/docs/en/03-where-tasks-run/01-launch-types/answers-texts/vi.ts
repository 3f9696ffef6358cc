/** Hints, and feedback on mistakes, of lab 03/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Những trường nào trong web.json nói về một cái máy mà Fargate không giao cho bạn, và Fargate cần trường nào mà EC2 không bắt buộc?",
    "AWS mỗi lần chỉ nêu một vấn đề: privileged, networkMode, rồi cpu và memory của task. Task ở chế độ awsvpc cần --network-configuration cả trên EC2, và ở đó không có địa chỉ công khai.",
    'Trong web.json: "requiresCompatibilities": ["EC2", "FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", và bỏ privileged. Trên Fargate: --cluster bare --launch-type FARGATE.',
  ],
  mistakes: {
    "still-privileged":
      "privileged cho container quyền root trên host của nó. Trên Fargate host là của AWS, nên thiết lập này bị từ chối, bất kể definition còn nói gì khác.",
    "still-bridge":
      "bridge và host dùng chung mạng của một cái máy. Task trên Fargate không chung máy với ai, nên chỉ có awsvpc.",
    "no-size":
      "Trên EC2, cộng các container lại là đủ. Trên Fargate chính task phải có cpu và memory, vì đó là kích thước cái máy AWS khởi động cho nó, và là thứ bạn trả tiền.",
    "ec2-revision-on-fargate":
      "Revision này chỉ đăng ký cho EC2. Launch type trong lời gọi chọn trong số những nơi mà definition tương thích; nó không đổi được definition.",
    "public-ip-on-ec2":
      "Trên EC2, interface của task không bao giờ có địa chỉ công khai. Chỉ Fargate nhận assignPublicIp=ENABLED; ở đây hãy bỏ nó đi và để task ra ngoài qua NAT gateway.",
    "no-subnet-on-ec2":
      "Revision mới ở chế độ awsvpc, và task như vậy có network interface riêng cả trên EC2. Phải cho ECS biết trong subnet nào.",
    "old-revision-again":
      "Thứ đang chạy trên instance là revision cũ ở chế độ bridge. Hãy chạy đúng revision cũng chạy trên Fargate: web không kèm số là bản mới nhất.",
  },
};
