/** Texts of lab 02/05, in Vietnamese. */
import type { TranslationOf } from "@quayside/grader";
import type { en } from "./en.ts";

export const vi: TranslationOf<typeof en> = {
  title: "Bên trong: một shell trong container đang chạy",
  goal: "Chạy một task của webserver nhận phiên ECS Exec, mở shell trong container web của nó, nhìn quanh và ghi lại trang web của nó. Rồi dừng task đó, chạy task khác, và xem nó có trang nào.",
  checks: {
    agent: "Agent của ECS Exec chạy trong một task của webserver",
    inside: "curl đã chạy bên trong container của nó",
    changed: "Trang web đã được sửa bằng tay",
    gone: "Trang web đã được xem trong một container khác",
    exercise: "Tự mình làm: env đã chạy bên trong một container của orders",
  },
  changed: "Trang web đã được ghi lại trong lớp của một container.",
  notChanged: "Chưa ai ghi vào /usr/share/nginx/html/index.html của một container.",
  gone: "Trang web đã được xem trong một container mà chưa ai sửa nó ở đó.",
  notGone: "Từ khi sửa, chưa ai xem trang web của một container khác.",
};
