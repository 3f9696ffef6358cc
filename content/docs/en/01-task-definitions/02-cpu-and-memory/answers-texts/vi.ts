/** Hints, and feedback on mistakes, of lab 01/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  hints: [
    "Hai container dùng chung một gigabyte. Khi hết bộ nhớ, kernel nên lấy đi container nào?",
    "Hard limit là bức tường quanh một container: nó chỉ bị kill vì chính nó ăn quá nhiều, không vì ai khác. Task có sống sót sau đó hay không là do essential quyết định.",
    'Trong agent: "memory": 192 và "essential": false. Trong thumbnails: "memoryReservation": 768, không có memory. Đăng ký, chạy, rồi chờ khoảng hai phút.',
  ],
  mistakes: {
    "size-between-the-steps":
      "Fargate không có task 700 MiB. Thông báo nêu cặp giá trị mà ECS đọc được: nửa vCPU là 512 CPU unit, bộ nhớ của nó bắt đầu từ 1024 MiB và tăng theo bước 1024.",
    "containers-want-more-cpu":
      "Task có 512 CPU unit, còn hai container cộng lại xin 640. Hãy giảm một cái: số mà container xin là phần của nó khi CPU thiếu, không phải mức tối đa nó được dùng.",
    "wrong-unit": "Bộ nhớ hoặc là số trần, tức MiB, hoặc là số kèm GB. Tài liệu không nói tới đơn vị nào khác.",
    "bought-more-memory":
      "Fargate có kích thước này, nhưng đề bài là 1 GB. Thêm bộ nhớ chỉ giúp chỗ rò rỉ sống lâu hơn, và bạn trả tiền cho nó ở mọi task.",
    "limit-on-essential-agent":
      "Bức tường đã giữ được: chỉ agent bị kill vì bộ nhớ. Nhưng agent là essential nên nó dừng thì task dừng, và thumbnails nhận SIGTERM giữa chừng công việc.",
    "limit-on-the-wrong-container":
      "Hard limit đang đặt ở thumbnails, mà nó cần đủ 700 MiB. Không có gì chặn agent, nên hai container vẫn cùng nhau làm đầy task, và cái lớn hơn bị kill.",
    "soft-limit-on-the-leak":
      "memoryReservation là lời hứa, không phải bức tường: container được lấy thêm chừng nào còn bộ nhớ. Với chỗ rò rỉ, bạn cần loại limit biết kill.",
    "render-on-fargate":
      "Kích thước này chỉ có ở nơi bạn tự mang máy tới. Fargate nhảy từ 1 vCPU lên 2; trên EC2 task có thể có kích thước bất kỳ từ 0,125 tới 192 vCPU.",
  },
};
