/** What is said about mistakes that people make in every lab, in Vietnamese. */
import type { TranslationOf } from "../../by-language.ts";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  noPublicIp:
    "Task không ra ngoài được: không tới được registry hay dịch vụ nào của AWS. Internet gateway của subnet công khai chỉ phục vụ những interface có địa chỉ công khai; hãy xem assignPublicIp trong network configuration.",
  noLaunchType:
    "RunTask không nêu launch type nghĩa là EC2 (trừ khi cluster có default capacity provider strategy), mà cluster này không có instance EC2 nào. Đăng ký definition cho Fargate không có nghĩa là khi chạy sẽ dùng Fargate.",
  noNetwork:
    "Task ở network mode awsvpc có network interface riêng, nên phải cho ECS biết tạo interface đó trong subnet nào.",
  stoppedTooEarly:
    "Bạn đã dừng task khi nó còn đang được chuẩn bị, nên nó không có startedAt. Task đã dừng không bao giờ chạy lại: hãy chạy task mới và chờ nó khoảng hai mươi giây.",
  leftRunning:
    "Task vẫn đang chạy. Web server không tự kết thúc, và trên Fargate mỗi giây cho tới lúc dừng đều bị tính tiền.",
};
