/** Texts of lab 07/03, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Healthy, ai nói?",
  goal: "Đặt một service của web sau group web và xem bao lâu thì target của nó healthy. Cho health check hỏi một trang không có, rồi sửa lại. Sau đó khởi động server chậm api, xem service của nó giết nó hết lần này tới lần khác, và cho nó thời gian nó cần.",
  checks: {
    "one-check": "Một target của web đã healthy",
    "wrong-page": "Một target của web đã unhealthy vì sai status code",
    loop: "Service đã dừng một task của api vì health check",
    grace: "Một target của api đã healthy",
    exercise: "Tự mình làm: một target của clock đã healthy",
  },
};
