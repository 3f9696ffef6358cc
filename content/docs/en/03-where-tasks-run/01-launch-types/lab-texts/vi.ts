/** Texts of lab 03/01, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Một image, hai nơi chạy",
  goal: "Chạy web hai lần trên container instance của cluster default, task này xong mới tới task kia. Sửa web.json để cả EC2 lẫn FARGATE đều nhận. Chạy revision đó hai lần trên Fargate trong cluster bare, có địa chỉ công khai, và một lần trên container instance. Cuối cùng dừng mọi task và xem còn lại gì.",
  checks: {
    "on-ec2": "web chạy trên máy của bạn",
    "from-disk": "Task thứ hai thấy image có sẵn trên đĩa",
    portable: "Một revision mà cả hai đều nhận",
    "on-fargate": "web chạy trong cluster không có máy nào",
    "pulls-again": "Hai task trên Fargate cùng kéo một image",
    "same-revision": "Cùng revision đó trên instance",
    idle: "Không còn task nào, nhưng máy vẫn còn",
    exercise: "Tự mình làm: api chạy trên Fargate không có địa chỉ công khai, và trên EC2",
  },
};
