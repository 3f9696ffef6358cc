/** Texts of lab 06/02, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Hai con số phần trăm",
  goal: "Để một service tên web giữ bốn task của webserver:1. Triển khai revision trong webserver.json với tỉ lệ phần trăm nó đang có. Ép một deployment không bao giờ có quá bốn task. Ép một deployment ở 90 và 110 phần trăm, xem nó kẹt, rồi cho chính nó đi tiếp. Sau đó bắt đầu một lần cập nhật và vượt nó bằng một lần khác.",
  checks: {
    rolled: "Revision 2 của webserver đã triển khai xong",
    "no-extra": "Một deployment của web đã xong mà không thừa task nào",
    stuck: "Một deployment của web không khởi động cũng không dừng được gì",
    freed: "Deployment bị kẹt đã hoàn tất",
    overtaken: "Một deployment của web bị bỏ dở vì có cái mới hơn",
    exercise: "Tự mình làm: năm task của clock, được thay trong khoảng 4 đến 6",
  },
};
