/** Texts of lab 03/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Chỉ ở nơi bạn cho phép",
  goal: "Chạy hai task của web trên m5.large bằng một ràng buộc. Gắn attribute stack=prod cho cả hai instance t3.medium. Đăng ký api với ràng buộc stack == prod và chạy hai task của nó. Chạy probe mỗi instance tối đa một task, và xin nhiều hơn số instance một task. Chạy hai task của web trong nhóm night trên các instance không có task của family:api. Gọi một lần mà ràng buộc không chừa lại instance nào, và gỡ attribute khỏi một instance đang chạy api.",
  checks: {
    "by-type": "Một ràng buộc đưa hai task của web lên m5.large",
    labelled: "Hai instance mang stack=prod",
    "in-definition": "api mang theo ràng buộc của nó",
    distinct: "probe chạy mỗi instance một task",
    "one-too-many": "Task probe thứ năm không có instance",
    apart: "Nhóm night tránh xa api",
    nowhere: "Một ràng buộc không instance nào thỏa",
    stays: "api vẫn chạy dù instance đã mất attribute",
    exercise: "Tự mình làm: nhóm batch có một probe trên mỗi máy disk=ssd",
  },
  ranOutside: (task) => `Task ${task} của api RUNNING trên một instance không có stack=prod.`,
  neverOutside: "Chưa có task nào của api RUNNING trên instance không có stack=prod.",
};
