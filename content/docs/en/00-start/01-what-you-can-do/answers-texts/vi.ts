/** Hints, and feedback on mistakes, of lab 00/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Để khởi động một container, ECS cần biết gì: definition nào, trong cluster nào, chạy trên nền nào, ở mạng nào?",
    "Dùng nút Run của lab, hoặc aws ecs run-task trong terminal. Thời gian chỉ trôi khi đang phát: bấm play và theo dõi lastStatus. Muốn dừng, hãy chọn task trên bản đồ.",
    "Trong terminal: aws ecs run-task --task-definition hello-web --launch-type FARGATE --network-configuration ..., tiếp theo aws ecs list-tasks để tìm task, rồi aws ecs stop-task --task ...",
  ],
  mistakes: {
    "one-of-two-stopped":
      "Bạn đã chạy nhiều hơn một task nhưng chỉ dừng một phần. Mỗi task sống và bị tính tiền riêng; hãy liệt kê những task còn lại.",
  },
};
