/** Texts of lab 07/04, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Năm phút chờ đợi",
  goal: "Chờ tới khi load balancer phục vụ. Thay task của service web bằng một deployment mới và theo task cũ tới hết đời nó. Rồi rút ngắn deregistration delay của group web và thay task lần nữa, cuối cùng tự tay dừng nó.",
  checks: {
    usual: "Một deployment của web đã chờ hết delay thông thường rồi mới gửi tín hiệu dừng",
    shorter: "Sau khi đổi group, một deployment của web chờ nhiều nhất một phút",
    "by-hand": "Task của web mà bạn dừng cũng draining",
    exercise: "Tự mình làm: một task của orders có đủ thời gian cho request dài nhất của nó",
  },
};
