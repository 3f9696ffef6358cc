/** Texts of lab 06/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Ai bỏ cuộc, và lúc nào",
  goal: "Để một service tên web giữ hai task của webserver:1. Triển khai phiên bản trong webserver.json, nó bị crash, mà không có phanh nào, và xem nó ra sao. Dừng deployment đó để service trở lại revision 1. Rồi triển khai đúng phiên bản ấy với một circuit breaker tự quay lại.",
  checks: {
    kept: "Service web đã ổn định với hai task",
    "no-end": "Sáu task của web đã crash, và việc triển khai vẫn tiếp tục",
    stopped: "Một deployment của web bị dừng bằng lời gọi và được rollback",
    tripped: "Circuit breaker đã dừng một deployment của web và rollback nó",
    exercise: "Tự mình làm: một service của clock quay lại sau hai task thất bại",
  },
};
